"""Marks on single people: only what was witnessed, only while they can be seen, and where they can be pressed."""

import dataclasses
import itertools
from typing import Any

import numpy as np
import pygame
import pytest

from game.app import trainee
from game.level.read import read_level
from game.level.schema import Level
from game.paths import LEVELS
from game.session.dealings import TalksView
from game.session.scene import Mark
from game.session.session import Session
from game.session.view import View
from game.text import known
from game.ui.board import seen
from game.ui.camera import ZOOMS, Camera
from game.ui.canvas import Canvas
from game.ui.hud.event_tags import ICONS
from game.ui.hud.people_marks import MOST, WITNESSED, PeopleMarks
from game.ui.theme import ORDER_BLUE, PAPER

pytestmark = pytest.mark.usefixtures("shown")
MIDDLE = (60.0, 40.0)


@pytest.fixture
def view(level: Level) -> View:
    return Session(level).view(trainee(level))


def crowd_of(view: View) -> list[int]:
    rows: list[int] = np.flatnonzero(view.present & (view.cast.unit < 0)).tolist()
    return rows


def marked(view: View, *marks: Mark, **changes: Any) -> View:
    """`view` with `marks`, everybody marked in the middle of the window."""
    position = view.position.copy()
    for number, mark in enumerate(marks):
        position[mark.person] = MIDDLE + np.array([3.0 * number, 0.0])
    scene = dataclasses.replace(view.scene, marks=marks)
    return dataclasses.replace(view, position=position, scene=scene, **changes)


def drawn(view: View, marks: PeopleMarks, zoom: int = 16) -> tuple[Canvas, Camera]:
    camera = Camera((120.0, 80.0), (1280, 720), step=ZOOMS.index(zoom))
    camera.look_at(MIDDLE)
    canvas = Canvas(pygame.Surface((1280, 720)), "id")
    canvas.surface.fill(PAPER)
    marks.draw(canvas, camera, view, view.position)
    return canvas, camera


def inked(canvas: Canvas, colour: tuple[int, int, int]) -> int:
    return int(np.all(pygame.surfarray.array3d(canvas.surface) == np.array(colour), axis=2).sum())


def find(marks: PeopleMarks, camera: Camera, view: View, person: int) -> Mark | None:
    """The mark whose slip stands above `person`."""
    x, y = camera.to_screen(view.position[person] + (0.0, 1.4)).tolist()
    return marks.mark_at((x, y))


def test_a_witnessed_act_is_marked_with_its_hour_and_can_be_pressed(view: View) -> None:
    person, marks = crowd_of(view)[0], PeopleMarks()
    seen = Mark(person, "throw", tick=0)
    view = marked(view, seen)
    canvas, camera = drawn(view, marks)
    assert inked(canvas, WITNESSED) > 60
    assert find(marks, camera, view, person) == seen
    assert marks.mark_at((5.0, 5.0)) is None


def test_who_was_not_seen_doing_anything_bears_no_mark(view: View) -> None:
    canvas, _ = drawn(view, PeopleMarks())
    assert inked(canvas, WITNESSED) == 0


@pytest.mark.parametrize("gone", ["present", "custody"])
def test_who_has_left_or_is_held_is_no_longer_marked(view: View, gone: str) -> None:
    person = crowd_of(view)[0]
    flags = getattr(view, gone).copy()
    flags[person] = gone == "custody"
    canvas, _ = drawn(marked(view, Mark(person, "throw", 0), **{gone: flags}), PeopleMarks())
    assert inked(canvas, WITNESSED) == 0


def test_only_the_latest_act_of_somebody_is_told(view: View) -> None:
    person, marks = crowd_of(view)[0], PeopleMarks()
    late = Mark(person, "burn_tyres", 900)
    view = marked(view, late, Mark(person, "throw", 30))
    _, camera = drawn(view, marks)
    assert find(marks, camera, view, person) == late


def test_slips_are_few_and_lie_on_no_other(view: View) -> None:
    marks = PeopleMarks()
    drawn(marked(view, *(Mark(row, "throw", row) for row in crowd_of(view)[: MOST + 4])), marks)
    assert len(marks.areas) == MOST
    assert not any(one.colliderect(other) for one, other in itertools.combinations(marks.areas, 2))


def test_who_pushes_among_many_is_told_when_pointed_at_and_not_by_a_slip(view: View) -> None:
    person, marks = crowd_of(view)[0], PeopleMarks()
    view = marked(view, Mark(person, "press", 0))
    canvas, _ = drawn(view, marks)
    assert not marks.areas
    assert inked(canvas, WITNESSED) == 0
    assert canvas.say("mark.press") in seen(canvas, view, person)


def test_an_officer_pointed_at_is_of_their_own_unit_not_of_one_that_looks_the_same() -> None:
    polling = read_level(LEVELS / "tps-pagi.yaml")
    view = Session(polling).view(trainee(polling))
    guard = next(unit for unit in view.units if unit.type == "pam_tps")
    canvas, _ = drawn(view, PeopleMarks())
    assert seen(canvas, view, int(guard.rows[0])).startswith(guard.type_label["id"])


def test_from_afar_there_are_dots_and_no_slips(view: View) -> None:
    marks = PeopleMarks()
    canvas, _ = drawn(marked(view, Mark(crowd_of(view)[0], "throw", 0)), marks, zoom=7)
    assert inked(canvas, WITNESSED) > 10
    assert not marks.areas


@pytest.mark.parametrize(("standing", "pins"), [("none", False), ("open", True), ("broken", False)])
def test_the_coordinator_is_pinned_while_there_are_talks(view: View, standing: Any, pins: bool) -> None:
    korlap = crowd_of(view)[0]
    talks = TalksView(
        korlap=korlap, standing=standing, since=0.0, unit="ne1", demands=(), red_lines=(), crossed=(), asked=(),
        granted=(), denied=(), refused=(), counter="", promises=(), delegates=(), stage="none", rooms=(), received=0,
    )  # fmt: skip
    canvas, _ = drawn(dataclasses.replace(marked(view, Mark(korlap, "throw", 0)), talks=talks), PeopleMarks())
    assert (inked(canvas, ORDER_BLUE) > 10) is pins


@pytest.mark.parametrize("act", ["throw", "burn_tyres", "press"])
def test_every_act_that_can_be_witnessed_has_words_in_both_languages(act: str) -> None:
    assert known(f"mark.{act}")


def test_every_slip_of_an_event_has_words() -> None:
    assert all(known(f"ui.mark.{word}") and known(f"ui.mark.{word}.more") for word in ICONS)
