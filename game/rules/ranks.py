"""Which officers close the gap between them, and how wide a gap is left: nobody slips through a line that stands."""

from collections.abc import Sequence

import numpy as np

from game.rules.slots import on_feet, turned
from game.world.bodies import Closed
from game.world.people import NOBODY, Bools, Floats, Ints, People
from game.world.units import Unit
from game.world.vectors import dot
from game.world.world import World

NEXT = 1.05  # m between the slots of those who stand next to each other: 0.76 beside, 0.9 behind, 1.02 at a lane
SHOULDERS = 0.85  # m between middles up to which two who just stand leave no way in between; guess
ARMS = 1.1  # m, the same with arms, a rope or shields held, which also ties the ranks together; guess
BESIDE = 0.7  # cosine of 45 degrees off the front: a wall nearer to it is before or behind, not beside
SLACK = 0.06  # m by which two who hold on to each other give: one is then 0.3 m behind the other; guess
ROPE = 0.25  # m, the same along a rope: it bows; guess
LEAST = 1e-9  # m², keeps a division finite
ARMS_AT_LANES = 1.3  # m, in a relief, where shields are turned to close the lane behind who steps back; guess
# Postures in which they are; doctrine.md 2.3.
HOLDING = ("siaga", "tangan_berkait", "pegang_tali", "berlindung", "dorong_maju", "desak_maju", "mundur_teratur")


def closed(world: World) -> Closed:
    """Which gaps officers close: in lines that stand, or march with arms or shields held."""
    lines = [line for line in _lines(world) if _holds(line) or not line[0].marches]
    rows = [_rows(world, line) for line in lines]
    pairs = [_closed_in(world, line, rows) for line, rows in zip(lines, rows, strict=True)]
    holds = [_holds_on(world, line, two) for line, two in zip(lines, pairs, strict=True)]
    at_walls = np.concatenate(
        [np.empty(0, dtype=np.int64), *(r for r, line in zip(rows, lines, strict=True) if _holds(line))]
    )
    flanks, to_wall = _to_walls(world, at_walls)
    return Closed(
        pairs=np.concatenate([np.empty((0, 2), dtype=np.int64), *pairs]),
        holds=np.concatenate([np.empty(0), *holds]),
        flanks=flanks,
        to_wall=to_wall,
    )


def _holds_on(world: World, line: Sequence[Unit], pairs: Ints) -> Floats:
    """(l,) m to which those of `pairs` (l, 2) who stand beside each other hold on, 0 for who stand behind each other.

    Nobody does in a relief, where arms are down, and who lets one through lets go, as do two who have a comrade or one
    who is led between them: drawn together they would crush them.
    """
    if len(line) > 1 or not _holds(line):
        return np.zeros(len(pairs))
    people, slack = world.people, ROPE if line[0].posture == "pegang_tali" else SLACK
    apart, facing = people.slot[pairs[:, 1]] - people.slot[pairs[:, 0]], people.slot_heading[pairs[:, 0]]
    deep = np.abs(apart[:, 0] * np.cos(facing) + apart[:, 1] * np.sin(facing))
    far = np.hypot(apart[:, 0], apart[:, 1])
    tied = (deep < BESIDE * far) & ~people.aside[pairs].any(axis=1) & ~_has_between(people, pairs)
    return np.where(tied, far + slack, 0.0)


def _has_between(people: People, pairs: Ints) -> Bools:
    """(l,) which of `pairs` (l, 2) have somebody between them who is not kept out: an officer, or who is led."""
    led = people.escorted | (people.custody != NOBODY)
    rows = np.flatnonzero(people.present & (~people.civilian | led))
    start, end = people.position[pairs[:, 0]], people.position[pairs[:, 1]]
    way = end - start
    from_start = people.position[rows][None, :, :] - start[:, None, :]
    square = np.maximum(np.einsum("li,li->l", way, way), LEAST)[:, None]
    share = np.einsum("lmi,li->lm", from_start, way) / square
    aside = np.abs(from_start[..., 0] * way[:, None, 1] - from_start[..., 1] * way[:, None, 0]) / np.sqrt(square)
    between = (share > 0.0) & (share < 1.0) & (aside < people.radius[rows])
    between &= (rows != pairs[:, :1]) & (rows != pairs[:, 1:])
    found: Bools = between.any(axis=1)
    return found


