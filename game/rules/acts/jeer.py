"""Jeer at officers."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.rules.acts.act import NEVER, Act
from game.rules.behaviours.behaviour import doing
from game.rules.feelings import HYSTERESIS
from game.world.people import Floats
from game.world.senses import perceived
from game.world.world import World

JEERS_WITHIN = 25.0  # m of an officer in sight; guess


@dataclass(frozen=True)
class Jeer(Act):
    """Jeer at officers in sight: those who are hostile or nearly so, unless they run or walk home."""

    loud: ClassVar[bool] = True

    def urge(self, world: World) -> Floats:
        faces = perceived(world).faces_line(JEERS_WITHIN) & ~doing(world, "flee", "leave", "disperse")
        return np.where(faces, world.people.margin + HYSTERESIS, NEVER)
