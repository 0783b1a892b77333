"""Who throws what at whom: from the crowd at a line or a vehicle in plain sight, unless a peer holds them back."""

from dataclasses import dataclass

import numpy as np

from game.rules import lob, sightings
from game.rules.acts.act import acting, reconsiders
from game.rules.acts.restrain import within_reach
from game.world.events import Event
from game.world.people import Bools, Floats, Ints
from game.world.senses import perceived
from game.world.world import TICKS_PER_SECOND, World

LEAST_RANGE = 5.0  # m; nearer than that one pushes; guess
THROWS_WITHIN = 40.0  # m; crowd-model.md 4: usual throw 20 … 40 m
WIND_UP = 10  # tenths of a second from bending down to letting go: time for a peer to step in; guess
REFRACTORY = 6 * TICKS_PER_SECOND  # ticks between two throws of one person; guess
TAKES_AIM_AFTER = REFRACTORY - TICKS_PER_SECOND  # ticks after a throw at which the next begins, a wind-up before it
FOLLOWS_THROUGH = TICKS_PER_SECOND  # ticks for which the arm is still seen out; guess
TOLD_EVERY = 5 * TICKS_PER_SECOND  # ticks between two events of one kind and group, as one would radio it; guess


@dataclass(frozen=True, kw_only=True)
class ThrownAt(Event):
    """People of a group throw things at officers; `people` do so at this moment. The actor is the group."""

    people: int


@dataclass(frozen=True, kw_only=True)
class HeldBack(Event):
    """People hold back `people` of the group who want to throw: the crowd polices itself. The actor is the group."""

    people: int


def throw(world: World) -> None:
    """A tenth of a second: whoever has bent down a second ago lets go."""
    people = world.people
    ready = people.free & acting(world, "throw") & reconsiders(world, WIND_UP)
    rows = np.flatnonzero(ready & (world.tick - people.threw >= REFRACTORY))
    if len(rows):
        held = _held_back(world, rows)
        for group, members in _by_group(world, rows[held]):
            _tell(world, HeldBack(people=len(members)), group, members)
        _let_go(world, rows[~held])


def done_throwing(since: Ints) -> Bools:
    """(n,) whether the arm has come down, `since` (n,) ticks after the throw."""
    done: Bools = since >= FOLLOWS_THROUGH
    return done


def range_to_target(world: World) -> Floats:
    """(n,) m to what each would throw at, inf where nothing is in sight."""
    people, senses = world.people, perceived(world)
    far = np.where(senses.line_clear, senses.line_distance, np.inf)
    for row in _vehicles(world):
        apart = people.position - people.position[row]
        np.minimum(far, np.hypot(apart[:, 0], apart[:, 1]), out=far)
    return far


def _vehicles(world: World) -> list[int]:
    """Rows of the vehicles that are there, but for ambulances; few."""
    types = [(unit, unit.type) for unit in world.units.values()]
    units = [unit for unit, kind in types if kind.vehicle is not None and not kind.carries_hurt]
    return [row for unit in units for row in unit.present_rows(world.people.present).tolist()]


def _targets(world: World, rows: Ints) -> tuple[Floats, Bools]:
    """(k, 2) m, the officer before each of `rows`, or a vehicle that is nearer; (k,) whether that is in sight."""
    people, senses = world.people, perceived(world)
    target, seen = people.position[senses.line[rows]], senses.line_clear[rows]
    far = np.where(seen, senses.line_distance[rows], np.inf)
    for row in _vehicles(world):
        away = np.hypot(*(people.position[rows] - people.position[row]).T)
        nearer = (away < far) & world.ground.sees(people.position[rows], people.position[row])
        target[nearer], seen = people.position[row], seen | nearer
        far = np.where(nearer, away, far)
    return target, seen


def _held_back(world: World, rows: Ints) -> Bools:
    """(k,) whether somebody within reach holds each of `rows` by the arm."""
    near, close = within_reach(world, rows)
    held: Bools = (close & acting(world, "restrain")[near]).sum(axis=1) > 0
    return held


def _let_go(world: World, rows: Ints) -> None:
    target, seen = _targets(world, rows)
    rows, target = rows[seen], target[seen]
    if not len(rows):
        return
    told = np.zeros(len(rows), dtype=np.int64)
    for group, members in _by_group(world, rows):
        throwing = acting(world, "throw") & (world.people.group == world.people.group[members[0]])
        told[np.isin(rows, members)] = _tell(world, ThrownAt(people=int(throwing.sum())), group, members)
    _add(world, rows, lob.velocity(world, rows, target), told)
    world.people.threw[rows] = world.tick
    world.people.stones[rows] -= 1
    sightings.note(world, rows, "throw")


def _add(world: World, rows: Ints, velocity: Floats, told: Ints) -> None:
    flying = world.missiles
    start = np.column_stack([world.people.position[rows], np.full(len(rows), lob.HAND)])
    flying.position = np.concatenate([flying.position, start])
    flying.velocity = np.concatenate([flying.velocity, velocity])
    flying.thrower = np.concatenate([flying.thrower, rows])
    flying.event = np.concatenate([flying.event, told])


def _tell(world: World, event: Event, group: str, members: Ints) -> int:
    """The id of the event that tells of it: of each kind and group only now and then."""
    told, key = world.missiles.told, f"{event.word} {group}"
    if key not in told or world.tick - told[key][0] >= TOLD_EVERY:
        x, y = world.people.position[members].mean(axis=0)
        told[key] = [world.tick, world.say(event, actor=group, place=(float(x), float(y)))]
    return told[key][1]


def _by_group(world: World, rows: Ints) -> list[tuple[str, Ints]]:
    numbers = world.people.group[rows]
    return [(world.groups[number].name, rows[numbers == number]) for number in np.unique(numbers)]
