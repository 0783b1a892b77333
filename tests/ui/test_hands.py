"""Who holds whom and who kneels beside whom is told by where they stand."""

import dataclasses

import numpy as np
import pytest

from game.app import trainee
from game.level.schema import Level
from game.session.dealings import ArrestView
from game.session.session import Session
from game.session.view import View
from game.ui.hands import holders, kneeling
from game.ui.square import STATES, figures_of, states_of

pytestmark = pytest.mark.usefixtures("shown")


@pytest.fixture
def view(level: Level) -> View:
    """The first look of the shipped level, everybody standing still."""
    first = Session(level).view(trainee(level))
    return dataclasses.replace(first, velocity=first.velocity * 0.0)


def team(view: View, **changes: object) -> tuple[View, np.ndarray, int]:
    """A View whose first unit is changed, its rows, and somebody of the crowd."""
    unit = dataclasses.replace(view.units[0], **changes)
    crowd = np.flatnonzero(view.present & (view.cast.unit < 0))
    return dataclasses.replace(view, units=(unit, *view.units[1:])), unit.rows, int(crowd[0])


def moved(view: View, places: dict[int, tuple[float, float]], heading: float = 0.0) -> View:
    """`view` with some rows elsewhere, facing `heading`."""
    position, headings = view.position.copy(), view.heading.copy()
    for row, place in places.items():
        position[row], headings[row] = place, heading
    return dataclasses.replace(view, position=position, heading=headings)


def held(view: View, person: int, unit: str) -> View:
    """`view` in which `unit` leads `person` away."""
    custody = view.custody.copy()
    custody[person] = True
    arrest = ArrestView(
        person=person, unit=unit, officer="Bripka Arun", act="throw", taken=0.0, handed_over=None,
        injured=False, ill_treated=False, outcome="taken",
    )  # fmt: skip
    return dataclasses.replace(view, custody=custody, arrests=(arrest,))


def test_two_medics_kneel_beside_somebody_lying_and_the_others_stand(view: View) -> None:
    view, medics, person = team(view, orders=("treat",))
    fallen = view.fallen.copy()
    fallen[person] = True
    at = {person: (30.0, 30.0), medics[0]: (30.8, 30.0), medics[1]: (29.4, 30.4), medics[2]: (30.0, 31.2)}
    view = dataclasses.replace(moved(view, at), fallen=fallen)
    assert set(kneeling(view)) == {medics[0], medics[1]}
    assert STATES[states_of(view)[medics[0]]] == "kneel"


def test_nobody_kneels_beside_somebody_who_stands(view: View) -> None:
    view, medics, person = team(view, orders=("treat",))
    assert not len(kneeling(moved(view, {person: (30.0, 30.0), medics[0]: (30.5, 30.0)})))


def test_the_two_nearest_officers_hold_who_is_led_away_each_from_his_side(view: View) -> None:
    view, officers, person = team(view)
    at = {person: (30.0, 30.0), officers[0]: (30.0, 30.8), officers[1]: (30.0, 29.2), officers[2]: (28.9, 30.0)}
    view = held(moved(view, at), person, view.units[0].name)
    assert holders(view) == {officers[0]: "hold_right", officers[1]: "hold_left"}
    states = states_of(view)
    assert [STATES[states[row]] for row in (officers[0], person)] == ["hold_right", "custody"]


def test_an_officer_out_of_reach_holds_nobody(view: View) -> None:
    view, _, person = team(view)
    view = held(moved(view, {person: (3.0, 3.0)}), person, view.units[0].name)
    assert holders(view) == {}


def test_who_throws_is_seen_throwing_even_while_pushing_and_who_sits_is_seen_sitting(view: View) -> None:
    crowd = np.flatnonzero(view.present & (view.cast.unit < 0))
    act, pressing = view.act.copy(), view.pressing & False
    act[crowd[0]], act[crowd[1]] = view.acts.index("throw"), view.acts.index("sit")
    pressing[crowd[0]] = True
    states = states_of(dataclasses.replace(view, act=act, pressing=pressing))
    assert [STATES[states[row]] for row in crowd[:2]] == ["throw", "sit"]


def test_who_was_cared_for_lies_under_a_blanket_or_walks_with_a_bandage(view: View) -> None:
    crowd = np.flatnonzero(view.present & (view.cast.unit < 0))
    fallen, treated = view.fallen.copy(), view.treated.copy()
    fallen[crowd[0]] = treated[crowd[0]] = treated[crowd[1]] = True
    view = dataclasses.replace(view, fallen=fallen, treated=treated)
    assert STATES[states_of(view)[crowd[0]]] == "treated"
    figures = figures_of(view)
    assert set(figures.person[figures.bandaged]) == {crowd[1]}


def test_every_act_of_the_crowd_and_every_posture_of_the_units_can_be_drawn(view: View) -> None:
    assert set(view.acts) <= set(STATES)
    assert {posture for unit in view.units for posture in unit.postures} <= set(STATES)
