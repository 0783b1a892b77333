"""Walk round something, and on."""

from dataclasses import dataclass

import numpy as np

from game.rules.behaviours.behaviour import Behaviour
from game.world.names import ZoneName
from game.world.people import Floats, Ints
from game.world.world import World

LAG = 0.57  # s: contact.RELAXATION_TIME and part of the tenth between two choices; measured: neither out nor in
NEAREST = 0.5  # m from the middle, within which one turns no sharper; guess


@dataclass(frozen=True)
class Circle(Behaviour):
    """Walk round the middle of the zone `about`, for ever, as far from it as one is; free to fall in with others."""

    about: ZoneName
    clockwise: bool = False

    def steer(self, world: World, who: Ints) -> Floats:
        people = world.people
        out = people.position[who] - world.ground.zones[self.about].centre
        lean = np.hypot(*people.velocity[who].T) * LAG / np.maximum(np.hypot(*out.T), NEAREST)
        turn = (np.pi / 2.0 + lean) * (-1.0 if self.clockwise else 1.0)
        angle = np.arctan2(out[:, 1], out[:, 0]) + turn
        return np.column_stack([np.cos(angle), np.sin(angle)]) * people.free_speed[who, None]