def _to_walls(world: World, rows: Ints) -> tuple[Ints, Floats]:
    """(f,) which of `rows` stand at the end of the line before a wall beside them, and (f, 2) m to it."""
    people = world.people
    clearance, away = world.ground.nearest_wall(people.position[rows])
    ahead = np.column_stack([np.cos(people.slot_heading[rows]), np.sin(people.slot_heading[rows])])
    beside = (clearance < ARMS) & (np.abs(dot(away, ahead)) < BESIDE)
    return rows[beside], (-away * clearance[:, None])[beside]


def widest_gap(world: World, units: Sequence[Unit], reaches: float = 0.0) -> float:
    """M of free space through which the widest body could pass the line that `units` make together, 0 for none.

    The line is as long as the front of the first of them, from end to end of its formation, and reaches at least
    `reaches` m to either side of its middle. Whoever passes goes between two officers, or between one and an end; so it
    is the widest step of that chain of officers from end to end whose widest step is the narrowest. Who stands in the
    door of a gap, or close behind it, narrows it.
    """
    first, people = units[0], world.people
    rows = np.concatenate([on_feet(world, unit) for unit in units])
    place = turned(people.position[rows] - first.centre, -first.facing)
    half = max(reaches, half_front(world, first))
    radius = people.radius[rows]
    free = np.maximum(_apart(place) - radius[:, None] - radius, 0.0)
    left, right = (np.maximum(half - side * place[:, 1] - radius, 0.0) for side in (1.0, -1.0))
    return _narrowest_chain(free, left, right, 2.0 * half)


def half_front(world: World, unit: Unit) -> float:
    """M from the middle of the front of `unit` to its end, as its formation is drawn up."""
    return float(np.abs(unit.formation.places(len(on_feet(world, unit)))[:, 1]).max(initial=0.0))


def line_gap(world: World, unit: Unit) -> float | None:
    """M, :func:`widest_gap` of the line that `unit` is part of; None for who is no line or walks with arms down."""
    for line in _lines(world):
        if unit in line and len(on_feet(world, unit)) and (_holds(line) or not unit.marches):
            return widest_gap(world, line)
    return None


def joined(world: World) -> list[tuple[Unit, Unit]]:
    """Pairs of units that make one line: the relieved and who relieves them."""
    units = world.units
    return [(units[unit.task.joins], unit) for unit in units.values() if unit.task is not None and unit.task.joins]


def _lines(world: World) -> list[tuple[Unit, ...]]:
    """The units that stand against a crowd, those in a relief as one."""
    pairs = joined(world)
    in_pairs = [unit.name for pair in pairs for unit in pair]
    alone = [(unit,) for unit in world.units.values() if unit.type.in_line and unit.name not in in_pairs]
    return [*pairs, *alone]


def _rows(world: World, line: Sequence[Unit]) -> Ints:
    """Rows of those of `line` who are on their feet and have not been torn apart."""
    rows = np.concatenate([on_feet(world, unit) for unit in line])
    whole: Ints = rows[~world.people.torn[rows]]
    return whole


def _closed_in(world: World, line: Sequence[Unit], rows: Ints) -> Ints:
    people = world.people
    reach = ARMS_AT_LANES if len(line) > 1 else ARMS if _holds(line) else SHOULDERS
    near = (_apart(people.slot[rows]) <= NEXT) & (_apart(people.position[rows]) <= reach)
    pairs: Ints = rows[np.argwhere(np.triu(near, 1))]
    return pairs


def _holds(line: Sequence[Unit]) -> bool:
    """Whether its officers have arms or shields held; who is relieved or relieves has."""
    return len(line) > 1 or line[0].posture in HOLDING


def _apart(points: Floats) -> Floats:
    """(k, k) m between each two of `points` (k, 2)."""
    x, y = points[:, 0], points[:, 1]
    apart: Floats = np.hypot(x[:, None] - x, y[:, None] - y)
    return apart


def _narrowest_chain(free: Floats, left: Floats, right: Floats, whole: float) -> float:
    """The least widest step from the left end to the right one, by way of officers `free` (k, k) m apart.

    Prim's tree from the left end: until it reaches the right end its longest edge is that step.
    """
    step, widest = left.copy(), 0.0
    reaches = whole
    for _ in range(len(left)):
        nearest = int(np.argmin(step))
        if reaches <= max(widest, step[nearest]):
            break
        widest = max(widest, float(step[nearest]))
        reaches = min(reaches, float(right[nearest]))
        np.minimum(step, free[nearest], out=step)
        free[:, nearest] = step[nearest] = np.inf
    return max(widest, reaches)
