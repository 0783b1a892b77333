"""Gather before something and be heard there."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np
from pydantic import Field

from game.rules.behaviours.behaviour import Behaviour, line_before, look, stands, unit_vectors
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
    spacing: Annotated[float, Field(ge=0.5, le=3.0)] = 0.8  # m; guess

    def steer(self, world: World, who: Ints) -> Floats:
        people = world.people
        ahead, still = self._still_to_go(world, who)
        room = _room(world, who, ahead)
        self._keep_places(world, who, ahead, still, room)
        keeps = np.hypot(*(people.haven[who] - people.position[who]).T) < KEEPS
        way = ahead * np.where(keeps, 0.0, people.free_speed[who])[:, None]
        look(world, who, ahead)
        return _give_way(world, who, way, ahead, room)

    def _still_to_go(self, world: World, who: Ints) -> tuple[Floats, Floats]:
        """(k, 2) unit vectors toward the object, and (k,) m still free before the front row; 0 or less at the front."""
        apart, lined = line_before(world, who, MINDS_LINE)
        if self.toward is None:
            return unit_vectors(np.where(lined[:, None], apart, 0.0))[0], np.zeros(len(who))
        field = world.ground.field_to_zone(self.toward)
        position = world.people.position[who]
        line = np.where(lined, field.distance(position + apart), 0.0)
        return field.way(position), field.distance(position) - line - FRONT

    def _keep_places(self, world: World, who: Ints, ahead: Floats, still: Floats, room: Floats) -> None:
        """Who comes to the front or behind someone who stands keeps that place, until there is clearly room ahead."""
        people = world.people
        position, haven = people.position[who], people.haven[who]
        keeps = np.hypot(*(haven - position).T) < KEEPS
        rests = ~keeps & ((still <= 0.0) | (room < self.spacing))
        moves_up = keeps & (still > MOVES_UP_BY) & (room > MOVES_UP * self.spacing)
        people.haven[who] = np.where(rests[:, None], position, haven)
        people.haven[who[moves_up]] = position[moves_up] + ahead[moves_up] * still[moves_up, None]


def _room(world: World, who: Ints, ahead: Floats) -> Floats:
    """(k,) m to the nearest neighbour who stands before one; inf where nobody does."""
    people, senses = world.people, perceived(world)
    near = senses.near[who]
    there = (senses.weight[who] > 0.0) & stands(world, near.ravel()).reshape(near.shape)
    apart = people.position[near] - people.position[who, None]
    distance = np.hypot(apart[..., 0], apart[..., 1])
    before = np.einsum("kjx,kx->kj", apart, ahead) > AHEAD * distance
    room: Floats = np.where(there & before, distance, np.inf).min(axis=1)
    return room


def _give_way(world: World, who: Ints, way: Floats, ahead: Floats, room: Floats) -> Floats:
    """`way` (k, 2), but a step back for those too close to an officer or to whoever stands before them."""
    apart, close = line_before(world, who, GIVES_WAY)
    back = np.where(close[:, None], -unit_vectors(apart)[0], -ahead)
    cramped: Bools = close | (room < CRAMPED)
    return np.where(cramped[:, None], STEP_BACK * back, way)
