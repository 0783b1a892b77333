import dataclasses

import pytest

from game.rules import arrivals
from game.rules.arrivals import UnitArrived
from game.rules.commands.request import Requested
from game.world.people import NEVER
from tests.parade import asked, block, ground, heard, order


@pytest.fixture
def square():
    """Dalmas Lanjut of the neighbours, eight minutes away."""
    world = ground(A=block(5, 5, 6), L=block(40, 5, 6))
    world.units["l"] = dataclasses.replace(world.units["l"], on_request=480.0)
    rows = world.units["l"].rows
    world.people.present[rows], world.people.arrives[rows] = False, NEVER
    return world


def test_who_is_asked_for_comes_after_the_time_it_needs(square):
    order(square, "request", unit="l")
    assert heard(square, Requested)[0].minutes == 8
    square.tick = 480 * 30 - 3
    arrivals.arrive(square)
    assert not square.people.present[square.units["l"].rows].any()
    square.tick += 3
    arrivals.arrive(square)
    assert heard(square, UnitArrived)[0].actor == "l"


def test_it_is_asked_for_once_and_only_if_it_waits_elsewhere(square):
    assert asked(square, "request", unit="a").code == "comes_unasked"
    order(square, "request", unit="l")
    square.tick += 180 * 30
    why = asked(square, "request", unit="l")
    assert (why.code, why.values["minutes"]) == ("asked_already", 5)


def test_until_it_is_there_it_takes_no_other_order(square):
    assert asked(square, "hold", unit="l").code == "unit_not_requested"
    order(square, "request", unit="l")
    why = asked(square, "hold", unit="l")
    assert (why.code, why.values["minutes"]) == ("unit_coming", 8)
