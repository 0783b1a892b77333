"""How units pass each other: who stands makes way for who walks, and in a relief one shoulders past the other."""

import numpy as np

from game.rules import ranks, slots
from game.world.grid import Near
from game.world.people import NOBODY, Bools
from game.world.units import Unit
from game.world.world import World

OFF = 1.0  # m from the slot, beyond which an officer is on the way and not just swaying; guess
MAKES_WAY = 1.0  # m, within which a standing officer makes way for one of another unit; guess
ASIDE = 0.6  # m/s at which; guess
OUT_OF_PLACE = 0.05  # m from the slot, beyond which one shoulders on toward it; guess
SHOULDER = 120.0  # N with which; crowd-model.md 4, the lower half of a sustained push


def let_through(world: World) -> None:
    """Standing officers step aside for a comrade of another unit who walks up to their line; then they close up."""
    people = world.people
    officers = people.up & ~people.civilian & ~_in_relief(world)
    walks = officers & people.way.any(axis=1) & _on_the_way(world)
    rows = np.flatnonzero(officers & ~walks)
    if not (walks.any() and len(rows)):
        return
    _, comer = Near(people.position, walks).nearest(people.position[rows], 1, MAKES_WAY)
    comer = comer[:, 0]
    meets = (comer != NOBODY) & (people.unit[comer] != people.unit[rows])
    rows, comer = rows[meets], comer[meets]
    way, apart = people.way[comer], people.position[rows] - people.position[comer]
    across = np.column_stack([-way[:, 1], way[:, 0]]) / np.hypot(way[:, 0], way[:, 1])[:, None]
    side = np.where(np.einsum("ij,ij->i", apart, across) < 0.0, -1.0, 1.0)
    ahead = np.einsum("ij,ij->i", apart, way) > 0.0
    people.way[rows[ahead]] = ASIDE * (side[:, None] * across)[ahead]


def shoulder_on(world: World, unit: Unit) -> None:
    """Officers of `unit` who are not in their slots press on toward them past whoever stands close."""
    rows = slots.on_feet(world, unit)
    world.people.press[rows] = np.where(slots.lag(world, unit) > OUT_OF_PLACE, SHOULDER, 0.0)


def _in_relief(world: World) -> Bools:
    """(n,) who belongs to a relief: there every step is called."""
    units = [unit.index for pair in ranks.joined(world) for unit in pair]
    return np.isin(world.people.unit, units)


def _on_the_way(world: World) -> Bools:
    """(n,) who marches with the unit or is far from the slot."""
    people = world.people
    marching = [unit.index for unit in world.units.values() if unit.marches]
    off = people.slot - people.position
    return np.isin(people.unit, marching) | (np.hypot(off[:, 0], off[:, 1]) > OFF)
