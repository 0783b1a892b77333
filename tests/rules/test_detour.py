import numpy as np
import pytest

from game.rules import detour
from game.world.ground import Ground
from game.world.wheels import boxes
from game.world.world import World
from tests.pictures import scene, walk

PARKED = {"W": np.array([[20.0, 20.0]])}


def test_who_walks_up_to_a_vehicle_aims_past_its_nearer_corner():
    here = np.array([(20.0, 15.0), (22.5, 15.0), (26.5, 15.0), (20.0, 2.0)])
    world = scene(PARKED | {"c": here}, Ground((40.0, 40.0)))
    ahead = np.tile([0.0, 1.0], (4, 1))
    turned = detour.past(boxes(world), world.people, np.arange(4), ahead)
    assert abs(turned[0, 0]) > 0.5
    assert turned[1, 0] > 0.3  # the end of it is nearer on the right
    assert turned[2:] == pytest.approx(ahead[2:])  # passes it anyway; far off


@pytest.mark.parametrize(("start", "goal"), [((20, 14), (20, 25)), ((13, 20), (28, 20)), ((21, 18.5), (19, 22))])
def test_people_walk_round_a_parked_water_cannon(start, goal):
    world = scene(PARKED | {"c": np.array([start], dtype=float)}, Ground((40.0, 40.0)))
    least = np.inf
    for _ in arrive(world, np.array(goal, dtype=float), 14.0):
        least = min(least, float(boxes(world).gap(world.people.position[:1])[0, 0]))
    assert np.hypot(*(world.people.position[0] - goal)) < 0.7
    assert least > 0.15


def test_a_stream_of_people_parts_round_it():
    crowd = np.array([(18.0 + 0.8 * i, 8.0 + 0.8 * j) for i in range(6) for j in range(5)])
    world = scene(PARKED | {"c": crowd}, Ground((40.0, 60.0)))
    goal = crowd + np.array([0.0, 30.0])
    for _ in arrive(world, goal, 28.0):
        pass
    assert (world.people.position[:30, 1] > 22.0).all()
    assert world.people.position[30] == pytest.approx([20.0, 20.0], abs=1e-3)


def arrive(world: World, goal: np.ndarray, seconds: float):
    """All civilians walk straight for `goal` until they are there."""
    civilian = world.people.civilian

    def head_for_it() -> None:
        toward = goal - world.people.position[civilian]
        far = np.hypot(*toward.T)[:, None]
        world.people.way[civilian] = toward / np.maximum(far, 1e-9) * np.minimum(1.34, 2.0 * far)

    head_for_it()
    for tick in walk(world, seconds):
        head_for_it()
        yield tick
