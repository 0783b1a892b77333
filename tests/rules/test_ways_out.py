"""Who sees a queue before the nearest exit leaves by another, where that is sooner."""

import numpy as np

from game.rules import exits
from game.rules.behaviours.leave import Leave
from game.rules.ways_out import QUEUE
from game.world.ground import Ground, Zone
from game.world.world import World
from tests.crowds import live_for
from tests.pictures import box, scene

NEAR, FAR = 0, 1
SIZE = (40.0, 12.0)  # m


def hall(people: int, wall_between: bool = False, seed: int = 1) -> World:
    """A hall whose people stand in the west; a door of 0.8 m in its southern wall close by, another far to the east."""
    doors = [box(0.0, 3.0, 9.6, 3.2), box(10.4, 3.0, 29.6, 3.2), box(30.4, 3.0, 40.0, 3.2)]
    hides = [box(13.0, 3.2, 13.2, 9.0)] if wall_between else []
    zones = {"dekat": Zone("dekat", box(8.0, 0.0, 12.0, 1.5)), "jauh": Zone("jauh", box(28.0, 0.0, 32.0, 1.5))}
    ground = Ground(SIZE, (*doors, *hides), zones, dict(zones))
    x, y = np.meshgrid(np.arange(1.0, 12.6, 0.6), np.arange(3.8, 11.6, 0.6))
    places = np.random.default_rng(seed).permutation(np.column_stack([x.ravel(), y.ravel()]))[:people]
    return scene({"c": places}, ground, plans={"c": (Leave(),)}, seed=seed)


def by(world: World, number: int) -> int:
    """How many have left by an exit."""
    return int(np.count_nonzero(world.people.left & (world.people.exit == number)))


def test_a_few_leave_by_the_nearest_exit():
    world = hall(QUEUE - 2)
    live_for(world, 30)
    assert (by(world, NEAR), by(world, FAR)) == (QUEUE - 2, 0)


def test_from_a_long_queue_some_go_to_the_far_exit_and_most_do_not():
    world = hall(140)
    live_for(world, 110)
    assert world.people.left.all()
    assert 0.1 < by(world, FAR) / 140 < 0.5


def test_two_doors_are_emptied_sooner_than_one():
    far_shut = hall(140)
    far_shut.exits_shut.append("jauh")
    live_for(far_shut, 70)
    both = hall(140)
    live_for(both, 70)
    assert np.count_nonzero(both.people.left) > 1.2 * np.count_nonzero(far_shut.people.left)


def test_who_is_on_the_way_to_an_exit_that_shuts_turns_to_the_nearest_open_one():
    world = hall(3)
    world.people.exit[:] = FAR
    live_for(world, 2)
    assert (exits.way(world, np.arange(3))[:, 0] > 0.5).all()
    world.exits_shut.append("jauh")
    live_for(world, 20)
    assert by(world, NEAR) == 3


def test_a_queue_behind_a_wall_is_not_weighed():
    world, hidden = hall(120, wall_between=True), np.array([(15.0 + 0.6 * i, 5.0) for i in range(5)])
    for _ in range(20):
        world.people.position[:5], world.bodies = hidden, None
        live_for(world, 1)
    assert (world.people.exit[:5] != FAR).all()
    assert (world.people.exit[5:] == FAR).sum() > 3


def test_the_same_seed_leaves_by_the_same_exits():
    left = []
    for _ in range(2):
        world = hall(140)
        live_for(world, 40)
        left.append(world.people.exit.tolist())
    assert left[0] == left[1]
