"""Go and help someone who lies, hurt or only thrown off their feet."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.rules.behaviours.behaviour import Behaviour, look, unit_vectors
from game.world.grid import Near
from game.world.people import NOBODY, Bools, Floats, Ints
from game.world.world import World

HELPS_WITHIN = 8.0  # m; guess
HELPERS = 2  # people to each who lies; guess
REACHES = 0.8  # m between middles at which one kneels down; guess
DARES_BELOW = 0.5  # fear; guess
HELPS = 0.6  # worth more than one's plan, less than fleeing; guess
HASTE = 1.3  # of the free speed; guess


@dataclass(frozen=True)
class Help(Behaviour):
    """Go up to someone who lies, ours or theirs, and stay: the two nearest who are neither hostile nor afraid."""

    open_to_all: ClassVar[bool] = True

    def urge(self, world: World) -> Floats:
        people, urge, lying = world.people, np.zeros(len(world.people)), untended(world)
        able = people.free & ~people.hostile & (people.fear < DARES_BELOW)
        if lying.any() and able.any():
            _, nearest = Near(people.position, able).nearest(people.position[lying], HELPERS, HELPS_WITHIN)
            urge[nearest[nearest != NOBODY]] = HELPS
        return urge

    def steer(self, world: World, who: Ints) -> Floats:
        toward, far = unit_vectors(to_the_fallen(world, who))
        look(world, who, toward)
        return toward * np.where(far > REACHES, HASTE * world.people.free_speed[who], 0.0)[:, None]


def untended(world: World) -> Bools:
    """(n,) who lies and has had no help: no first aid where they are hurt, no hand where they only fell."""
    people = world.people
    lying: Bools = people.present & people.fallen & ~people.treated
    return lying


def to_the_fallen(world: World, rows: Ints) -> Floats:
    """(k, 2) m from each of `rows` to the nearest who lies untended, 0 where nobody does."""
    people, lying = world.people, untended(world)
    if not lying.any():
        return np.zeros((len(rows), 2))
    _, nearest = Near(people.position, lying).nearest(people.position[rows], 1, np.inf)
    away: Floats = people.position[nearest[:, 0]] - people.position[rows]
    return away
