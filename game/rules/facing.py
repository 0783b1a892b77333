"""Which way bodies face: where they go, and officers in place or only stepping as their unit does. Compiled."""

import numpy as np

from game.rules.footing import PUSHED
from game.world.compiled import compiled
from game.world.people import NOBODY, Bools, Floats, Ints, People
from game.world.vectors import dot, squared
from game.world.world import TICK

TURN_RATE = 5.0  # rad/s a body turns: about-face in 0.6 s; guess
MOVING = 0.25  # m/s, above which a body faces where it goes; guess
STEPPING = 0.5  # m/s, up to which an officer steps back or aside as the formation faces; doctrine.md 2.3 (0.47)
ON_SLOT = 0.3  # m, within which an officer faces as the formation does; guess
STEP = TURN_RATE * TICK  # rad


def face(people: People, on_foot: Bools) -> None:
    """Turn the bodies of those who are up and `on_foot` (n,) by one tick; drivers turn the others."""
    in_step = np.zeros(len(people), np.bool_)
    officers = np.flatnonzero(people.unit != NOBODY)
    in_step[officers] = _keeps_front(people, officers)
    _turn(people.heading, people.velocity, people.slot_heading, in_step, people.up & on_foot)


def _keeps_front(people: People, rows: Ints) -> Bools:
    """(k,) which of `rows` (k,) face as the slot does: thrown back one does not turn round, nor for a step."""
    way = people.way[rows]
    thrown = dot(people.velocity[rows], way) < 0.0
    near = squared(people.position[rows] - people.slot[rows]) < ON_SLOT * ON_SLOT
    steps = squared(way) <= STEPPING * STEPPING
    keeps: Bools = thrown | (people.contact_force[rows] > PUSHED) | near | steps
    return keeps


@compiled
def _turn(heading: Floats, velocity: Floats, front: Floats, in_step: Bools, turns: Bools) -> None:
    for i in range(len(heading)):
        u, v, goal = velocity[i, 0], velocity[i, 1], heading[i]
        if in_step[i]:
            goal = front[i]
        elif u * u + v * v > MOVING * MOVING:
            goal = np.arctan2(v, u)
        if turns[i] and goal != heading[i]:
            off = (goal - heading[i] + np.pi) % (2.0 * np.pi) - np.pi
            heading[i] += min(max(off, -STEP), STEP)
            heading[i] = (heading[i] + np.pi) % (2.0 * np.pi) - np.pi
