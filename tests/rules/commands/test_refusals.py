"""Orders that cannot be carried out: refused in words of both languages, and nothing changes."""

import dataclasses
import string
from collections.abc import Callable

import numpy as np
import pytest

from game.rules import radio
from game.rules.radio import Refused
from game.text import LANGUAGES
from game.ui.wording import reason_in_words
from game.world.people import NEVER
from game.world.state import state_hash
from game.world.talks import Talks
from game.world.units import Unit
from game.world.world import Command, World
from tests.parade import block, ground, heard, let_pass, order
from tests.pictures import picture
from tests.reliefs import platoons

SQUARE = """
    ...................................................
    .V...........................................####..
    .............................................####..
    .............................................####..
    .P.M...AA....LL...N....cccc...b..............####..
    .P.M...AA....LL...N....cccc..................####..
    .P.M...AA....LL...N....cccc.......................X
    ...................................................
    .W...........R....................................Z
    ..................................................Z
"""
KORLAP, BYSTANDER, OFFICER = 5, 12, 13  # rows of People


@pytest.fixture
def square() -> World:
    """One unit of each kind, twelve people with a coordinator, a bystander, a building without doors and an exit."""
    world = picture(SQUARE)
    world.talks = Talks(KORLAP, ("hear_us",), (), {"hear_us": "kpu"})
    order(world, "form", unit="a", formation={"bersaf": {"ranks": 2}})
    let_pass(world, 8.0)
    world.said.clear()
    world.events_said = 0
    return world


def refused(world: World, word: str, seat: str = "kapolda", **fields: object) -> str:
    """The code of why the order is refused, once it is sure that it is said in words and that nothing changes."""
    world.events_said = 0
    before = state_hash(world)
    radio.give(world, seat, Command.read({word: fields}))
    why = heard(world, Refused)[-1].why
    assert world.events_said == 1
    world.events_said = 0
    assert state_hash(world) == before
    for language in LANGUAGES:
        said = reason_in_words(why, language)
        assert said.endswith((".", ")."))
        assert not [name for _, name, _, _ in string.Formatter().parse(said) if name]
    return why.code


def rows(world: World, unit: str) -> np.ndarray:
    return world.units[unit].rows


def not_there(world: World, unit: str, arrives: int) -> Unit:
    world.people.present[rows(world, unit)], world.people.arrives[rows(world, unit)] = False, arrives
    return world.units[unit]


def has_gone(world: World) -> None:
    not_there(world, "a", 0)
    world.people.left[rows(world, "a")] = True


def waits_for_a_request(world: World) -> None:
    not_there(world, "a", NEVER).on_request = 480.0


NOT_THERE: dict[str, Callable[[World], object]] = {
    "unit_coming": lambda world: not_there(world, "a", world.tick + 5400),
    "unit_not_requested": waits_for_a_request,
    "unit_not_deployed": lambda world: not_there(world, "a", NEVER),
    "unit_gone": has_gone,
    "unit_down": lambda world: world.people.fallen.__setitem__(rows(world, "a"), True),
    "unknown_unit": lambda world: world.units.pop("a"),
}
ANY_ORDER: tuple[tuple[str, dict[str, object]], ...] = (
    ("hold", {}),
    ("cancel", {}),
    ("move", {"to": [20, 4]}),
    ("face", {"facing": 90}),
    ("form", {"formation": "banjar_tiga"}),
    ("posture", {"posture": "siaga"}),
    ("warn", {"level": 1}),
    ("push", {"metres": 3}),
    ("withdraw", {"metres": 3}),
    ("guard", {"zone": "zona"}),
    ("relieve", {"whom": "l"}),
    ("open_exit", {"exit": "keluar"}),
    ("escort", {"to": "zona"}),
    ("negotiate", {"say": "listen"}),
    ("arrest", {"person": KORLAP}),
    ("release", {"person": KORLAP}),
    ("treat", {}),
    ("spray", {"at": [30, 5], "mode": "jet"}),
)


