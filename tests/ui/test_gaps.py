"""A line that is open is marked where it is open."""

import dataclasses

import numpy as np
import pygame
import pytest

from game.app import trainee
from game.level.schema import Level
from game.session.session import Session
from game.session.view import UnitView, View
from game.ui.camera import ZOOMS, Camera
from game.ui.canvas import Canvas
from game.ui.hud.gaps import WORTH_IT, draw_gaps, ends_of
from game.ui.theme import MERAH
from game.world.people import Floats

pytestmark = pytest.mark.usefixtures("shown")
MIDDLE = (60.0, 40.0)
NORTH = np.array([0.0, 1.0])  # m
BODIES = 0.44  # m, two officers of Dalmas Awal


@pytest.fixture
def view(level: Level) -> View:
    return Session(level).view(trainee(level))


def rank(count: int, back: float = 0.0) -> Floats:
    """Slots of a rank that faces east, its southern end in the middle, `back` m behind the front."""
    return MIDDLE + np.column_stack([np.full(count, -back), 0.6 * np.arange(count)])


def line(view: View, places: dict[int, Floats], **fields: object) -> tuple[View, list[UnitView]]:
    """`view` whose only units are those of `places`, number → (k, 2) m where its officers stand, all facing east."""
    position, units = view.position.copy(), []
    for number, standing in places.items():
        unit = view.units[number]
        rows = unit.rows[: len(standing)]
        position[rows] = standing
        slots = rank(len(rows))
        units.append(dataclasses.replace(unit, rows=rows, slots=slots, facing=0.0, **fields))
    return dataclasses.replace(view, position=position, units=tuple(units)), units


def open_between(view: View, units: list[UnitView]) -> list[float]:
    """From where to where the line is open, m north of its southern end."""
    return sorted((ends_of(units, view.cast.radius, view.position)[:, 1] - MIDDLE[1]).round(2).tolist())


def parted(count: int, after: int, metres: float) -> Floats:
    """A rank whose officers beyond number `after` stand `metres` too far north."""
    return rank(count) + np.column_stack([np.zeros(count), metres * (np.arange(count) > after)])


def test_between_the_two_officers_who_stand_too_far_apart(view: View) -> None:
    view, units = line(view, {1: parted(10, 3, 1.0)}, gap=1.6 - BODIES)
    assert open_between(view, units) == [1.8, 3.4]


def test_not_where_somebody_of_the_rank_behind_stands_in_the_door(view: View) -> None:
    second = rank(10, 0.5)[1:] + 0.1 * NORTH
    front = np.delete(parted(10, 6, 0.6), 2, axis=0)  # open twice; the first door is kept
    view, units = line(view, {1: np.vstack([front, second[:2]])}, gap=1.2 - BODIES)
    assert open_between(view, units) == [3.6, 4.8]


def test_at_the_end_that_nobody_reaches(view: View) -> None:
    view, units = line(view, {1: rank(10)[2:]}, gap=1.2)
    units = [dataclasses.replace(units[0], slots=rank(10))]
    assert open_between(view, units) == [0.0, 1.2]


def test_who_relieves_and_who_is_relieved_are_one_line(view: View) -> None:
    north, south = rank(10)[5:] + NORTH, rank(5)
    view, units = line(view, {1: south, 2: north}, gap=1.6 - BODIES - 0.02, task="relieve")
    assert open_between(view, units) == [2.4, 4.0]
    assert drawn(view) > 30


def drawn(view: View) -> int:
    """Pixels of red ink."""
    camera = Camera((120.0, 80.0), (1280, 720), step=ZOOMS.index(16))
    camera.look_at(MIDDLE)
    canvas = Canvas(pygame.Surface((1280, 720)), "id")
    draw_gaps(canvas, camera, view, view.position)
    return int(np.all(pygame.surfarray.array3d(canvas.surface) == np.array(MERAH), axis=2).sum())


@pytest.mark.parametrize(("gap", "shown"), [(None, False), (WORTH_IT, False), (1.16, True)])
def test_only_a_gap_that_matters_is_marked(view: View, gap: float | None, shown: bool) -> None:
    view, _ = line(view, {1: parted(10, 3, 1.0)}, gap=gap)
    assert (drawn(view) > 30) is shown
