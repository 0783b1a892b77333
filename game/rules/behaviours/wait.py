"""Stay a while before going on."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np
from pydantic import Field

from game.rules.behaviours.behaviour import Behaviour
from game.world.people import Bools, Floats, Ints
from game.world.quantities import Duration
from game.world.world import TICKS_PER_SECOND, World


@dataclass(frozen=True)
class Wait(Behaviour):
    """Stand where one is for so long, from when one came to this step, or to the place if that was later."""

    for_: Annotated[Duration, Field(alias="for")]

    def steer(self, world: World, who: Ints) -> Floats:
        return np.zeros((len(who), 2))

    def done(self, world: World, who: Ints) -> Bools:
        people = world.people
        since = np.maximum(people.step_since, people.arrives)[who]
        waited: Bools = world.tick - since >= self.for_ * TICKS_PER_SECOND
        return waited
