"""What flies comes down: on the ground, on a house, on a shield or on somebody."""

from dataclasses import dataclass

import numpy as np

from game.rules import harm
from game.rules.lob import GRAVITY
from game.world.air import Missiles
from game.world.events import Event
from game.world.people import NOBODY, Bools, Floats, Ints, People
from game.world.world import TICK, World

TALL = 1.7  # m, below which something that falls can hit a standing person; guess
HITS_WITHIN = 0.35  # m of somebody's middle: a body and half a stone; guess
WIDEST = 1.5  # m from the middle of anything that can be struck, vehicles among them, to its side; guess
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
    kept = (struck == NOBODY) & ~_down(world, flying)
    if not kept.all():
        _keep(flying, kept)


def _whom(world: World, flying: Missiles) -> Ints:
    """(k,) row of who is struck now by each thing, NOBODY by most."""
    people, struck = world.people, np.full(len(flying.thrower), NOBODY)
    low = np.flatnonzero((flying.position[:, 2] < TALL) & (flying.velocity[:, 2] < 0.0))
    if len(low) and len(rows := _beneath(people, flying.position[low, :2])):
        apart = people.position[rows, None] - flying.position[low, :2]
        reach = np.maximum(HITS_WITHIN, people.radius[rows])
        beyond = np.square(apart).sum(axis=2) - np.square(reach)[:, None]
        nearest = beyond.argmin(axis=0)
        struck[low] = np.where(beyond[nearest, np.arange(len(low))] < 0.0, rows[nearest], NOBODY)
    return struck


def _beneath(people: People, places: Floats) -> Ints:
    """Rows of those on their feet in the box round `places` (k, 2): a few of thousands, for things fall at a line."""
    (x, y), low, high = people.position.T, places.min(axis=0) - WIDEST, places.max(axis=0) + WIDEST
    return np.flatnonzero((x > low[0]) & (x < high[0]) & (y > low[1]) & (y < high[1]) & people.up)


def _down(world: World, flying: Missiles) -> Bools:
    """(k,) what lies on the ground, has left the place, or has hit a house: looked for ten times a second."""
    where = flying.position[:, :2]
    down: Bools = (flying.position[:, 2] <= 0.0) | ~world.ground.inside(where)
    if world.tick % 3 == 0:
        down |= world.ground.clearance(where) < INSIDE
    return down


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
    units = world.units.values()
    shield = [unit.type.shield.get(unit.posture, 0.0) for unit in units]
    helmet = [unit.type.gear[unit.posture] >= HELMETED for unit in units]
    wheels = [unit.type.vehicle is not None for unit in units]
    unit = world.people.unit[rows]  # the last of each list is for who is in none, -1
    return np.array([*shield, 0.0])[unit], np.array([*helmet, False])[unit], np.array([*wheels, False])[unit]


def _tell(world: World, rows: Ints, stopped: Bools, told: Ints) -> None:
    names, struck = list(world.units), world.missiles.struck
    for row, shielded, event in zip(rows.tolist(), stopped.tolist(), told.tolist(), strict=True):
        if (index := world.people.unit[row]) != NOBODY:
            x, y = world.people.position[row].tolist()
            name = names[index]
            struck[name] = struck.get(name, 0) + 1
            world.say(Struck(unit=name, person=row, shielded=shielded, place=(x, y), because=(event,)))
