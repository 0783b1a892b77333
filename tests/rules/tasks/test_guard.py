import numpy as np
import pytest

from game.rules.formations.bersaf import Bersaf
from tests.parade import asked, block, ground, let_pass, off_slot, order, until_done

HALL = [(x, y) for x in (20, 29) for y in (16, 23)]  # corners of the zone "zona", ten by eight metres


def test_a_unit_stands_along_the_side_from_which_people_come_and_faces_them():
    world = ground(60, 40, A=block(25, 5, 10), c=block(50, 18, 4, 2), Z=HALL)
    order(world, "guard", unit="a", zone="zona")
    until_done(world, "a", 90.0)
    unit = world.units["a"]
    assert unit.centre.tolist() == [31.0, 20.0]
    assert unit.facing == pytest.approx(0.0)
    assert off_slot(world, "a").max() < 0.35
    let_pass(world, 5.0)
    assert np.abs(world.people.heading[unit.rows]).max() < 0.2


def test_as_wide_as_that_side_and_as_deep_as_needed():
    world = ground(60, 40, A=block(32, 10, 15, 2), c=block(50, 18, 4, 2), Z=HALL)
    order(world, "guard", unit="a", zone="zona")
    until_done(world, "a", 90.0)
    assert world.units["a"].formation == Bersaf(3)  # eight metres, eleven abreast


def test_without_people_it_takes_the_widest_open_side_in_a_calm_posture():
    world = ground(60, 40, A=block(25, 5, 10), Z=HALL)
    order(world, "posture", unit="a", posture="siaga")
    order(world, "guard", unit="a", zone="zona")
    until_done(world, "a", 90.0)
    assert abs(world.units["a"].facing) == pytest.approx(np.pi / 2)
    assert world.units["a"].posture == "siap"


def test_a_side_behind_a_wall_needs_no_guard():
    wall = [(33, y) for y in range(10, 30)]
    world = ground(60, 40, A=block(25, 5, 10), c=block(50, 18, 4, 2), Z=HALL, wall=wall)
    order(world, "guard", unit="a", zone="zona")
    until_done(world, "a", 90.0)
    assert abs(world.units["a"].facing) == pytest.approx(np.pi / 2)


def test_a_place_nobody_knows_or_can_come_to_is_refused():
    world = ground(60, 40, A=block(25, 5, 10))
    assert asked(world, "guard", unit="a", zone="gudang").code == "unknown_zone"
    walls = [(x, y) for x in range(17, 33) for y in range(13, 27) if not (20 <= x <= 29 and 16 <= y <= 23)]
    shut = ground(60, 40, A=block(25, 5, 10), Z=HALL, wall=walls)
    assert asked(shut, "guard", unit="a", zone="zona").code == "nowhere_to_guard"