@pytest.mark.parametrize("code", NOT_THERE)
def test_who_is_not_there_takes_no_order_of_any_kind(square, code):
    NOT_THERE[code](square)
    for word, fields in ANY_ORDER:
        assert refused(square, word, unit="a", **fields) == code, word


@pytest.mark.parametrize(
    ("unit", "word", "fields"),
    [
        ("a", "arrest", {"person": KORLAP}),
        ("a", "release", {"person": KORLAP}),
        ("a", "treat", {}),
        ("a", "spray", {"at": [30, 5], "mode": "jet"}),
        ("a", "negotiate", {"say": "listen"}),
        ("l", "treat", {"person": 0}),
        ("p", "spray", {"at": [30, 5], "mode": "diffuse"}),
    ],
)
def test_who_has_not_the_tool_or_the_training_is_refused(square, unit, word, fields):
    assert refused(square, word, unit=unit, **fields) == "not_for_this_type"


def test_kit_that_a_unit_does_not_carry(square):
    assert refused(square, "warn", unit="p", level=1) == "no_loudhailer"
    assert refused(square, "posture", unit="a", posture="berlindung") == "posture_not_carried"
    cannon = square.units["w"]
    cannon.type = dataclasses.replace(cannon.type, pumps={"diffuse": 8.0})
    assert refused(square, "spray", unit="w", at=[30, 2], mode="jet") == "no_nozzle"


def test_ranks_and_seats_that_may_not(square):
    assert refused(square, "warn", "danton", unit="a", level=3) == "rank_too_low"
    assert refused(square, "raise_flag", "danton", flag="kuning") == "rank_too_low"
    assert refused(square, "raise_flag", "kapolres", flag="merah") == "rank_too_low"
    assert refused(square, "hold", "bupati", unit="a") == "unknown_seat"
    assert refused(square, "go_home", "kapolda", group="supporter") == "only_instructor"
    square.seats["kapolres"] = dataclasses.replace(square.seats["kapolres"], units=("l",))
    assert refused(square, "hold", "kapolres", unit="a") == "not_yours"


def test_water_that_is_spent_too_near_or_out_of_reach(square):
    assert refused(square, "spray", unit="w", at=[12, 2], mode="diffuse") == "water_too_near"
    assert refused(square, "spray", unit="w", at=[24, 2], mode="jet") == "jet_too_near"
    assert refused(square, "spray", unit="w", at=[45, 2], mode="diffuse") == "out_of_reach"
    assert refused(square, "spray", unit="w", at=[60, 2], mode="jet") == "outside"
    square.units["w"].water = 0.0
    assert refused(square, "spray", unit="w", at=[24, 4], mode="diffuse") == "no_water"


def test_ways_that_are_none(square):
    assert refused(square, "move", unit="a", to=[47, 7]) == "no_room"
    assert refused(square, "move", unit="a", to=[47, 70]) == "outside"
    assert refused(square, "move", unit="w", to=[47, 7]) == "too_narrow"
    assert refused(square, "move", unit="r", to=[25, 1]) == "people_at_goal"
    assert refused(square, "withdraw", unit="a", metres=30) == "outside"
    assert refused(square, "guard", unit="a", zone="nirwana") == "unknown_zone"
    assert refused(square, "open_exit", unit="a", exit="nirwana") == "unknown_exit"
    assert refused(square, "open_exit", unit="a", exit="keluar") == "exit_is_open"


def test_a_place_with_a_wall_all_round_is_refused_before_the_unit_leaves_what_it_does():
    ring = [(x, y) for x in range(36, 55) for y in range(12, 29) if x in (36, 54) or y in (12, 28)]
    world = ground(60, 40, A=block(10, 18, 5), wall=ring)
    order(world, "move", unit="a", to=[25, 20])
    let_pass(world, 1.0)
    assert refused(world, "move", unit="a", to=[45, 20]) == "unreachable"
    assert refused(world, "form", unit="a", formation="banjar_tiga", at=[45, 20]) == "unreachable"
    assert world.units["a"].task.word == "move"


