import numpy as np
import pytest

from game.rules import footing
from game.world.world import TICKS_PER_SECOND, World
from tests.pictures import picture, walk


def pushed_back(way: float, press: float, brace: float = 650.0, against: float = 200.0) -> World:
    """Three officers abreast who face east and go `way` m/s, against three files of three who press west."""
    world = picture("\n".join(3 * [12 * "." + "Lccc" + 8 * "."]), cell=0.4)
    people = world.people
    people.way[people.civilian], people.press[people.civilian] = (-1.34, 0.0), against
    people.way[~people.civilian], people.press[~people.civilian] = (way, 0.0), press
    people.brace[~people.civilian] = brace
    return world


def speed_of(world: World, seconds: float = 4.0) -> float:
    """m/s of the officers over the last second of `seconds`."""
    officers = world.units["l"].rows
    speeds = [world.people.velocity[officers, 0].mean() for _ in walk(world, seconds)]
    return float(np.mean(speeds[-TICKS_PER_SECOND:]))


def test_one_who_pushes_weaker_than_he_is_pushed_is_held_by_his_feet():
    assert abs(speed_of(pushed_back(0.6, 250.0))) < 0.05


def test_one_whose_feet_bear_less_is_driven_back():
    assert speed_of(pushed_back(0.6, 100.0, brace=50.0)) < -0.1


def test_one_who_is_to_step_back_does_so_nearer_to_his_own_pace_than_to_theirs():
    assert speed_of(pushed_back(-0.47, 0.0)) == pytest.approx(-0.47, abs=0.25)  # they would go at 1.34


def test_nobody_leans_on_what_does_not_push():
    world = picture("L....c")
    world.people.way[1], world.people.press[1] = (0.6, 0.0), 250.0
    assert not footing.lean(world.people, footing.walks(world.people)).any()


def test_who_stands_holds_and_who_walks_does_not():
    world = picture("L....c")
    world.people.wanted[0] = 1.0, 0.0
    held = footing.held(world, footing.walks(world.people))
    assert held.tolist() == [0.0, world.people.brace[1]]
    assert not np.signbit(held).any()
