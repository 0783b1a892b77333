"""What flies comes down: on the ground, on a house, on a shield or on somebody."""

from dataclasses import dataclass

import numpy as np

from game.rules import harm
from game.rules.throwing import GRAVITY
from game.world.air import Missiles
from game.world.events import Event
from game.world.people import NOBODY, Bools, Floats, Ints
from game.world.world import TICK, World

TALL = 1.7  # m, below which something that falls can hit a standing person; guess
HITS_WITHIN = 0.35  # m of somebody's middle: a body and half a stone; guess
INSIDE = -0.2  # m of clearance at which it has hit a house; a fence, half as thick as that, is flown over; guess
HELMETED = 0.5  # gear from which a unit wears helmet and vest; levels/catalogue/units.yaml
# Share of what no shield stops that injures, and of those injured who go down: with helmet and vest, without; guess.
INJURES = {True: 0.08, False: 0.25}
FELLS = {True: 0.15, False: 0.4}


@dataclass(frozen=True, kw_only=True)
class Struck(Event):
    """Something thrown has struck an officer or a vehicle of `unit`."""

    unit: str
    person: int  # row
    shielded: bool


def fly(world: World) -> None:
    """One tick of everything in the air."""
    flying = world.missiles
    if not len(flying.thrower):
        return
    flying.velocity[:, 2] -= GRAVITY * TICK
    flying.position = flying.position + flying.velocity * TICK
    struck = _whom(world, flying)
    hits = np.flatnonzero(struck != NOBODY)
    if len(hits):
        _strike(world, struck[hits], flying.velocity[hits], flying.event[hits])
    _keep(flying, (struck == NOBODY) & ~_down(world, flying))


def _whom(world: World, flying: Missiles) -> Ints:
    """(k,) row of who is struck now by each thing, NOBODY by most."""
    people, struck = world.people, np.full(len(flying.thrower), NOBODY)
    low = np.flatnonzero((flying.position[:, 2] < TALL) & (flying.velocity[:, 2] < 0.0))
    if len(low):
        (x, y), (u, v) = people.position.T, flying.position[low, None, :2].T
        dx, dy = x[:, None] - u, y[:, None] - v
        reach = np.maximum(HITS_WITHIN, people.radius) * people.up
        beyond = dx * dx + dy * dy - (reach * reach)[:, None]
        nearest = beyond.argmin(axis=0)
        struck[low] = np.where(beyond[nearest, np.arange(len(low))] < 0.0, nearest, NOBODY)
    return struck


def _down(world: World, flying: Missiles) -> Bools:
    """(k,) what lies on the ground, has hit a house, or has left the place."""
    where = flying.position[:, :2]
    down: Bools = (flying.position[:, 2] <= 0.0) | ~world.ground.inside(where)
    return down | (world.ground.clearance(where) < INSIDE)


def _keep(flying: Missiles, kept: Bools) -> None:
    for name in ("position", "velocity", "thrower", "event"):
        setattr(flying, name, getattr(flying, name)[kept])


def _strike(world: World, rows: Ints, velocity: Floats, told: Ints) -> None:
    """Let shields stop what they can; of the rest some injures."""
    people = world.people
    lots = world.rng.random((len(people), 3))[rows]
    shield, helmet, wheels = _kit(world, rows)
    frontal = np.cos(people.heading[rows]) * velocity[:, 0] + np.sin(people.heading[rows]) * velocity[:, 1] < 0.0
    stopped = wheels | (frontal & (lots[:, 0] < shield))
    _tell(world, rows, stopped, told)
    falls = lots[:, 2] < np.where(helmet, FELLS[True], FELLS[False])
    injured = ~stopped & (lots[:, 1] < np.where(helmet, INJURES[True], INJURES[False]))
    injured &= ~people.hurt[rows] | falls  # who is hurt already is told of again only when going down
    whom, first = np.unique(rows[injured], return_index=True)
    if len(whom):
        because = tuple(int(event) for event in np.unique(told[injured]))
        harm.hurt(world, whom, "missile", falls[injured][first], because)


def _kit(world: World, rows: Ints) -> tuple[Floats, Bools, Bools]:
    """(h,) share of thrown things that the shield of each of `rows` stops, who wears a helmet, what is a vehicle."""
    count = len(world.people)
    shield, helmet, wheels = np.zeros(count), np.zeros(count, dtype=np.bool_), np.zeros(count, dtype=np.bool_)
    for unit in world.units.values():
        shield[unit.rows] = unit.type.shield.get(unit.posture, 0.0)
        helmet[unit.rows] = unit.type.gear[unit.posture] >= HELMETED
        wheels[unit.rows] = unit.type.vehicle is not None
    return shield[rows], helmet[rows], wheels[rows]


def _tell(world: World, rows: Ints, stopped: Bools, told: Ints) -> None:
    names, struck = list(world.units), world.missiles.struck
    for row, shielded, event in zip(rows.tolist(), stopped.tolist(), told.tolist(), strict=True):
        if (index := world.people.unit[row]) != NOBODY:
            x, y = world.people.position[row].tolist()
            name = names[index]
            struck[name] = struck.get(name, 0) + 1
            world.say(Struck(unit=name, person=row, shielded=shielded, place=(x, y), because=(event,)))
