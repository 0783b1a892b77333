import pytest

from game.rules import strain
from game.world.world import World
from tests.parade import block, ground


def minutes(world: World, count: float) -> float:
    for _ in range(round(60 * count)):
        strain.tire(world)
    return world.units["a"].strain


def test_a_line_before_a_crowd_tires_in_three_quarters_of_an_hour():
    world = ground(A=block(10, 13, 10), c=block(15, 13, 10))
    assert minutes(world, 15.0) == pytest.approx(1 / 3, abs=0.01)
    assert minutes(world, 60.0) == 1.0


def test_a_push_tires_it_in_minutes():
    world = ground(A=block(10, 13, 10), c=block(15, 13, 10))
    world.people.contact_force[world.units["a"].rows] = 300.0
    assert minutes(world, 5.0) > 0.5


def test_stones_that_strike_tell_once():
    world = ground(A=block(10, 13, 10))
    world.missiles.struck["a"] = 4
    strain.tire(world)
    assert world.units["a"].strain == pytest.approx(0.5 * 4 / 10 - strain.RESTS)
    assert world.missiles.struck == {}


def test_a_line_at_rest_is_fresh_again_after_a_quarter_of_an_hour():
    world = ground(A=block(10, 13, 10), c=block(45, 13, 10))
    world.units["a"].strain = 1.0
    assert minutes(world, 15.5) == 0.0


def test_who_came_to_talk_has_no_strain_of_the_line():
    world = ground(N=block(10, 13, 4), A=block(30, 13, 4), c=block(14, 13, 10))
    minutes(world, 10.0)
    assert world.units["n"].strain == 0.0
