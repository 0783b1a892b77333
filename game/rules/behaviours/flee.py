"""Run from danger."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.rules import exits
from game.rules.behaviours.behaviour import Behaviour, line_before, unit_vectors
from game.rules.feelings import FLEES_ABOVE
from game.world.people import Floats, Ints
from game.world.world import World

HASTE = 1.75  # of the free speed; crowd-model.md 4: 1.5 … 2
DANGER_RANGE = 30.0  # m within which a line in sight is run from; guess
DANGER_FADES = 10.0  # m over which keeping away from it counts less than the way out; guess


@dataclass(frozen=True)
class Flee(Behaviour):
    """Run for the nearest open exit, away from the officers in sight: open to all whose fear exceeds their anger."""

    open_to_all: ClassVar[bool] = True

    def urge(self, world: World) -> Floats:
        people = world.people
        return np.where((people.fear > FLEES_ABOVE) & (people.fear > people.anger), people.fear, 0.0)

    def steer(self, world: World, who: Ints) -> Floats:
        people = world.people
        apart, near = line_before(world, who, DANGER_RANGE)
        toward, distance = unit_vectors(apart)
        away = -toward * np.where(near, np.exp(-distance / DANGER_FADES), 0.0)[:, None]
        way, _ = unit_vectors(exits.way(world, who) + away)
        return way * HASTE * people.free_speed[who, None]
