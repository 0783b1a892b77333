"""Gather before something and be heard there."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np
from pydantic import Field

from game.rules.behaviours.behaviour import Behaviour, look, stands, unit_vectors
from game.world.names import ZoneName
from game.world.people import Bools, Floats, Ints
from game.world.senses import perceived
from game.world.world import World

FRONT = 1.5  # m the first row keeps from its object or from the officers before it; guess
MINDS_LINE = 15.0  # m within which officers in sight are the front, also for those beside them; guess
GIVES_WAY = 1.0  # m to an officer, below which one steps back; guess
CRAMPED = 0.45  # m to whoever stands before one, below which one steps back: shoulder breadth; crowd-model.md 1.5
STEP_BACK = 0.47  # m/s, backward and sideways; doctrine.md 2.3
MOVES_UP = 1.6  # times `spacing` of free room before one who stands walks on, so that a gap does not ripple; guess
MOVES_UP_BY = 1.0  # m at least to win; guess
KEEPS = 0.5  # m from one's haven within which one stands there; guess
AHEAD = 0.5  # cosine of 60 degrees to each side: who stands there is before one; guess


@dataclass(frozen=True)
class Protest(Behaviour):
    """Gather before the zone `toward`, face it and stay, never past the officers before it; without it stay put.

    People come to rest `spacing` m behind one another, about 1.5 to 2 people/m².
    """

    toward: ZoneName | None = None
    spacing: Annotated[float, Field(ge=0.5, le=3.0)] = 0.85  # m; guess

    def steer(self, world: World, who: Ints) -> Floats:
        people = world.people
        toward, distance = unit_vectors(people.position[perceived(world).line[who]] - people.position[who])
        lined = perceived(world).faces_line(MINDS_LINE)[who]
        ahead, still = self._still_to_go(world, who, toward, lined)
        room = _room(world, who, ahead)
        way = self._keep_places(world, who, ahead, still, room) * people.free_speed[who, None]
        look(world, who, ahead)
        close = lined & (distance < GIVES_WAY)
        back = np.where(close[:, None], -toward, -ahead)
        return np.where((close | (room < CRAMPED))[:, None], STEP_BACK * back, way)

    def _still_to_go(self, world: World, who: Ints, toward: Floats, lined: Bools) -> tuple[Floats, Floats]:
        """(k, 2) unit vectors toward the object, and (k,) m still free before the front row; 0 or less at the front.

        Without an object that is the officers before one (k, 2) where there are such (k,).
        """
        if self.toward is None:
            return np.where(lined[:, None], toward, 0.0), np.zeros(len(who))
        field, people = world.ground.field_to_zone(self.toward), world.people
        far = field.distance(people.position)
        line = np.where(lined, far[perceived(world).line[who]], 0.0)
        return field.way(people.position[who]), far[who] - line - FRONT

    def _keep_places(self, world: World, who: Ints, ahead: Floats, still: Floats, room: Floats) -> Floats:
        """(k, 2) `ahead` for those who walk, 0 for those who keep their place.

        Who comes to the front or behind someone who stands keeps that place until there is clearly room ahead.
        """
        position, haven = world.people.position[who], world.people.haven[who]
        keeps = np.hypot(*(haven - position).T) < KEEPS
        rests = ~keeps & ((still <= 0.0) | (room < self.spacing))
        moves_up = keeps & (still > MOVES_UP_BY) & (room > MOVES_UP * self.spacing)
        haven[rests] = position[rests]
        haven[moves_up] += ahead[moves_up] * still[moves_up, None]
        world.people.haven[who] = haven
        return np.where(((keeps | rests) & ~moves_up)[:, None], 0.0, ahead)


def _room(world: World, who: Ints, ahead: Floats) -> Floats:
    """(k,) m to the nearest neighbour who stands before one; inf where nobody does."""
    people, senses = world.people, perceived(world)
    near = senses.near[who]
    (x, y), (u, v) = people.position.T, ahead.T
    dx, dy = x[near] - x[who, None], y[near] - y[who, None]
    distance = np.sqrt(dx * dx + dy * dy)
    before = dx * u[:, None] + dy * v[:, None] > AHEAD * distance
    before &= (senses.weight[who] > 0.0) & stands(people)[near]
    room: Floats = np.where(before, distance, np.inf).min(axis=1)
    return room
