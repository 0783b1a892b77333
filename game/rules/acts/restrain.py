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
        people, throwing = world.people, acting(world, "throw")
        if not throwing.any():
            return np.full(len(people), NEVER)
        fair = (people.trust > HOLDS_BACK_ABOVE) & (people.unity < AT_MOST) & ~people.hostile
        rows = np.flatnonzero(fair & considers(world, "restrain") & ~doing(world, "flee"))
        near, close = within_reach(world, rows)
        rows = rows[(close & throwing[near]).any(axis=1)]
        return only(world, rows, (people.trust[rows] - HOLDS_BACK_ABOVE) / (1.0 - HOLDS_BACK_ABOVE))


def within_reach(world: World, rows: Ints) -> tuple[Ints, Bools]:
    """(k, 8) the nearest to each of `rows`, and whether they stand within arm's reach."""
    people, near = world.people, perceived(world).near[rows]
    apart = people.position[near] - people.position[rows][:, None]
    return near, (near != NOBODY) & (np.hypot(apart[..., 0], apart[..., 1]) <= WITHIN)
