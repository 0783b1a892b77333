"""Strain: how tired and tempted a line gets from standing against a crowd, and how rest behind it helps."""

import numpy as np

from game.rules import slots
from game.rules.footing import PUSHED
from game.rules.journey import faces_a_crowd
from game.world.units import Unit
from game.world.world import World

FACING = 1.0 / (45 * 60)  # 1/s with a crowd within 15 m in front: spent in 45 minutes; guess
PRESSED = 1.0 / (10 * 60)  # 1/s more where every officer bears a push: spent in 8 minutes; guess
STRUCK = 0.5  # for as many hits as there are officers; guess
RESTS = 1.0 / (15 * 60)  # 1/s at rest, with no crowd before it: fresh again in 15 minutes; guess


def tire(world: World) -> None:
    """A second of strain or rest for every line."""
    for unit in world.units.values():
        if unit.type.in_line and len(slots.on_feet(world, unit)):
            unit.strain = float(np.clip(unit.strain + _change(world, unit), 0.0, 1.0))
    world.missiles.struck.clear()


def _change(world: World, unit: Unit) -> float:
    """What a second adds to the strain of `unit`, or takes from it."""
    struck = STRUCK * world.missiles.struck.get(unit.name, 0) / len(unit.rows)
    pressed = float((world.people.contact_force[slots.on_feet(world, unit)] > PUSHED).mean())
    if pressed == 0.0 and not faces_a_crowd(world, unit):
        return struck - RESTS
    return struck + FACING + PRESSED * pressed
