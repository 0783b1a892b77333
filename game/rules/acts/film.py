"""Film what happens."""

from dataclasses import dataclass

import numpy as np

from game.rules.acts.act import NEVER, Act, considers, only
from game.rules.behaviours.behaviour import doing
from game.rules.mood import PUBLIC
from game.rules.threat import drives
from game.world.people import NOBODY, Floats
from game.world.world import TICKS_PER_SECOND, World

FILMS_WITHIN = 20.0  # m; guess
LATELY = 10 * TICKS_PER_SECOND  # ticks for which a thrower is worth a picture; guess
FEARLESS = 0.5  # fear at which even a journalist lowers the camera; guess


@dataclass(frozen=True)
class Film(Act):
    """Hold up a camera at force, an arrest, a throw or someone hurt close by: journalists and passers-by."""

    def urge(self, world: World) -> Floats:
        people, happens = world.people, happenings(world)
        if not len(happens):
            return np.full(len(people), NEVER)
        public = np.array([role.kin == PUBLIC for role in world.catalogue.roles])[people.role] & people.free
        public &= considers(world, "film") & (people.fear < FEARLESS) & ~doing(world, "flee")
        rows = np.flatnonzero(public)
        if not len(rows):
            return np.full(len(people), NEVER)
        apart = people.position[rows][:, None] - happens
        far = np.hypot(apart[..., 0], apart[..., 1])
        nearest = far.argmin(axis=1)
        close = far.min(axis=1) < FILMS_WITHIN
        rows, nearest = rows[close], nearest[close]
        seen = world.ground.sees(people.position[rows], happens[nearest])
        return only(world, rows[seen], FEARLESS - people.fear[rows[seen]])


def happenings(world: World) -> Floats:
    """(h, 2) m where somebody has just thrown, lies hurt or is led away, where a unit drives people and water falls."""
    people = world.people
    led = people.present & people.civilian & (people.custody != NOBODY)
    threw = people.present & (world.tick - people.threw < LATELY)
    who = led | threw | (people.present & people.fallen)
    driving = [unit.centre for unit in world.units.values() if drives(world, unit)]
    water = [jet.at for jet in world.jets.values()]
    return np.concatenate([people.position[who], np.reshape([*driving, *water], (-1, 2))])
