"""A crowd in the shortest way is walked round where that is sooner; whoever is alone walks the shortest."""

import numpy as np
import pytest

from game.rules import quickest
from game.rules.behaviours.go import Go
from game.rules.behaviours.leave import Leave
from game.world.ground import Ground, Zone
from game.world.people import Floats
from game.world.state import load, save, state_hash
from game.world.world import REBUILD_EVERY, TICKS_PER_SECOND, World
from tests.crowds import live_for, of_role
from tests.pictures import box, scene

STREET = 6.0  # m
CORNER = np.array([20.0, 6.0])  # m, round which a street leads north


def lattice(west: float, south: float, columns: int, rows: int, apart: float) -> Floats:
    x, y = np.meshgrid(west + apart * np.arange(columns), south + apart * np.arange(rows))
    return np.column_stack([x.ravel(), y.ravel()])


def square(standing: int) -> World:
    """A square of 30 × 20 m, `standing`² people in its middle, and one who goes through from west to east."""
    zone = Zone("zona", box(27.0, 8.0, 30.0, 12.0))
    ground = Ground((30.0, 20.0), (), {"zona": zone}, {"keluar": zone})
    half = 0.55 * (standing - 1) / 2.0
    crowd = lattice(15.0 - half, 10.0 - half, standing, standing, 0.55)
    return scene({"c": crowd, "b": np.array([(3.0, 10.05)])}, ground, plans={"b": (Go("zona"),)}, seed=2)


def bend(people: int) -> World:
    """A street east and then north; all come from its west and leave in the north."""
    size = (CORNER[0] + STREET, CORNER[1] + 15.0)
    ground = Ground(size, (box(0.0, CORNER[1], CORNER[0], size[1]),), {}, {"utara": Zone("utara", box(20, 20, 26, 21))})
    places = lattice(0.4, 0.4, people // 10, 10, 0.58)
    return scene({"c": places}, ground, plans={"c": (Leave(),)}, seed=1)


def walked(world: World, row: int, seconds: int) -> Floats:
    """(k, 2) m, where `row` was at each tick."""
    way = []
    for _ in range(seconds * TICKS_PER_SECOND):
        live_for(world, 1 / TICKS_PER_SECOND)
        way.append(world.people.position[row].copy())
    return np.array(way)


def test_where_nobody_crowds_the_quickest_way_is_the_shortest():
    world = square(standing=2)
    live_for(world, 4)
    assert world.crowding is not None
    assert quickest.field_to_zone(world, "zona") is world.ground.field_to_zone("zona")


def test_a_crowd_that_stands_is_walked_round():
    world = square(standing=12)
    way = walked(world, int(np.flatnonzero(of_role(world, "bystander"))[0]), 24)
    beside = np.abs(way[np.abs(way[:, 0] - 15.0) < 2.0, 1] - 10.0)
    assert len(beside)
    assert beside.min() > 12 * 0.55 / 2.0 - 0.5
    assert world.ground.zones["zona"].contains(way[-1:])


def test_a_zone_of_whatever_name_is_no_exit():
    west, east = Zone("exits", box(0.0, 8.0, 3.0, 12.0)), Zone("keluar", box(27.0, 8.0, 30.0, 12.0))
    world = scene({"c": lattice(12.0, 7.0, 12, 12, 0.55)}, Ground((30.0, 20.0), (), {"exits": west}, {"keluar": east}))
    live_for(world, 1)
    start = np.array([(15.0, 3.0)])
    assert quickest.field_to_zone(world, "exits").way(start)[0, 0] < 0.0
    assert quickest.field_to_exits(world).way(start)[0, 0] > 0.0


def test_people_are_counted_where_they_are_whoever_stands_beside_a_wall():
    world = square(standing=12)
    live_for(world, 1)
    assert world.crowding is not None
    assert world.crowding.sum() == pytest.approx(145, rel=0.03)
    assert np.unravel_index(world.crowding.argmax(), world.crowding.shape) == pytest.approx((9.5, 14.5), abs=1.0)
    assert world.crowding.max() < 1.0 / 0.55**2


def test_a_stream_takes_the_whole_width_of_the_street_round_a_corner():
    world = bend(300)
    passed = np.full(300, np.nan)  # m from the corner at which each comes round it
    for _ in range(75 * TICKS_PER_SECOND):
        live_for(world, 1 / TICKS_PER_SECOND)
        east, north = (world.people.position - CORNER).T
        now = np.isnan(passed) & (east > -north) & world.people.present
        passed[now] = np.hypot(east, north)[now]
    assert np.isfinite(passed).all()
    assert np.mean(passed > STREET / 2.0) > 0.25


def test_a_crowd_that_has_gone_is_forgotten():
    world = square(standing=12)
    live_for(world, 4)
    world.people.position[of_role(world, "supporter")] = lattice(1.0, 1.0, 36, 4, 0.55)
    live_for(world, 30)
    assert world.crowding is not None
    assert world.crowding[9:11, 14:16].max() < 0.1


def test_who_goes_on_from_a_checkpoint_goes_the_same_ways():
    world, again = bend(300), bend(300)
    world.people.free_speed[:] = 0.5
    live_for(world, REBUILD_EVERY / TICKS_PER_SECOND)
    load(again, save(world))
    live_for(world, 5)
    live_for(again, 5)
    assert world.quickest
    assert state_hash(again) == state_hash(world)
