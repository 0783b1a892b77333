import numpy as np
import pytest

from game.rules.advance import advance
from game.world.world import TICKS_PER_SECOND
from tests.parade import block, ground, let_pass, off_slot, order, until_done


def test_a_standing_line_lets_another_unit_through_and_closes_again():
    world = ground(A=block(10, 8, 12), N=block(18, 6, 16))
    order(world, "form", unit="n", formation={"bersaf": {"ranks": 1}})
    until_done(world, "n", 30.0)
    order(world, "move", unit="a", to=[24, 14])
    until_done(world, "a", 60.0)
    let_pass(world, 4.0)
    assert off_slot(world, "a").max() < 0.35
    assert off_slot(world, "n").max() < 0.35


def test_nobody_makes_way_for_those_who_stand():
    world = ground(A=block(10, 8, 12), N=block(11, 8, 12))
    let_pass(world, 2.0)
    assert not world.people.way.any()


@pytest.fixture
def dense():
    """An officer before a standing crowd of two and a half people a square metre, who is to go to its other side."""
    world = ground(N=[(10, 14)], c=block(14, 8, 12, 10))
    crowd = np.flatnonzero(world.people.civilian)
    world.people.position[crowd] = np.array([14.0, 14.5]) + 0.63 * (world.people.position[crowd] - [14.5, 14.0])
    world.people.slot[world.units["n"].rows] = 24.0, 14.5
    return world


def test_people_who_stand_let_an_officer_through(dense):
    for _ in range(25 * TICKS_PER_SECOND):
        advance(dense)
    assert off_slot(dense, "n").max() < 0.5


def test_who_is_hostile_makes_way_for_nobody(dense):
    dense.people.hostile[:] = True
    let_pass(dense, 6.0)
    assert not dense.people.way[dense.people.civilian].any()


def test_nobody_makes_way_for_a_unit_that_marches(dense):
    dense.units["n"].goal = np.array([24.0, 14.5])
    let_pass(dense, 6.0)
    assert not dense.people.way[dense.people.civilian].any()
