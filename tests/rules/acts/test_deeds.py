"""What people do in place beyond noise: signs, sitting down, cameras, restraint."""

import numpy as np
import pytest

from game.rules import throwing
from game.rules.acts.act import LOOKS_ROUND, acting, loudly
from game.rules.behaviours.protest import Protest
from game.rules.kinds import ACTS
from tests.crowds import live_for, of_role
from tests.pictures import picture

BLOCK = "\n".join(["L......" + "c" * 7] * 8)  # 56 people seven metres from a line, four with a sign, one in front


def crowd(drawing=BLOCK, **feelings):
    """A crowd that protests, whose feelings stay as they are."""
    world = picture(drawing, plans={"c": (Protest(),)})
    world.people.arrives[:] = -LOOKS_ROUND
    rows = np.flatnonzero(of_role(world, "supporter"))
    for feeling, value in feelings.items():
        getattr(world.people, feeling)[rows] = value
        if feeling in ("anger", "trust", "unity"):
            getattr(world.people, f"{feeling}_base")[rows] = value
    return world


def angry(drawing, **others):
    return crowd(drawing, **({"anger": 0.9, "trust": 0.05, "unity": 0.6, "expressiveness": 0.9} | others))


def test_few_hold_up_a_sign_and_only_where_it_can_be_seen():
    world = crowd(anger=0.05, unity=0.05)
    live_for(world, 3)
    shown = np.flatnonzero(acting(world, "banner"))
    assert 1 <= len(shown) <= 2
    assert world.people.position[shown, 0].max() < 8.5


def test_the_united_who_are_not_hostile_sit_down_before_the_line_and_stay_there():
    world = crowd(unity=0.6, trust=0.8, anger=0.1)
    live_for(world, 3)
    sits = acting(world, "sit")
    assert sits.sum() > 20
    before = world.people.position[sits].copy()
    live_for(world, 5)
    assert np.hypot(*(world.people.position[sits] - before).T).max() < 0.3


def test_without_a_line_nobody_sits_down():
    world = crowd("cccccc\ncccccc", unity=0.6, trust=0.8, anger=0.1)
    live_for(world, 3)
    assert not acting(world, "sit").any()


def test_only_voices_drown_a_loudhailer():
    world = crowd("cccccc")
    world.people.act[:] = [ACTS.index(word) for word in ("chant", "jeer", "sit", "film", "throw", "banner")]
    assert loudly(world).tolist() == [True, True, False, False, False, False]
    world.people.act[:] = -1
    assert not loudly(world).any()


def test_passers_by_film_who_throws_and_who_is_led_away_if_they_see_it():
    world = angry("b.......cc...........L\n........cc...........L\nb####################L")
    live_for(world, 6)
    seen, hidden = np.flatnonzero(world.people.civilian & (world.people.role == 1))
    assert ACTS[world.people.act[seen]] == "film"
    assert world.people.act[hidden] == -1


def test_where_nothing_happens_nobody_films():
    world = crowd("b......ccc.......L")
    live_for(world, 4)
    assert not acting(world, "film").any()


@pytest.fixture
def mixed():
    """One who throws among eight who trust the police."""
    world = picture("L" + "." * 11 + "ccc\nL" + "." * 11 + "cxc\nL" + "." * 11 + "ccc", plans={"c": (Protest(),)})
    people = world.people
    people.arrives[:] = -LOOKS_ROUND
    for feeling, value in (("trust", 0.9), ("unity", 0.05), ("anger", 0.05)):
        getattr(people, feeling)[:8] = getattr(people, f"{feeling}_base")[:8] = value
    thrower = 8
    people.anger[thrower] = people.anger_base[thrower] = 1.0
    people.predisposition[thrower], people.threshold[thrower], people.risk_aversion[thrower] = 1.0, 0.0, 0.0
    people.free_speed[thrower] = 0.01  # stays among them
    return world


def test_peers_who_hold_the_police_to_be_fair_keep_a_thrower_from_throwing(mixed):
    mixed.people.expressiveness[8] = 0.9
    live_for(mixed, 12)
    told = {event.word for event in mixed.said}
    assert acting(mixed, "restrain").any()
    assert "held_back" in told
    assert mixed.people.stones[8] >= 5  # at most one before they had him by the arm


def test_without_trust_nobody_holds_him_back(mixed):
    mixed.people.trust[:8] = mixed.people.trust_base[:8] = 0.4
    mixed.people.predisposition[:8] = 0.0
    live_for(mixed, 12)
    assert not acting(mixed, "restrain").any()
    assert mixed.people.stones[8] < 5


def test_one_person_throws_at_most_every_six_seconds_and_not_for_ever():
    world = angry("L" + "." * 14 + "c")
    world.people.free_speed[0], world.people.stones[0] = 0.01, 3
    thrown = []
    for _ in range(250):
        before = world.people.stones[0]
        live_for(world, 0.1)
        if world.people.stones[0] < before:
            thrown.append(world.tick)
    assert len(thrown) == 3
    assert np.diff(thrown).min() >= throwing.REFRACTORY
    assert world.people.stones[0] == 0


def test_who_has_just_come_looks_round_first():
    world = angry("L" + "." * 14 + "c")
    world.people.free_speed[0], world.people.arrives[:] = 0.01, 0
    live_for(world, 8)
    assert world.people.stones[0] == 6


def test_nobody_throws_right_before_the_line_nor_what_cannot_be_seen():
    for drawing in ("L.c", "L....#.....c"):
        world = angry(drawing)
        live_for(world, 4)
        assert world.people.stones[0] == 6
