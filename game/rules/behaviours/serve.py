"""Be on duty where people are served."""

from dataclasses import dataclass

import numpy as np

from game.rules.behaviours.behaviour import Behaviour, look, unit_vectors
from game.world.names import ServiceName
from game.world.people import Floats, Ints
from game.world.world import World

SETTLED = 0.1  # m from the post at which one stands; guess
CLOSES_UP_OVER = 0.5  # s in which who is nearly there does so; guess


@dataclass(frozen=True)
class Serve(Behaviour):
    """Stand at a post of the service `at` and face those who come; the first of them at its first post."""

    at: ServiceName

    def steer(self, world: World, who: Ints) -> Floats:
        people, service = world.people, world.ground.services[self.at]
        posts = service.by[np.arange(len(who)) % len(service.by)]
        people.haven[who] = posts
        toward, far = unit_vectors(posts - people.position[who])
        unseen = ~world.ground.sees(people.position[who], posts)
        for post in np.unique(posts[unseen], axis=0):
            lost = unseen & np.all(posts == post, axis=1)
            toward[lost] = world.ground.field_to_point(post).way(people.position[who[lost]])
        look(world, who, np.tile([-np.cos(service.facing), -np.sin(service.facing)], (len(who), 1)))
        speed = np.minimum(people.free_speed[who], far / CLOSES_UP_OVER)
        return toward * np.where(far > SETTLED, speed, 0.0)[:, None]
