import numpy as np
import pytest

from game.rules import rumours
from game.world.causes import CAUSES
from tests.talking import mean, of, talking, told, turn

TALKS = CAUSES.index("talks")


def test_who_listens_learns_one_demand_or_red_line_at_a_time():
    world = talking(red_lines=("shields_first",))
    known = []
    for _ in range(4):
        turn(world, "listen")
        known.append(list(of(world).heard))
    assert known == [
        ["hear_us"],
        ["hear_us", "recount"],
        ["hear_us", "recount", "shields_first"],
        ["hear_us", "recount", "shields_first"],
    ]
    assert [event.demand for event in told(world, "demand_heard")] == ["hear_us", "recount"]
    assert [event.red_line for event in told(world, "red_line_heard")] == ["shields_first"]


def test_being_heard_calms_and_the_book_says_that_it_was_the_talk():
    world = talking()
    trust, anger = world.people.trust.copy(), world.people.anger.copy()
    turn(world, "listen")
    assert np.all(world.people.trust[:36] > trust[:36])
    assert np.all(world.people.anger[:36] < anger[:36])
    (taken,) = told(world, "turn_taken")
    assert np.all(world.causes.latest[:36, TALKS] == taken.id)
    assert world.causes.sums[:36, :, TALKS].sum(axis=0) == pytest.approx(
        [(world.people.anger - anger)[:36].sum(), 0.0, (world.people.trust - trust)[:36].sum(), 0.0], abs=1e-9
    )


@pytest.mark.parametrize("say", ["listen", "explain"])
def test_the_same_again_is_worth_little(say):
    world = talking()
    of(world).heard = ["hear_us"]
    gained = []
    for _ in range(3):
        before = mean(world, "trust")
        turn(world, say)
        gained.append(mean(world, "trust") - before)
    assert gained[2] < 0.3 * gained[0]


def test_an_explanation_puts_rumours_right():
    world = talking()
    rumours.begin(world, world.groups[0].rows, trust=-0.1, event=0)
    assert world.rumours[0].tells.sum() == rumours.STARTERS
    turn(world, "explain")
    assert not world.rumours[0].tells.any()
