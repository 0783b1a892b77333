"""Be about, in no hurry."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np
from pydantic import Field

from game.rules.behaviours.behaviour import Behaviour, unit_vectors
from game.world.names import ZoneName
from game.world.people import Bools, Floats, Ints
from game.world.world import TICKS_PER_CHOICE, TICKS_PER_SECOND, World

PACE = 0.6  # of the free speed; guess
PAUSE = 20.0  # s, mean time people stay where they are before they walk on; guess
REACHED = 0.5  # m; guess
NEXT_PLACE = 4.0  # m, spread of the next place to either side where no zone is named; guess


@dataclass(frozen=True)
class Stroll(Behaviour):
    """Walk a little, stand, walk on: in the zone `in`, or round about where one is."""

    in_: Annotated[ZoneName | None, Field(alias="in")] = None

    def steer(self, world: World, who: Ints) -> Floats:
        if world.tick % TICKS_PER_SECOND < TICKS_PER_CHOICE:
            self._choose_places(world, who)
        people = world.people
        way, distance = unit_vectors(people.haven[who] - people.position[who])
        way[distance < REACHED] = 0.0
        if self.in_ is not None:
            outside = ~self._zone_holds(world, people.position[who])
            if outside.any():
                way[outside] = world.ground.field_to_zone(self.in_).way(people.position[who[outside]])
        return way * PACE * people.free_speed[who, None]

    def _choose_places(self, world: World, who: Ints) -> None:
        """Once a second some of those who have reached their place choose another, in plain sight once in the zone."""
        people, rng = world.people, world.rng
        restless = rng.random(len(people))[who] < 1.0 / PAUSE
        if self.in_ is None:
            places = people.position + rng.normal(0.0, NEXT_PLACE, people.position.shape)
        else:
            places = world.ground.zones[self.in_].sample(rng, len(people))
        rested = np.hypot(*(people.haven - people.position)[who].T) < REACHED
        rows = who[(restless & rested) | ~self._zone_holds(world, people.haven[who])]
        rows = rows[world.ground.stands(places[rows], float(people.radius.max()))]
        outside = ~self._zone_holds(world, people.position[rows])
        rows = rows[outside | world.ground.sees(people.position[rows], places[rows])]
        people.haven[rows] = places[rows]

    def _zone_holds(self, world: World, points: Floats) -> Bools:
        """(k,) whether `points` (k, 2) lie where one strolls: in the zone, or anywhere."""
        if self.in_ is None:
            return np.ones(len(points), dtype=np.bool_)
        return world.ground.zones[self.in_].contains(points)
