import numpy as np
import pytest

from game.rules.kinds import ACTS
from game.rules.tasks.warn import HimbauanGiven, audible
from game.world.world import TICKS_PER_SECOND
from tests.parade import asked, block, ground, heard, let_pass, order


@pytest.fixture
def square():
    """Negotiators before forty people, a platoon behind them."""
    return ground(80, 40, A=block(5, 15, 10), N=block(15, 18, 4), c=block(20, 15, 10, 4))


def wait(world, seconds):
    """Nothing happens for `seconds`."""
    world.tick += round(seconds * TICKS_PER_SECOND)


def test_a_himbauan_is_said_heard_and_counted(square):
    order(square, "warn", unit="n", level=1)
    let_pass(square, 13.0)
    (given,) = heard(square, HimbauanGiven)
    assert (given.level, given.present, given.actor) == (1, 40, "n")
    assert given.heard > 30
    assert given.percent == round(100 * given.heard / 40)
    assert 1 in square.units["n"].warned_at


def test_those_who_hear_it_trust_more_and_the_book_says_why(square):
    before = square.people.trust.copy()
    order(square, "warn", unit="n", level=1)
    let_pass(square, 13.0)
    moved = square.people.trust - before
    (given,) = heard(square, HimbauanGiven)
    assert np.count_nonzero(moved) == given.heard
    assert moved.max() == pytest.approx(0.045)
    assert square.causes.latest.max() == given.id


def test_it_goes_on_facilitating_talk_but_the_last_warning_does_not(square):
    order(square, "warn", unit="n", level=1)
    let_pass(square, 13.0)
    wait(square, 62.0)
    assert square.facilitating["n"] > square.units["n"].warned_at[1]
    order(square, "warn", unit="n", level=2)
    let_pass(square, 13.0)
    wait(square, 62.0)
    second = square.facilitating["n"]
    order(square, "warn", unit="n", level=3)
    let_pass(square, 13.0)
    assert square.units["n"].warned_at.keys() == {1, 2, 3}
    assert square.facilitating["n"] == second


def test_who_stands_far_off_or_among_chanting_hears_less(square):
    quiet = audible(square, square.units["n"])
    near, far = square.groups[0].rows[[0, -1]]
    assert audible(square, square.units["a"])[near] > 0.9
    assert quiet[near] > quiet[far]
    square.people.act[square.groups[0].rows] = ACTS.index("chant")
    assert np.all(audible(square, square.units["n"])[square.groups[0].rows] < quiet[square.groups[0].rows])


def test_another_order_before_it_is_said_means_that_nobody_heard_it(square):
    order(square, "warn", unit="n", level=1)
    let_pass(square, 6.0)
    order(square, "hold", unit="n")
    let_pass(square, 20.0)
    assert heard(square, HimbauanGiven) == []
    assert square.units["n"].warned_at == {}


def test_each_level_needs_the_one_before_and_a_minute_between(square):
    assert asked(square, "warn", unit="n", level=2).code == "himbauan_order"
    order(square, "warn", unit="n", level=1)
    let_pass(square, 13.0)
    wait(square, 20.0)
    why = asked(square, "warn", unit="n", level=1)
    assert (why.code, why.values["wait"]) == ("too_soon", 39)
    assert asked(square, "warn", unit="a", level=2).code == "too_soon"  # another unit must wait, too
    assert asked(square, "warn", unit="a", level=1) is None
    wait(square, 40.0)
    assert asked(square, "warn", unit="a", level=2) is None


def test_a_queued_himbauan_is_judged_when_its_turn_comes(square):
    order(square, "warn", unit="n", level=1)
    order(square, "warn", unit="n", level=2, queue=True)
    let_pass(square, 14.0)
    assert square.said[-1].why.code == "too_soon"
    assert len(heard(square, HimbauanGiven)) == 1
