"""When a line breaks: driven back faster than it can step in order, it loses hold of itself and gaps open."""

from dataclasses import dataclass

import numpy as np

from game.rules.footing import PUSHED
from game.rules.ranks import ARMS
from game.rules.slots import on_feet
from game.world.events import Event
from game.world.people import Bools, Floats, Ints
from game.world.units import Unit
from game.world.vectors import dot
from game.world.world import TICK, World

EVERY = 3 * TICK  # s between two looks; advance.py
IN_ORDER = 0.40  # m/s driven back beyond which no rank stays dressed; guess: 0.3 is orderly, 0.47 an ordered march
LASTS = 3.0  # s of it that tear a line; crowd-model.md 4
STRETCH = 1.2  # m to either side over which officers go back together; guess
CLOSES_AGAIN = 5.0  # s without a push after which it stands closed again; crowd-model.md 4: reform 5 … 15 s


@dataclass(frozen=True, kw_only=True)
class LineBroken(Event):
    """A line has been driven back in disorder and stands open about `officers` of it; the actor is the unit."""

    unit: str
    call: str
    officers: int


def tear(world: World) -> None:
    """A tenth of a second of going back in disorder, or of finding together again, for every line."""
    assert world.bodies is not None  # they have moved
    apart = _torn_apart(world, world.bodies.lost)
    for unit in world.units.values():
        if unit.type.in_line and len(rows := on_feet(world, unit)):
            _tear(world, unit, rows, np.isin(rows, apart))


def _torn_apart(world: World, lost: Ints) -> Ints:
    """Rows of those who have lost hold of each other under a push."""
    people = world.people
    far = np.hypot(*(people.position[lost[:, 0]] - people.position[lost[:, 1]]).T) > ARMS
    pushed = (people.up[lost] & (people.contact_force[lost] > PUSHED)).all(axis=1)
    rows: Ints = lost[far & pushed].ravel()
    return rows


def _tear(world: World, unit: Unit, rows: Ints, apart: Bools) -> None:
    people = world.people
    beside = _beside(people.position[rows])
    pushed: Bools = beside @ (people.contact_force[rows] > PUSHED)
    back = beside @ _driven_back(world, rows) / beside.sum(axis=1)
    torn = people.torn[rows]
    turning = np.where(torn, ~pushed, pushed & (back > IN_ORDER))
    people.unsettled[rows] = np.where(turning, people.unsettled[rows] + EVERY, 0.0)
    turned = (people.unsettled[rows] >= np.where(torn, CLOSES_AGAIN, LASTS) - TICK) | (apart & ~torn)
    people.torn[rows] = torn ^ turned
    people.unsettled[rows[turned]] = 0.0
    if turned.any() and not torn.any():
        _tell(world, unit, rows[turned])


def _beside(places: Floats) -> Bools:
    """(k, k) who of those at `places` (k, 2) goes back together with whom."""
    x, y = places.T
    near: Bools = np.hypot(x[:, None] - x, y[:, None] - y) < STRETCH
    return near


def _driven_back(world: World, rows: Ints) -> Floats:
    """(k,) m/s that each of `rows` goes back against his will."""
    people = world.people
    ahead = np.column_stack([np.cos(people.slot_heading[rows]), np.sin(people.slot_heading[rows])])
    meant = dot(people.way[rows], ahead)
    goes = dot(people.drift[rows], ahead)
    driven: Floats = np.maximum(np.minimum(meant, 0.0) - goes, 0.0)
    return driven


def _tell(world: World, unit: Unit, rows: Ints) -> None:
    x, y = world.people.position[rows].mean(axis=0).tolist()
    world.say(LineBroken(unit=unit.name, call=unit.label, officers=len(rows)), actor=unit.name, place=(x, y))
