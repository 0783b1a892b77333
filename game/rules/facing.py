"""Which way bodies face: where they go, and officers in place or only stepping as their unit does. Compiled."""

from typing import NamedTuple

import numpy as np

from game.rules.footing import PUSHED
from game.world.compiled import compiled, inlined
from game.world.people import NOBODY, Bools, Floats, Ints, People
from game.world.world import TICK

TURN_RATE = 5.0  # rad/s a body turns: about-face in 0.6 s; guess
MOVING = 0.25  # m/s, above which a body faces where it goes; guess
STEPPING = 0.5  # m/s, up to which an officer steps back or aside as the formation faces; doctrine.md 2.3 (0.47)
ON_SLOT = 0.3  # m, within which an officer faces as the formation does; guess
STEP = TURN_RATE * TICK  # rad


class Stance(NamedTuple):
    """What tells which way each body turns."""

    turns: Bools  # (n,) who is up, and no driver
    velocity: Floats  # (n, 2) m/s
    unit: Ints  # (n,) NOBODY for civilians
    load: Floats  # (n,) N of contact felt from all sides
    way: Floats  # (n, 2) m/s
    position: Floats  # (n, 2) m
    slot: Floats  # (n, 2) m
    front: Floats  # (n,) rad, the way the slot faces


def face(people: People, on_foot: Bools) -> None:
    """Turn the bodies of those who are up and `on_foot` (n,) by one tick; drivers turn the others."""
    p, turns = people, people.up & on_foot
    _turn(p.heading, Stance(turns, p.velocity, p.unit, p.contact_force, p.way, p.position, p.slot, p.slot_heading))


@compiled
def _turn(heading: Floats, stance: Stance) -> None:
    for i in range(len(heading)):
        if not stance.turns[i]:
            continue
        u, v, goal = stance.velocity[i, 0], stance.velocity[i, 1], heading[i]
        if stance.unit[i] != NOBODY and _keeps_front(i, stance):
            goal = stance.front[i]
        elif u * u + v * v > MOVING * MOVING:
            goal = np.arctan2(v, u)
        if goal != heading[i]:
            off = (goal - heading[i] + np.pi) % (2.0 * np.pi) - np.pi
            heading[i] += min(max(off, -STEP), STEP)
            heading[i] = (heading[i] + np.pi) % (2.0 * np.pi) - np.pi


@inlined
def _keeps_front(i: int, stance: Stance) -> bool:
    """Whether an officer faces as the slot does: thrown back one does not turn round, nor for a step."""
    x, y = stance.way[i, 0], stance.way[i, 1]
    thrown = stance.velocity[i, 0] * x + stance.velocity[i, 1] * y < 0.0
    east, north = stance.position[i, 0] - stance.slot[i, 0], stance.position[i, 1] - stance.slot[i, 1]
    near = east * east + north * north < ON_SLOT * ON_SLOT
    steps = x * x + y * y <= STEPPING * STEPPING
    return bool(thrown or stance.load[i] > PUSHED or near or steps)
