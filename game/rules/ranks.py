"""Which officers close the gap between them: nobody slips through a line that stands, until it is torn open."""

import numpy as np

from game.world.people import Floats, Ints
from game.world.units import Unit
from game.world.world import World

NEXT = 1.0  # m between the slots of those who stand next to each other: 0.76 beside, 0.9 behind; bersaf.py
SHOULDERS = 0.85  # m between middles up to which two who just stand leave no way in between; guess
ARMS = 1.1  # m, the same with arms or shields held, which also ties the ranks together; guess
# Postures in which they are; doctrine.md 2.3.
HOLDING = ("siaga", "tangan_berkait", "berlindung", "dorong_maju", "desak_maju", "mundur_teratur")


def closed(world: World) -> Ints:
    """(l, 2) rows of officers with a closed gap between them: in lines that stand, or march arms or shields held."""
    lines = [unit for unit in world.units.values() if unit.type.in_line and (_holds(unit) or not unit.marches)]
    return np.concatenate([np.empty((0, 2), dtype=np.int64), *(_closed_in(world, unit) for unit in lines)])


def _closed_in(world: World, unit: Unit) -> Ints:
    people = world.people
    rows = unit.rows[people.up[unit.rows]]
    reach = ARMS if _holds(unit) else SHOULDERS
    near = (_apart(people.slot[rows]) <= NEXT) & (_apart(people.position[rows]) <= reach)
    pairs: Ints = rows[np.argwhere(np.triu(near, 1))]
    return pairs


def _holds(unit: Unit) -> bool:
    """Whether its officers have arms or shields held."""
    return unit.posture in HOLDING


def _apart(points: Floats) -> Floats:
    """(k, k) m between each two of `points` (k, 2)."""
    x, y = points[:, 0], points[:, 1]
    apart: Floats = np.hypot(x[:, None] - x, y[:, None] - y)
    return apart
