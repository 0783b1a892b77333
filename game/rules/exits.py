"""The ways out: which are open, which one takes, and how one gets there."""

import numpy as np

from game.rules import quickest
from game.world.fields import Field
from game.world.people import NOBODY, Bools, Floats, Ints
from game.world.world import World


def any_open(world: World) -> bool:
    """Whether there is a way out at all."""
    return bool(open_exits(world))


def open_exits(world: World) -> list[int]:
    """Numbers of the exits that are open, as `people.exit` has them."""
    return [number for number, name in enumerate(world.ground.exits) if name not in world.exits_shut]


def way(world: World, who: Ints, by: str | None = None) -> Floats:
    """(k, 2) unit vectors along which the rows `who` get to the exit `by`, or else to the one that each has taken.

    Who has taken none, or one that has been shut, goes where the way out is quickest; a shut one shows from afar, so
    nobody tries it.
    """
    if by is not None and by not in world.exits_shut:
        return quickest.field_to_zone(world, by).way(world.people.position[who])
    position, taken = world.people.position[who], _taken(world, who)
    ahead: Floats = np.empty((len(who), 2))
    for number in (NOBODY, *open_exits(world)):  # a handful
        if len(to_it := np.flatnonzero(taken == number)):
            ahead[to_it] = _field(world, number).way(position[to_it])
    return ahead


def _taken(world: World, who: Ints) -> Ints:
    """(k,) the exit that each of `who` has taken, NOBODY where it has been shut since."""
    still, open_now = np.full(len(world.ground.exits) + 1, NOBODY), open_exits(world)  # the last for NOBODY, -1
    still[open_now] = open_now
    taken: Ints = still[world.people.exit[who]]
    return taken


def _field(world: World, number: int) -> Field:
    if number == NOBODY:
        return quickest.field_to_exits(world)
    return quickest.field_to_zone(world, list(world.ground.exits)[number])


def inside(world: World, points: Floats) -> Bools:
    """(k,) whether each of `points` (k, 2) lies in an open exit."""
    within: Bools = reached(world, points) != NOBODY
    return within


def reached(world: World, points: Floats) -> Ints:
    """(k,) the open exit in which each of `points` (k, 2) lies, NOBODY for none."""
    found = np.full(len(points), NOBODY)
    ways_out = list(world.ground.exits.values())
    for number in open_exits(world):
        found[ways_out[number].contains(points)] = number
    return found
