import numpy as np

from game.rules.behaviours.leave import Leave
from game.rules.behaviours.protest import Protest
from game.world.ground import Zone
from tests.crowds import live_for
from tests.pictures import picture


def two_exits(plan):
    """Someone between the exit "keluar", 2 m to the east, and another 6 m to the west."""
    world = picture("........c..X", plans={"c": (plan,)})
    far = Zone("jauh", np.array([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]))
    world.ground.zones["jauh"] = world.ground.exits["jauh"] = far
    return world


def test_goes_by_the_nearest_exit():
    world = two_exits(Leave())
    live_for(world, 4)
    assert world.people.left[0]
    assert world.people.position[0, 0] > 10.0


def test_goes_by_the_exit_it_was_given():
    world = two_exits(Leave(by="jauh"))
    live_for(world, 8)
    assert world.people.left[0]
    assert world.people.position[0, 0] < 2.0


def test_another_exit_on_the_way_is_only_passed():
    world = two_exits(Leave(by="jauh"))
    world.people.position[0] = (11.5, 0.5)
    live_for(world, 1)
    assert not world.people.left[0]


def test_takes_another_when_its_own_is_shut():
    world = two_exits(Leave(by="jauh"))
    live_for(world, 1)
    world.exits_shut.append("jauh")
    live_for(world, 6)
    assert world.people.left[0]
    assert world.people.position[0, 0] > 10.0


def test_who_pushes_shoves_whoever_stands_in_the_way():
    begun = []
    for push in (0.0, 200.0):
        world = picture(
            "#########\ncb......X\ncb......X\n#########", cell=0.5, plans={"c": (Leave(push=push),), "b": (Protest(),)}
        )
        start = world.people.position[2:, 0].mean()
        live_for(world, 3)
        begun.append(world.people.position[2:, 0].mean() - start)
    assert begun[1] > begun[0] + 0.2
