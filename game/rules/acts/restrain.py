"""Hold a thrower back."""

from dataclasses import dataclass

import numpy as np

from game.rules.acts.act import NEVER, Act, acting, considers, only
from game.rules.behaviours.behaviour import doing
from game.rules.feelings import HOLDS_BACK_ABOVE
from game.world.people import NOBODY, Bools, Floats, Ints
from game.world.senses import perceived
from game.world.world import World

WITHIN = 1.5  # m of the thrower: a step and an arm; guess
AT_MOST = 0.30  # unity, above which one closes ranks with the thrower; guess


@dataclass(frozen=True)
class Restrain(Act):
    """Take a thrower beside one by the arm: those who trust the police and are not closed against them.

    The crowd polices itself where it holds them to be fair; doctrine.md 4.2, crowd-model.md 3.4 b.
    """

    def urge(self, world: World) -> Floats:
        people, throwers = world.people, np.flatnonzero(acting(world, "throw"))
        if not len(throwers):
            return np.full(len(people), NEVER)
        near, close = within_reach(world, throwers)
        rows = np.unique(near[close])
        rows = rows[considers(world, "restrain")[rows]]
        fair = (people.trust[rows] > HOLDS_BACK_ABOVE) & (people.unity[rows] < AT_MOST) & ~people.hostile[rows]
        rows = rows[fair & ~doing(world, "flee")[rows]]
        return only(world, rows, (people.trust[rows] - HOLDS_BACK_ABOVE) / (1.0 - HOLDS_BACK_ABOVE))


def within_reach(world: World, rows: Ints) -> tuple[Ints, Bools]:
    """(k, 8) the nearest to each of `rows`, and whether they stand within arm's reach."""
    people, near = world.people, perceived(world).near[rows]
    apart = people.position[near] - people.position[rows][:, None]
    return near, (near != NOBODY) & (np.hypot(apart[..., 0], apart[..., 1]) <= WITHIN)
