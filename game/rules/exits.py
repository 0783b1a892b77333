"""The ways out: which are open, and how one gets to them."""

import numpy as np

from game.world.fields import Field
from game.world.people import Bools, Floats
from game.world.world import World


def field(world: World, by: str | None = None) -> Field:
    """The way to the exit `by`, or to the nearest one that is open; a shut one shows from afar, so nobody tries it."""
    if by is not None and by not in world.exits_shut:
        return world.ground.field_to_zone(by)
    return world.ground.field_to_exits(world.exits_shut)


def any_open(world: World) -> bool:
    """Whether there is a way out at all."""
    return bool(set(world.ground.exits) - set(world.exits_shut))


def inside(world: World, points: Floats) -> Bools:
    """(k,) whether each of `points` (k, 2) lies in an open exit."""
    within = np.zeros(len(points), dtype=np.bool_)
    for name, way_out in world.ground.exits.items():
        if name not in world.exits_shut:
            within |= way_out.contains(points)
    return within
