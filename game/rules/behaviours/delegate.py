"""Speak for the others inside."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.rules.behaviours.behaviour import Behaviour, unit_vectors
from game.rules.errand import PARTS
from game.world.people import Floats, Ints
from game.world.talks import Talks
from game.world.vectors import nonzero
from game.world.world import World

BIDS = 0.95  # worth more than any plan and any way home, less than running from the worst; guess
FOLLOWS = 1.2  # m off the officer whom one follows; guess
WAITS_NEAR = 2.5  # m round the coordinator within which one waits; guess


@dataclass(frozen=True)
class Delegate(Behaviour):
    """Wait by the coordinator, follow the escort to where one is heard, and walk back: those who were chosen."""

    open_to_all: ClassVar[bool] = True

    def urge(self, world: World) -> Floats:
        urge = np.zeros(len(world.people))
        if world.talks is not None:
            urge[world.talks.delegates] = BIDS
        return urge

    def steer(self, world: World, who: Ints) -> Floats:
        talks, people = world.talks, world.people
        way = np.zeros((len(who), 2))
        if talks is not None:
            going = np.isin(who, talks.delegates)  # a goal is kept for a while after its reason is gone
            way[going] = _way(world, talks, who[going])
            people.press[who] = np.where(people.escorted[who] & nonzero(way), PARTS, 0.0)
        return way * people.free_speed[who, None]


def _way(world: World, talks: Talks, who: Ints) -> Floats:
    """(k, 2) unit vectors where the delegates `who` (k,) walk now, 0 for those who stand."""
    here = world.people.position[who]
    match talks.stage:
        case "led":
            return _follow(world, talks, here)
        case "heard":
            room = world.ground.zones[talks.room]
            return world.ground.field_to_zone(talks.room).way(here) * ~room.contains(here)[:, None]
        case "back":
            return _toward(world, here, np.tile(talks.fetched, (len(here), 1)), FOLLOWS)
    return _toward(world, here, np.tile(world.people.position[talks.korlap], (len(here), 1)), WAITS_NEAR)


def _follow(world: World, talks: Talks, here: Floats) -> Floats:
    """(k, 2) unit vectors after the nearest officer of the escort."""
    unit = world.units[talks.escort]
    officers = world.people.position[unit.rows[world.people.up[unit.rows]]]
    if not len(officers):
        return np.zeros_like(here)
    nearest = np.hypot(*(here[:, None] - officers[None]).transpose(2, 0, 1)).argmin(axis=1)
    return _toward(world, here, officers[nearest], FOLLOWS)


def _toward(world: World, here: Floats, there: Floats, keeps: float) -> Floats:
    """(k, 2) unit vectors from `here` to `there`, both (k, 2); 0 within `keeps` m, and round what hides it."""
    way, far = unit_vectors(there - here)
    hidden = np.flatnonzero(~world.ground.sees(here, there))
    for which in hidden.tolist():  # few: delegates
        way[which] = world.ground.field_to_point(np.round(there[which])).way(here[which : which + 1])[0]
    return way * (far > keeps)[:, None]
