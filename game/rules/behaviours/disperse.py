"""Go home because it is over, or because one was told to."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.rules import exits, going
from game.rules.behaviours.behaviour import Behaviour
from game.world.people import Floats, Ints
from game.world.world import World


@dataclass(frozen=True)
class Disperse(Behaviour):
    """Walk home by the nearest open exit: open to everyone who means to, and is not kept by new anger."""

    open_to_all: ClassVar[bool] = True

    def urge(self, world: World) -> Floats:
        return going.urge(world) if exits.any_open(world) else np.zeros(len(world.people))

    def steer(self, world: World, who: Ints) -> Floats:
        people = world.people
        return exits.way(world, who) * people.free_speed[who, None]
