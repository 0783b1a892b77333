"""Meet those who have come to talk."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.rules.behaviours.behaviour import Behaviour, look, unit_vectors
from game.rules.negotiation import conversation, korlap
from game.world.people import Floats, Ints
from game.world.world import World

BIDS = 0.7  # worth more than a plan, less than running for one's life; guess
COMES = 40.0  # m from which he comes to meet them; guess
KEEPS = 2.5  # m he stays off them; the contract's 2 … 3


@dataclass(frozen=True)
class Parley(Behaviour):
    """The coordinator goes to meet the negotiators who come to him, and stays with them while they talk."""

    open_to_all: ClassVar[bool] = True

    def urge(self, world: World) -> Floats:
        urge, talks = np.zeros(len(world.people)), world.talks
        unit = None if talks is None else conversation.partner(world, talks)
        if talks is not None and unit is not None and world.people.up[unit.rows].any():
            urge[talks.korlap] = BIDS * (korlap.officer_nearest(world, talks, unit)[1] < COMES)
        return urge

    def steer(self, world: World, who: Ints) -> Floats:
        people, talks = world.people, world.talks
        way = np.zeros((len(who), 2))
        unit = None if talks is None else conversation.partner(world, talks)
        if talks is None or unit is None or not people.up[unit.rows].any():
            return way
        officer, _ = korlap.officer_nearest(world, talks, unit)
        toward, far = unit_vectors(people.position[officer] - people.position[who])
        look(world, who, toward)
        way[:] = toward * (far > KEEPS)[:, None] * people.free_speed[who, None]
        return way
