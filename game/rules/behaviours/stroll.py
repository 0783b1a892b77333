"""Be about, in no hurry."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np
from pydantic import Field

from game.rules.behaviours.behaviour import Behaviour, unit_vectors
from game.world.names import ZoneName
from game.world.people import Bools, Floats, Ints
from game.world.world import TICKS_PER_SECOND, World

PACE = 0.6  # of the free speed; guess
PAUSE = 20.0  # s, mean time people stay where they are before they walk on; guess
REACHED = 0.5  # m; guess
NEXT_PLACE = 6.0  # m, about how far the next place is where no zone is named; guess


@dataclass(frozen=True)
class Stroll(Behaviour):
    """Walk a little, stand, walk on: in the zone `in`, or round about where one is."""

    in_: Annotated[ZoneName | None, Field(alias="in")] = None

    def steer(self, world: World, who: Ints) -> Floats:
        if world.tick % TICKS_PER_SECOND == 0:
            self._choose_places(world, who)
        people = world.people
        way, distance = unit_vectors(people.haven[who] - people.position[who])
        way = np.where(self._outside(world, who)[:, None], self._way_in(world, who), way)
        return way * np.where(distance > REACHED, PACE, 0.0)[:, None] * people.free_speed[who, None]

    def _choose_places(self, world: World, who: Ints) -> None:
        """Once a second some of those who have reached their place choose another in plain sight."""
        people, rng = world.people, world.rng
        moves_on = rng.random(len(people)) < 1.0 / PAUSE
        if self.in_ is None:
            places = people.position + rng.normal(0.0, NEXT_PLACE, people.position.shape)
        else:
            places = world.ground.zones[self.in_].sample(rng, len(people))
        rested = np.hypot(*(people.haven - people.position)[who].T) < REACHED
        rows = who[moves_on[who] & (rested | self._outside(world, who))]
        rows = rows[world.ground.stands(places[rows], float(people.radius.max()))]
        seen = world.ground.sees(people.position[rows], places[rows]) | self._outside(world, rows)
        people.haven[rows[seen]] = places[rows[seen]]

    def _outside(self, world: World, who: Ints) -> Bools:
        if self.in_ is None:
            return np.zeros(len(who), dtype=np.bool_)
        return ~world.ground.zones[self.in_].contains(world.people.position[who])

    def _way_in(self, world: World, who: Ints) -> Floats:
        if self.in_ is None:
            return np.zeros((len(who), 2))
        return world.ground.field_to_zone(self.in_).way(world.people.position[who])
