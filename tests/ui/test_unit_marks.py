"""Ink for selected vehicles: rings round the whole of them, and how near their water may be used."""

import dataclasses

import numpy as np
import pygame
import pytest

from game.app import trainee
from game.level.schema import Level
from game.session.session import Session
from game.session.view import View
from game.ui.camera import ZOOMS, Camera
from game.ui.hud.unit_marks import draw_rings, draw_tasks
from game.ui.theme import MERAH, ORDER_BLUE, PAPER

pytestmark = pytest.mark.usefixtures("shown")
MIDDLE = np.array([40.0, 40.0])
LENGTH, WIDTH = 7.5, 2.5  # m, a water cannon


@pytest.fixture
def view(level: Level) -> View:
    """The first unit is one water cannon in the middle, facing east."""
    first = Session(level).view(trainee(level))
    row = first.units[0].rows[0]
    position, heading, size = first.position.copy(), first.heading.copy(), first.cast.size.copy()
    position[row], heading[row], size[row] = MIDDLE, 0.0, (LENGTH, WIDTH)
    cannon = dataclasses.replace(first.units[0], rows=np.array([row]), slots=MIDDLE[None], tank=5000.0, wheels=True)
    cast = dataclasses.replace(first.cast, size=size)
    return dataclasses.replace(first, position=position, heading=heading, cast=cast, units=(cannon,))


def camera() -> Camera:
    looking = Camera((120.0, 80.0), (1280, 720), step=ZOOMS.index(16))
    looking.look_at(MIDDLE)
    return looking


def paper() -> pygame.Surface:
    surface = pygame.Surface((1280, 720))
    surface.fill(PAPER)
    return surface


def inked(surface: pygame.Surface, colour: tuple[int, int, int]) -> np.ndarray:
    """Where `colour` is, m from the cannon: (k, 2)."""
    pixels = np.argwhere(np.all(pygame.surfarray.array3d(surface) == np.array(colour), axis=2))
    return np.asarray(camera().to_world(pixels) - MIDDLE)


@pytest.mark.parametrize(("colour", "metres"), [(MERAH, 10.0), (ORDER_BLUE, 25.0)])
def test_arcs_say_how_near_the_water_of_a_selected_cannon_may_be_used(view: View, colour, metres: float) -> None:
    surface = paper()
    draw_tasks(surface, camera(), dataclasses.replace(view), [view.units[0].name])
    marks = inked(surface, colour)
    away = np.hypot(*(marks - (LENGTH / 2, 0.0)).T)
    assert len(away) > 100
    assert np.median(away) == pytest.approx(metres, abs=0.2)
    assert (marks[:, 0] > 0).all()


def test_a_unit_without_water_has_no_arcs(view: View) -> None:
    surface = paper()
    dry = dataclasses.replace(view.units[0], tank=0.0)
    draw_tasks(surface, camera(), dataclasses.replace(view, units=(dry,)), [dry.name])
    assert not len(inked(surface, MERAH))


def test_the_ring_of_a_vehicle_goes_round_all_of_it(view: View) -> None:
    surface = paper()
    draw_rings(surface, camera(), view, view.position, [view.units[0].name])
    assert np.hypot(*inked(surface, ORDER_BLUE).T).max() > LENGTH / 2