def test_a_line_pushes_and_steps_back_straight_and_never_through_a_wall():
    world = ground(60, 40, A=block(25, 18, 5), wall=[(x, y) for x in (22, 33) for y in range(10, 30)])
    assert refused(world, "push", unit="a", metres=12.0) == "wall_in_the_way"
    assert refused(world, "withdraw", unit="a", metres=8.0) == "wall_in_the_way"
    assert Command.read({"push": {"unit": "a", "metres": 6.0}}).check(world, "kapolda") is None


def test_an_arrest_of_nobody_of_an_officer_and_of_who_is_out_of_reach(square):
    for person in (-1, 10**9, 2**70):
        assert refused(square, "arrest", unit="p", person=person) == "no_such_person"
        assert refused(square, "treat", unit="m", person=person) == "no_such_person"
        assert refused(square, "release", unit="p", person=person) == "not_held_by"
    assert refused(square, "arrest", unit="p", person=OFFICER) == "person_is_officer"
    square.people.position[BYSTANDER] = 50.0, 9.5
    assert refused(square, "arrest", unit="p", person=BYSTANDER) == "person_too_far"
    square.people.present[KORLAP] = False
    assert refused(square, "arrest", unit="p", person=KORLAP) == "person_gone"
    assert refused(square, "release", unit="p", person=0) == "not_held_by"


def test_a_bystander_and_the_coordinator_can_be_arrested_and_the_lamp_is_amber_for_want_of_evidence(square):
    for person in (BYSTANDER, KORLAP):
        command = Command.read({"arrest": {"unit": "p", "person": person}})
        assert command.check(square, "kapolda") is None
        assert "no_evidence" in command.cautions(square)


def test_reliefs_by_or_of_the_wrong_unit(square):
    assert refused(square, "relieve", unit="a", whom="a") == "relieves_itself"
    assert refused(square, "relieve", unit="l", whom="m") == "not_a_line_unit"
    assert refused(square, "relieve", unit="l", whom="n") == "not_a_line_unit"
    assert refused(square, "relieve", unit="l", whom="supporter") == "unknown_unit"
    assert refused(square, "relieve", unit="a", whom="l") == "relieves_with_no_more"
    square.people.fallen[rows(square, "a")] = True
    assert refused(square, "relieve", unit="l", whom="a") == "stands_in_no_line"


def test_who_has_been_relieved_is_not_relieved_once_more_by_the_line_before_them():
    world = platoons(0, 0.0)
    relief, ahead = world.units["l"], np.array([4.6, 0.0])
    world.people.position[relief.rows] += ahead
    world.people.slot[relief.rows] += ahead
    relief.centre = relief.centre + ahead
    assert refused(world, "relieve", unit="l", whom="a") == "relieved_already"


def test_negotiating_with_nobody(square):
    square.people.custody[KORLAP] = square.units["p"].index
    assert refused(square, "negotiate", unit="n", say="listen") == "korlap_held"
    square.people.custody[KORLAP] = -1
    square.people.present[KORLAP] = False
    assert refused(square, "negotiate", unit="n", say="explain") == "korlap_gone"
    square.talks = None
    assert refused(square, "negotiate", unit="n", say="listen") == "nobody_to_talk_to"
    assert refused(square, "escort", unit="n", to="zona") == "no_delegates"


def test_a_unit_that_is_busy(square):
    order(square, "arrest", unit="p", person=BYSTANDER)
    let_pass(square, 0.5)
    assert refused(square, "arrest", unit="p", person=KORLAP) == "arrest_under_way"
    order(square, "hold", "kapolda", unit="l")
    let_pass(square, 0.2)
    assert refused(square, "move", "danton", unit="l", to=[15, 3]) == "under_higher_order"


def test_what_belongs_before_the_first_tick_is_refused_after_it(square):
    assert refused(square, "deploy", unit="a", at="zona") == "already_begun"
    assert refused(square, "stand_down", unit="a") == "already_begun"
