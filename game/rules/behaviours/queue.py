"""Queue up and be served."""

from dataclasses import dataclass

import numpy as np

from game.rules.behaviours.behaviour import Behaviour, look, unit_vectors
from game.world.names import ServiceName
from game.world.people import NOBODY, Bools, Floats, Ints
from game.world.services import Service
from game.world.world import World

NOT_BEGUN = -1.0  # s of service left for who has not got to the counter yet
SETTLED = 0.2  # m from their place at which people stand, and make way; guess: two who close up could block each other
CLOSES_UP_OVER = 0.5  # s in which who is nearly there does so, so that nobody walks into the one before; guess


@dataclass(frozen=True)
class Queue(Behaviour):
    """Go to the end of the line for the service `at`, move up in it, and be served; done once served."""

    at: ServiceName

    def steer(self, world: World, who: Ints) -> Floats:
        people, service = world.people, world.ground.services[self.at]
        goals = self._goals(world, service, who)
        people.haven[who] = goals
        toward, far = unit_vectors(goals - people.position[who])
        unseen = ~world.ground.sees(people.position[who], goals)
        for goal in np.unique(goals[unseen], axis=0):  # places, not people: a handful, and each field is kept
            lost = unseen & np.all(goals == goal, axis=1)
            toward[lost] = world.ground.field_to_point(goal).way(people.position[who[lost]])
        look(world, who, self._outlook(service, people.place[who], goals))
        speed = np.minimum(people.free_speed[who], far / CLOSES_UP_OVER)
        return toward * np.where(far > SETTLED, speed, 0.0)[:, None]

    def done(self, world: World, who: Ints) -> Bools:
        people = world.people
        served: Bools = people.served_at[who] > people.step_since[who]
        return served

    def _goals(self, world: World, service: Service, who: Ints) -> Floats:
        """(k, 2) m, everyone's own place; who has none goes to the end of the line, or back to where they stood."""
        people = world.people
        queues = people.place >= len(service.at)
        standing = int(np.count_nonzero(queues[who]))
        last = len(service.places) - 1
        tail = min(len(service.at) + standing, last)
        ahead = len(service.at) + np.searchsorted(np.sort(people.ticket[who[queues[who]]]), people.ticket[who])
        place = np.where(people.ticket[who] == NOBODY, tail, np.minimum(ahead, last))
        return service.places[np.where(people.place[who] == NOBODY, place, people.place[who])]

    def _outlook(self, service: Service, place: Ints, goals: Floats) -> Floats:
        """(k, 2) where people look who stand at `place` (k,): at the one before, or as the service has it."""
        towards = np.tile([np.cos(service.facing), np.sin(service.facing)], (len(place), 1))
        if service.lined:
            waits = place >= len(service.at)
            before = np.where(place == len(service.at), 0, place - 1)
            towards[waits] = service.places[before[waits]] - goals[waits]
        return towards
