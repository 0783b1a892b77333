import numpy as np
import pytest

from game.rules import exits
from game.rules.tasks.open_exit import REACH, ExitOpened
from game.world import polygons
from tests.parade import asked, block, ground, heard, let_pass, order, until_done


@pytest.fixture
def square():
    """A platoon 25 m from an exit that is shut."""
    world = ground(60, 40, A=block(10, 15, 10), X=block(40, 18, 4, 3))
    world.exits_shut = ["keluar"]
    return world


def test_the_unit_goes_there_carries_the_barriers_aside_and_the_way_is_open(square):
    order(square, "open_exit", unit="a", exit="keluar")
    took = until_done(square, "a", 90.0)
    assert square.exits_shut == []
    assert exits.any_open(square)
    (opened,) = heard(square, ExitOpened)
    assert (opened.exit, opened.actor) == ("keluar", "a")
    assert took > 10.0 + 20.0 / 1.2


def test_the_unit_does_not_stand_in_the_way_it_opens(square):
    order(square, "open_exit", unit="a", exit="keluar")
    until_done(square, "a", 90.0)
    places = square.people.position[square.units["a"].rows]
    off = polygons.signed_distance(square.ground.exits["keluar"].shape, places)
    assert off.min() > 1.0
    assert (off < REACH + 1.0).any()


def test_a_way_out_round_a_house_is_reached_too():
    world = ground(60, 40, A=block(10, 15, 6), X=block(40, 18, 4, 3), wall=block(25, 10, 20, 2))
    world.exits_shut = ["keluar"]
    order(world, "open_exit", unit="a", exit="keluar")
    until_done(world, "a", 150.0)
    assert world.exits_shut == []


def test_another_order_on_the_way_leaves_it_shut(square):
    order(square, "open_exit", unit="a", exit="keluar")
    let_pass(square, 5.0)
    order(square, "hold", unit="a")
    let_pass(square, 40.0)
    assert square.exits_shut == ["keluar"]
    assert heard(square, ExitOpened) == []


def test_what_is_open_or_no_exit_at_all_is_refused(square):
    assert asked(square, "open_exit", unit="a", exit="zona").code == "unknown_exit"
    square.exits_shut = []
    assert asked(square, "open_exit", unit="a", exit="keluar").code == "exit_is_open"


def test_an_exit_that_somebody_opened_meanwhile_is_no_news(square):
    order(square, "open_exit", unit="a", exit="keluar")
    let_pass(square, 5.0)
    square.exits_shut.clear()
    until_done(square, "a", 90.0)
    assert heard(square, ExitOpened) == []
    assert np.isfinite(square.people.position).all()
