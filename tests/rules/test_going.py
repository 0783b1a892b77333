"""Going home: because one is called, told or worn out; staying, turning round, and coming back."""

import numpy as np
import pytest

from game.rules import going, returns
from game.rules.behaviours.protest import Protest
from game.rules.kinds import BEHAVIOURS
from game.rules.mood import force_event
from game.world.people import NOBODY
from tests.crowds import live_for
from tests.pictures import picture

SQUARE = "c.c.c...............X\nc.c.c...............X"
EVERYONE = np.arange(6)


def square(drawing=SQUARE):
    return picture(drawing, plans={"c": (Protest(),)})


def goals(world):
    return {BEHAVIOURS[goal] for goal in world.people.behaviour[world.people.civilian & world.people.present]}


def test_who_is_called_home_walks_to_the_exit_and_is_gone():
    world = square()
    going.call(world, EVERYONE, 0.9)
    live_for(world, 3)
    assert goals(world) == {"disperse"}
    assert np.hypot(*world.people.velocity.T).max() < 2.0
    live_for(world, 20)
    assert world.people.left.all()
    assert (world.people.fled == NOBODY).all()


def test_the_angry_stay_when_they_are_called_home():
    world = square()
    world.people.anger[:3] = 0.8
    going.call(world, EVERYONE, 0.9)
    live_for(world, 2)
    assert (world.people.behaviour == BEHAVIOURS.index("disperse")).tolist() == [False] * 3 + [True] * 3


def three_minutes_after_the_last_himbauan(**feelings):
    world = square()
    world.people.understood[:] = 3
    for feeling, value in feelings.items():
        getattr(world.people, feeling)[:] = value
    for _ in range(180):
        going.consider(world)
    return world


def test_the_last_himbauan_sends_home_those_who_understood_it_sooner_where_the_police_are_trusted():
    trusting, doubting = (three_minutes_after_the_last_himbauan(trust=trust).people.homeward for trust in (0.9, 0.3))
    assert trusting.min() > 0.4
    assert doubting.max() < 0.3
    deaf = square()
    for _ in range(180):
        going.consider(deaf)
    assert (deaf.people.homeward == 0.0).all()


def test_the_hostile_do_not_obey_and_give_up_what_they_had_in_mind():
    assert (three_minutes_after_the_last_himbauan(hostile=True).people.homeward == 0.0).all()
    world = square()
    going.call(world, EVERYONE, 0.9)
    world.people.hostile[:] = True
    for _ in range(5):
        going.consider(world)
    assert (world.people.homeward == 0.0).all()


def test_where_every_exit_is_shut_nobody_sets_out():
    world = square()
    world.exits_shut = ["keluar"]
    going.call(world, EVERYONE, 0.9)
    live_for(world, 3)
    assert goals(world) == {"protest"}
    world.exits_shut = []
    live_for(world, 3)
    assert goals(world) == {"disperse"}


def test_after_three_quarters_of_an_hour_people_have_had_enough():
    world = square()
    world.tick = 46 * 60 * 30
    for _ in range(600):
        going.consider(world)
    assert world.people.homeward.min() > 0.4


def test_force_seen_on_people_who_did_nothing_turns_round_those_on_their_way_home():
    world = square("c.cbb.c.............X\nc.cbb.c.............X")
    people = world.people
    going.call(world, np.arange(len(people)), 0.8)
    live_for(world, 3)
    assert goals(world) == {"disperse"}
    for _ in range(3):
        force_event(world, people.position[0], 5.0, 1.0, np.array([0, 1]), 7)
    people.fear[:] = 0.0  # who is afraid runs
    live_for(world, 3)
    assert "disperse" not in goals(world)
    assert people.homeward.min() < 0.5


@pytest.fixture
def fled():
    """Six who ran off just now, the first three without trust."""
    world = square()
    people = world.people
    people.position[:] = world.ground.exits["keluar"].centre + np.linspace(-0.5, 0.5, 6)[:, None] * (0.0, 1.6)
    people.fear[:], people.behaviour[:] = 0.9, BEHAVIOURS.index("flee")
    live_for(world, 0.5)
    assert people.left.all()
    people.trust[:3], people.trust[3:] = 0.2, 0.7
    return world


def test_who_ran_off_stays_away_for_three_minutes(fled):
    fled.tick += 170 * 30
    returns.come_back(fled)
    assert fled.people.left.all()


def test_then_those_come_back_whose_trust_is_kept_and_they_are_calm(fled):
    fled.tick += 360 * 30
    for _ in range(6):
        returns.come_back(fled)
        fled.people.position[fled.people.present] += (-0.7, 0.0)  # each makes room for the next
    assert fled.people.present.tolist() == [False] * 3 + [True] * 3
    assert fled.people.fear[3:].max() < 0.01
    booked = fled.causes.sums[3:].sum(axis=2)[:, 1]
    assert booked == pytest.approx(fled.people.fear[3:] - 0.9, abs=0.05)
    assert sum(event.people for event in fled.said if event.word == "came_back") == 3


def test_anger_brings_back_those_without_trust(fled):
    fled.people.anger[0] = 0.8
    fled.tick += 360 * 30
    returns.come_back(fled)
    assert fled.people.present[0]


def test_nobody_comes_back_through_an_exit_that_has_been_shut(fled):
    fled.exits_shut = ["keluar"]
    fled.tick += 360 * 30
    returns.come_back(fled)
    assert fled.people.left.all()


def test_who_went_home_in_peace_does_not_come_back():
    world = square()
    going.call(world, EVERYONE, 0.9)
    live_for(world, 22)
    world.tick += 600 * 30
    returns.come_back(world)
    assert world.people.left.all()
