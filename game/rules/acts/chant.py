"""Chant together."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.rules.acts.act import NEVER, Act
from game.rules.behaviours.behaviour import doing
from game.world.people import Floats
from game.world.world import World

CHANTS_ABOVE = 0.18  # mean of anger and unity, in someone of middling expressiveness; guess
EXPRESSIVE = 0.2  # how far the expressive chant sooner, the reserved later, per unit of expressiveness; guess


@dataclass(frozen=True)
class Chant(Act):
    """Chant, among those who protest: the stirred and the united, the expressive first."""

    loud: ClassVar[bool] = True

    def urge(self, world: World) -> Floats:
        people = world.people
        stirred = (people.anger + people.unity) / 2.0 + EXPRESSIVE * (people.expressiveness - 0.5)
        return np.where(doing(world, "protest"), stirred - CHANTS_ABOVE, NEVER)
