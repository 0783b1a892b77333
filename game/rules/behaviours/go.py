"""Walk to a place."""

from dataclasses import dataclass

import numpy as np

from game.rules import quickest
from game.rules.behaviours.behaviour import Behaviour, stands
from game.world.names import ZoneName
from game.world.people import Bools, Floats, Ints
from game.world.senses import perceived
from game.world.world import World

HELD_UP_WITHIN = 8.0  # m of a zone that is full: who is stopped there has arrived as far as one can; guess
HELD_UP_BY = 3  # people close by who make a stop being held up; guess


@dataclass(frozen=True)
class Go(Behaviour):
    """Walk to the zone `to`, round walls; done once there, or stopped by the crowd right before it."""

    to: ZoneName

    def steer(self, world: World, who: Ints) -> Floats:
        people = world.people
        return quickest.field_to_zone(world, self.to).way(people.position[who]) * people.free_speed[who, None]

    def done(self, world: World, who: Ints) -> Bools:
        position = world.people.position[who]
        close = world.ground.field_to_zone(self.to).distance(position) < HELD_UP_WITHIN
        company = (perceived(world).weight[who] > 0.0).sum(axis=1) >= HELD_UP_BY
        inside = world.ground.zones[self.to].contains(position)
        arrived: Bools = np.logical_or(inside, close & company & stands(world.people)[who])
        return arrived
