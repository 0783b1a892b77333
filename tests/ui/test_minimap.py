"""The whole place in small: who is there is a dot where they are, in their colour."""

import dataclasses

import numpy as np
import pygame
import pytest

from game.app import trainee
from game.level.schema import Level
from game.session.session import Session
from game.session.view import View
from game.ui import theme
from game.ui.camera import BORDER, Camera
from game.ui.canvas import Area, Canvas
from game.ui.figures import LOOKS
from game.ui.hud.minimap import MARGIN, Minimap

pytestmark = pytest.mark.usefixtures("shown")

AREA = Area(0, 0, 410, 310)  # steps
PAPER = (1, 2, 3)


@pytest.fixture
def view(level: Level) -> View:
    return Session(level).view(trainee(level))


def drawn(level: Level, view: View) -> tuple[np.ndarray, float]:
    """The pixels of the map alone, (w, h, 3), and how many of them a metre has."""
    size = level.place.size
    sheet = pygame.Surface((size[0] + 2 * BORDER, size[1] + 2 * BORDER))
    sheet.fill(PAPER)
    canvas = Canvas(pygame.Surface((1280, 720)), "id")
    small = Minimap(Camera(size, (10, 10)), sheet)
    small.draw(view, canvas, AREA)
    scale = min((AREA.width - 2 * MARGIN) / size[0], (AREA.height - 2 * MARGIN) / size[1])
    paper = pygame.Rect(0, 0, int(size[0] * scale), int(size[1] * scale))
    paper.bottomright = AREA.right - MARGIN, AREA.bottom - MARGIN
    return pygame.surfarray.array3d(canvas.surface.subsurface(paper)), paper.width / size[0]


def alone(view: View, row: int) -> View:
    return dataclasses.replace(view, present=np.arange(len(view.present)) == row)


def spots(pixels: np.ndarray, ink: tuple[int, ...]) -> np.ndarray:
    """(k, 2) px that are of `ink`."""
    return np.argwhere((pixels == ink).all(axis=2))


def test_one_who_is_there_is_a_dot_of_their_colour_where_they_are(level: Level, view: View) -> None:
    for row in np.linspace(0, len(view.present) - 1, 7).astype(int).tolist():
        pixels, scale = drawn(level, alone(view, row))
        look = LOOKS[view.cast.looks[view.cast.look[row]]]
        dot = spots(pixels, (look.afar or look.body(row))[:3])
        east, north = view.position[row]
        assert len(dot) == 16  # four by four px on a map 400 px wide
        assert dot.mean(axis=0) == pytest.approx([east * scale, (level.place.size[1] - north) * scale], abs=1.5)


def test_nobody_there_leaves_the_map_blank(level: Level, view: View) -> None:
    pixels, _ = drawn(level, dataclasses.replace(view, present=np.zeros(len(view.present), np.bool_)))
    frame = spots(pixels, theme.INK[:3])
    assert len(spots(pixels, PAPER)) + len(frame) == pixels.shape[0] * pixels.shape[1]


def test_who_stands_at_the_rim_is_cut_not_drawn_on_the_other_side(level: Level, view: View) -> None:
    corner = dataclasses.replace(alone(view, 0), position=np.zeros_like(view.position))
    pixels, _ = drawn(level, corner)
    look = LOOKS[view.cast.looks[view.cast.look[0]]]
    dot = spots(pixels, (look.afar or look.body(0))[:3])
    assert 0 < len(dot) <= 8
    assert dot[:, 0].max() < 4
    assert dot[:, 1].min() > pixels.shape[1] - 5
