"""Who throws what at whom: from the crowd at a line or a vehicle in plain sight, unless a peer holds them back."""

from dataclasses import dataclass

import numpy as np

from game.rules import sightings
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
HAND, AIM = 1.8, 1.5  # m above ground, where it leaves the hand and what is aimed at: head and shoulders; guess
FASTEST = 25.0  # m/s; crowd-model.md 4
STEEPEST, FLATTEST = 45.0, 20.0  # degrees; at 20 it clears the heads of those before one; crowd-model.md 4, guess
USUAL, VARIES = 32.0, 6.0  # degrees, mean and sd; guess
SHORT_OR_FAR, ASIDE = 0.06, 0.05  # sd per m of range: 1 m off at 20 m; crowd-model.md 4: accurate < 20 m
GRAVITY = 9.81  # m/s²
TOLD_EVERY = TICKS_PER_SECOND  # ticks between two events of one group


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
            _say(world, HeldBack(people=len(members)), group, members)
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
    """Rows of the vehicles that are there; few."""
    units = [unit for unit in world.units.values() if unit.type.vehicle is not None]
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
        told[np.isin(rows, members)] = _tell(world, group, members)
    _add(world, rows, _thrown(world, rows, target), told)
    world.people.threw[rows] = world.tick
    world.people.stones[rows] -= 1
    sightings.note(world, rows, "throw")


def _thrown(world: World, rows: Ints, target: Floats) -> Floats:
    """(k, 3) m/s with which things leave the hand: as steep as each happens to throw, as fast as the range asks."""
    lots = world.rng.standard_normal((len(world.people), 3))[rows]
    apart = target - world.people.position[rows]
    far = np.hypot(apart[:, 0], apart[:, 1])
    along = apart / far[:, None]
    across = np.column_stack([-along[:, 1], along[:, 0]])
    apart = apart + far[:, None] * (SHORT_OR_FAR * lots[:, :1] * along + ASIDE * lots[:, 1:2] * across)
    far = np.hypot(apart[:, 0], apart[:, 1])
    angle = np.radians(np.clip(USUAL + VARIES * lots[:, 2], FLATTEST, STEEPEST))
    drop = 2.0 * np.square(np.cos(angle)) * (far * np.tan(angle) + HAND - AIM)
    speed = np.minimum(far * np.sqrt(GRAVITY / drop), FASTEST)
    return np.column_stack([apart / far[:, None] * (speed * np.cos(angle))[:, None], speed * np.sin(angle)])


def _add(world: World, rows: Ints, velocity: Floats, told: Ints) -> None:
    flying = world.missiles
    start = np.column_stack([world.people.position[rows], np.full(len(rows), HAND)])
    flying.position = np.concatenate([flying.position, start])
    flying.velocity = np.concatenate([flying.velocity, velocity])
    flying.thrower = np.concatenate([flying.thrower, rows])
    flying.event = np.concatenate([flying.event, told])


def _tell(world: World, group: str, members: Ints) -> int:
    """The id of the event that tells of it: at most one a second of each group."""
    told = world.missiles.told
    if group not in told or world.tick - told[group][0] >= TOLD_EVERY:
        throwing = acting(world, "throw") & (world.people.group == world.people.group[members[0]])
        told[group] = [world.tick, _say(world, ThrownAt(people=int(throwing.sum())), group, members)]
    return told[group][1]


def _by_group(world: World, rows: Ints) -> list[tuple[str, Ints]]:
    numbers = world.people.group[rows]
    return [(world.groups[number].name, rows[numbers == number]) for number in np.unique(numbers)]


def _say(world: World, event: Event, group: str, members: Ints) -> int:
    x, y = world.people.position[members].mean(axis=0)
    return world.say(event, actor=group, place=(float(x), float(y)))
