"""The layer of crowding lies on the map only where it is asked for and granted."""

import dataclasses

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.app import trainee
from game.level.schema import Level
from game.session.session import Session
from game.session.view import Crowding, View
from game.text import LANGUAGES
from game.ui.camera import Camera
from game.ui.canvas import Canvas
from game.ui.hud.crowding_layer import BANDS, CrowdingLayer

pytestmark = pytest.mark.usefixtures("shown")

SIZE = (1280, 720)


@pytest.fixture
def view(level: Level) -> View:
    view = Session(level).view(trainee(level))
    zeros = np.zeros(len(view.present))
    close = Crowding(zeros.copy(), zeros.copy(), zeros.copy())
    return dataclasses.replace(view, crowding=close, present=view.present | (zeros == 0.0))


def drawn(view: View, level: Level, shown: bool = True) -> npt.NDArray[np.int_]:
    """What the layer draws on black, (1280, 720)."""
    canvas, layer = Canvas(pygame.Surface(SIZE), "id"), CrowdingLayer()
    if shown:
        layer.toggle()
    camera = Camera((level.place.size[0], level.place.size[1]), SIZE)
    camera.look_at(view.position[0])
    layer.draw(canvas, camera, view, view.position)
    return pygame.surfarray.array2d(canvas.surface)


def test_a_roomy_square_bears_no_ink(level: Level, view: View) -> None:
    assert not drawn(view, level).any()


def test_who_stands_too_close_is_shown_and_where_it_quakes_a_ring_more(level: Level, view: View) -> None:
    assert view.crowding is not None
    view.crowding.density[0] = BANDS[1][0] + 0.1
    cramped = drawn(view, level)
    view.crowding.pressure[0], view.crowding.force[0] = 0.1, 400.0
    assert cramped.any()
    assert (drawn(view, level) != cramped).any()


def test_it_is_off_until_asked_for_and_where_the_level_grants_no_aids(level: Level, view: View) -> None:
    assert view.crowding is not None
    view.crowding.density[:] = 7.0
    assert not drawn(view, level, shown=False).any()
    assert not drawn(dataclasses.replace(view, crowding=None), level).any()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_says_what_the_ink_means(level: Level, view: View, language: str) -> None:
    canvas, layer = Canvas(pygame.Surface(SIZE), language), CrowdingLayer()
    layer.toggle()
    layer.draw_legend(canvas, view, 1200, 600)
    assert canvas.overflowing == []
    assert (pygame.surfarray.array2d(canvas.surface) != 0).any()
