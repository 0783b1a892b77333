"""Sit down before a line."""

from dataclasses import dataclass

import numpy as np

from game.rules.acts.act import NEVER, Act
from game.rules.behaviours.behaviour import doing
from game.rules.feelings import HYSTERESIS
from game.world.people import Floats
from game.world.senses import perceived
from game.world.world import World

SITS_WITHIN = 10.0  # m of an officer of a line in sight; guess
SITS_ABOVE = 0.30  # unity: twice what moderates bring along; guess


@dataclass(frozen=True)
class Sit(Act):
    """Sit down before the line, as passive protest: the united who are far from hostile. Who sits does not walk."""

    def urge(self, world: World) -> Floats:
        people = world.people
        calm = people.margin + HYSTERESIS
        sits = doing(world, "protest") & perceived(world).faces_line(SITS_WITHIN) & (calm < 0.0)
        sits &= people.unity > SITS_ABOVE
        return np.where(sits, people.unity - SITS_ABOVE - calm, NEVER)
