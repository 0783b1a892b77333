"""Walk round something, and on."""

from dataclasses import dataclass

import numpy as np

from game.rules.behaviours.behaviour import Behaviour, unit_vectors
from game.world.names import ZoneName
from game.world.people import Floats, Ints
from game.world.world import World

AHEAD = 1.5  # m along the circle that one aims at: what inertia carries outward at 1.3 m/s it turns back; guess


@dataclass(frozen=True)
class Circle(Behaviour):
    """Walk round the middle of the zone `about`, for ever, each as far from it as one stood at first."""

    about: ZoneName
    clockwise: bool = False

    def steer(self, world: World, who: Ints) -> Floats:
        people, middle = world.people, world.ground.zones[self.about].centre
        out, own = people.position[who] - middle, np.hypot(*(people.haven[who] - middle).T)
        turn = (-1.0 if self.clockwise else 1.0) * AHEAD / np.maximum(own, AHEAD)
        angle = np.arctan2(out[:, 1], out[:, 0]) + turn
        way = own[:, None] * np.column_stack([np.cos(angle), np.sin(angle)]) - out
        towards, _ = unit_vectors(way)
        return towards * people.free_speed[who, None]
