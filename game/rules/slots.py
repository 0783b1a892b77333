"""Where each officer of a unit belongs, and who has got there."""

import numpy as np
from scipy.optimize import linear_sum_assignment

from game.world.catalogue import ON_FOOT
from game.world.people import Bools, Floats, Ints
from game.world.units import Formation, Unit
from game.world.world import World

IN_PLACE = 0.35  # m from the slot, half an interval; guess
STILL = 0.3  # m/s, slower than which an officer in the slot has come to rest; guess
DRESSED = 0.9  # share of a unit in place that makes a formation; guess


def turned(points: Floats, angle: float) -> Floats:
    """`points` (n, 2) turned by `angle` rad about the origin."""
    cos, sin = np.cos(angle), np.sin(angle)
    return np.column_stack([cos * points[:, 0] - sin * points[:, 1], sin * points[:, 0] + cos * points[:, 1]])


def turn_between(before: float, after: float) -> float:
    """The turn from heading `before` to `after` the short way round, in rad: -pi … pi."""
    return float((after - before + np.pi) % (2.0 * np.pi) - np.pi)


def laid_out(
    formation: Formation, count: int, at: Floats, facing: float, apart: tuple[float, float] = ON_FOOT
) -> Floats:
    """(count, 2) m, the slots of `formation` with the middle of its front at `at` (2,), facing `facing` rad.

    `apart` is how much farther apart than people they are, in depth and along the front: :attr:`UnitType.apart`.
    """
    slots: Floats = at + turned(formation.places(count) * apart, facing)
    return slots


def given_out(positions: Floats, slots: Floats, turn: float) -> Ints:
    """(k,) which of `slots` (k, 2) goes to who stands at `positions` (k, 2), when the unit turns by `turn` rad.

    The sum of squared ways is least after the unit has turned as one body, so left stays left. Beyond a quarter turn
    everyone turns about where they stand and only the rest is wheeled: flanks are mirrored, nobody crosses over.
    Least squares means that, seen from the turning unit, two who walk evenly never meet: they keep 0.7 of the nearer
    spacing. (Least sum of ways would also keep straight ways from crossing, but lets a line shuffle end over end.)
    """
    wheel = turn if abs(turn) <= np.pi / 2 + 1e-9 else turn_between(np.pi, turn)
    goal = turned(slots - slots.mean(axis=0), -wheel)
    here = positions - positions.mean(axis=0)
    squared = np.square(here[:, None] - goal[None]).sum(axis=-1)
    chosen: Ints = linear_sum_assignment(squared)[1]
    return chosen


def on_feet(world: World, unit: Unit) -> Ints:
    """Rows of those who can carry out an order."""
    rows: Ints = unit.rows[world.people.up[unit.rows]]
    return rows


def abreast(world: World, unit: Unit) -> int:
    """How many of `unit` stand side by side in the front of its formation."""
    return int((unit.formation.places(len(on_feet(world, unit)))[:, 0] == 0.0).sum())


def draw_up(world: World, unit: Unit, at: Floats, facing: float) -> None:
    """Give each officer a slot of the unit's formation, its front's middle at `at` (2,) m, facing `facing` rad.

    A slot inside a wall becomes the nearest place where one can stand.
    """
    people, rows = world.people, on_feet(world, unit)
    slots = laid_out(unit.formation, len(rows), at, facing, unit.type.apart)
    chosen = given_out(people.position[rows], slots, turn_between(unit.facing, facing))
    people.slot[rows] = world.ground.nearest_stand(slots, unit.type.radius)[chosen]
    people.slot_heading[rows] = facing + unit.formation.headings(len(rows))[chosen]
    unit.centre, unit.facing = np.asarray(at, dtype=np.float64).copy(), facing


def lag(world: World, unit: Unit) -> Floats:
    """(k,) m between each who is on their feet and their slot."""
    rows = on_feet(world, unit)
    away = world.people.slot[rows] - world.people.position[rows]
    far: Floats = np.hypot(away[:, 0], away[:, 1])
    return far


def in_place(world: World, unit: Unit) -> Bools:
    """(k,) who on their feet stands in their slot."""
    return (lag(world, unit) <= IN_PLACE) & _still(world, unit)


def dressed(world: World, unit: Unit) -> bool:
    """Whether the formation stands."""
    return bool(in_place(world, unit).mean() >= DRESSED)


def settled(world: World, unit: Unit) -> bool:
    """Whether the formation stands and nobody is still on the way."""
    return dressed(world, unit) and bool(_still(world, unit).all())


def _still(world: World, unit: Unit) -> Bools:
    velocity = world.people.velocity[on_feet(world, unit)]
    still: Bools = np.hypot(velocity[:, 0], velocity[:, 1]) <= STILL
    return still
