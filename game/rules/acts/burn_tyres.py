"""Set tyres on fire."""

from dataclasses import dataclass

import numpy as np

from game.rules import fires
from game.rules.acts.act import NEVER, Act, considers, only, settled
from game.rules.feelings import BURNS_ABOVE, NEXT_DEED
from game.world.people import Floats
from game.world.world import World


@dataclass(frozen=True)
class BurnTyres(Act):
    """Pile up tyres and light them where there is room: the enraged, one fire of a group at a time."""

    def urge(self, world: World) -> Floats:
        people = world.people
        enraged = people.hostile & (people.margin > BURNS_ABOVE) & considers(world, "burn_tyres") & settled(world)
        if not enraged.any():
            return np.full(len(people), NEVER)
        rows = np.flatnonzero(enraged)
        rows = rows[fires.may_light(world, rows) | fires.tends(world, rows)]
        return only(world, rows, 2.0 * NEXT_DEED + people.margin[rows] - BURNS_ABOVE)
