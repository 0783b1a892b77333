"""How a line that is driven back stays a line: who stands before those beside him steps back to them."""

import numpy as np

from game.rules.footing import PUSHED
from game.rules.ranks import HOLDING
from game.rules.slots import on_feet
from game.world.people import Floats, Ints
from game.world.units import Unit
from game.world.world import World

BESIDE = 1.2  # m along the front to those one dresses by, one on either side; guess
DEEP = 0.5  # m before or behind each other in their slots, up to which two stand in one rank; half of bersaf.py's 0.9
AHEAD = 0.3  # m before those beside him at which one steps back; guess
STEPS_BACK = 0.47  # m/s at the most; doctrine.md 2.3, backward


def step_back(world: World) -> None:
    """In lines that stand with arms or shields held and are pushed, who has been left ahead goes back to the others."""
    people = world.people
    for unit in world.units.values():
        if unit.type.in_line and unit.posture in HOLDING and not unit.marches:
            rows = on_feet(world, unit)
            if (people.contact_force[rows] > PUSHED).any():
                _step_back(world, unit, rows)


def _step_back(world: World, unit: Unit, rows: Ints) -> None:
    people, ahead = world.people, np.array([np.cos(unit.facing), np.sin(unit.facing)])
    off = (people.position[rows] - people.slot[rows]) @ ahead  # m, negative behind the slot
    beside = _beside(people.slot[rows], ahead)
    others = beside @ off / np.maximum(beside.sum(axis=1), 1)
    leads = off - others
    steps = (leads > AHEAD) & (off <= AHEAD)
    pace = np.minimum(leads, 1.0) * STEPS_BACK / (1.0 - AHEAD)
    people.way[rows[steps]] = (-ahead * pace[:, None])[steps]


def _beside(slots: Floats, ahead: Floats) -> Floats:
    """(k, k) 1 for who dresses by whom, of those with `slots` (k, 2)."""
    apart = slots[:, None] - slots
    deep = np.abs(apart @ ahead)
    wide = np.abs(apart @ np.array([-ahead[1], ahead[0]]))
    beside: Floats = ((deep < DEEP) & (wide > 0.1) & (wide < BESIDE)).astype(np.float64)
    return beside
