"""Throw things at officers."""

from dataclasses import dataclass

import numpy as np

from game.rules.acts.act import NEVER, Act, considers, settled
from game.rules.feelings import NEXT_DEED, THROWS_ABOVE, THROWS_EXPRESSIVE
from game.rules.throwing import LEAST_RANGE, TAKES_AIM_AFTER, THROWS_WITHIN, done_throwing, range_to_target
from game.world.people import Floats
from game.world.world import World


@dataclass(frozen=True)
class Throw(Act):
    """Throw what lies about at a line in plain sight, 5 to 40 m off: the clearly hostile and expressive."""

    def urge(self, world: World) -> Floats:
        people = world.people
        eager = people.hostile & (people.margin > THROWS_ABOVE) & (people.stones > 0)
        eager &= (people.expressiveness > THROWS_EXPRESSIVE) & considers(world, "throw")
        if not eager.any():
            return np.full(len(people), NEVER)
        far = range_to_target(world)
        able = eager & (far >= LEAST_RANGE) & (far <= THROWS_WITHIN) & settled(world)
        since = world.tick - people.threw
        able &= (since >= TAKES_AIM_AFTER) | ~done_throwing(since)
        return np.where(able, NEXT_DEED + people.margin - THROWS_ABOVE, NEVER)
