"""How units pass each other: who stands makes way for who walks, and in a relief one shoulders past the other."""

import numpy as np

from game.rules import ranks
from game.world.grid import Near
from game.world.people import NOBODY, Bools, Ints, People
from game.world.units import Unit
from game.world.vectors import dot, nonzero
from game.world.world import World

OFF = 1.0  # m from the slot, beyond which an officer is on the way and not just swaying; guess
MAKES_WAY = 1.0  # m, within which who stands makes way; guess
ASIDE = 0.47  # m/s at which, facing on; doctrine.md 2.3 (sideways)
OUT_OF_PLACE = 0.05  # m from the slot, beyond which one shoulders on toward it; guess
SIDEWAYS = 0.14  # m, half the depth of a chest: the radius of one who goes sideways; guess (95 of 100 men: 0.13)
HALF_TURNED = 0.18  # m, of one who stands behind his shield with one shoulder back; guess
SHOULDER = 250.0  # N with which; crowd-model.md 4, the most that is sustained


def let_through(world: World) -> None:
    """Who stands steps aside for who comes through: officers for comrades and the led, people for officers and the led.

    Nobody makes room for a line that marches, and who is hostile makes none for anybody. Then officers close up.
    """
    people = world.people
    people.aside[:] = False
    officers, marching = people.up & ~people.civilian & ~_in_relief(world), _marching(world)
    led = people.escorted | (people.custody != NOBODY)
    comes = ((officers & (marching | _off_slot(people))) | led) & nonzero(people.way)
    if not comes.any():
        return
    _step_aside(people, officers & ~comes, comes)
    stands = people.free & ~people.hostile & ~nonzero(people.way)
    _step_aside(people, stands, comes & ~marching)


def _step_aside(people: People, stands: Bools, comes: Bools) -> None:
    """Those of `stands` (n,) before whom the nearest of `comes` (n,) is not of their own go off the way of that one."""
    rows = np.flatnonzero(stands)
    if not (comes.any() and len(rows)):
        return
    _, comer = Near(people.position, comes).nearest(people.position[rows], 1, MAKES_WAY)
    comer = comer[:, 0]
    comes_with = np.where(people.custody != NOBODY, people.custody, people.unit)[comer]
    meets = (comer != NOBODY) & ((comes_with != people.unit[rows]) | people.civilian[rows])
    rows, comer = rows[meets], comer[meets]
    way, apart = people.way[comer], people.position[rows] - people.position[comer]
    across = np.column_stack([-way[:, 1], way[:, 0]]) / np.hypot(way[:, 0], way[:, 1])[:, None]
    side = np.where(dot(apart, across) < 0.0, -1.0, 1.0)
    ahead = dot(apart, way) > 0.0
    people.way[rows[ahead]] = ASIDE * (side[:, None] * across)[ahead]
    people.aside[rows[ahead]] = True


def shoulder_on(world: World, rows: Ints) -> None:
    """Officers of `rows` (k,) who are not in their slots press on toward them past whoever stands close."""
    people = world.people
    off = people.slot[rows] - people.position[rows]
    people.press[rows] = np.where(people.up[rows] & (np.hypot(off[:, 0], off[:, 1]) > OUT_OF_PLACE), SHOULDER, 0.0)


def turn_shoulders(world: World) -> None:
    """In a relief who steps back through the line goes sideways, who lets him through stands half turned."""
    people = world.people
    for unit in world.units.values():
        people.turned[unit.rows] = 0.0
    for relieved, relief in ranks.joined(world):
        people.turned[relief.rows] = relief.type.radius - HALF_TURNED
        people.turned[relieved.rows[stepping_back(people, relieved)]] = relieved.type.radius - SIDEWAYS


def stepping_back(people: People, unit: Unit) -> Bools:
    """(k,) who of `unit` is on the way to a place behind."""
    back: Bools = people.way[unit.rows] @ (np.cos(unit.facing), np.sin(unit.facing)) < 0.0
    return back


def _in_relief(world: World) -> Bools:
    """(n,) who belongs to a relief: there every step is called."""
    units = [unit.index for pair in ranks.joined(world) for unit in pair]
    return np.isin(world.people.unit, units)


def _marching(world: World) -> Bools:
    """(n,) who marches with the unit."""
    return np.isin(world.people.unit, [unit.index for unit in world.units.values() if unit.marches])


def _off_slot(people: People) -> Bools:
    """(n,) who is far from the slot."""
    off = people.slot - people.position
    far: Bools = np.hypot(off[:, 0], off[:, 1]) > OFF
    return far
