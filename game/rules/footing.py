"""How officers keep their footing: who stands holds with both feet, who moves leans against what drives them back."""

import numpy as np

from game.world.people import Bools, Floats, Ints, People
from game.world.units import Unit
from game.world.vectors import dot, nonzero, squared
from game.world.world import World

STRIDE = 0.05  # m/s; slower is standing, and who stands holds with both feet; guess
PUSHED = 100.0  # N on an officer off the slot, from which he holds rather than steps; crowd-model.md 4: least push
ARMS_LENGTH = 1.2  # m between middles within which one can push another: two bodies and an arm; guess
CATCHES_IN = 0.1  # s in which one who is driven back catches himself, as far as his feet bear it; guess
ASIDE = 0.5  # cosine of 60 degrees: a way farther off the front is a step back or aside; guess


def held(world: World, walks: Bools) -> Floats:
    """(n,) N of a push that go into the feet: of who does not walk (n,), and of an officer pushed off the slot.

    Such an officer holds on where he is, for a step holds nothing, and takes it when the push is over; but one who is
    to step back or aside steps.
    """
    people, stands = world.people, ~walks
    for unit in world.units.values():
        pushed = people.contact_force[unit.rows] > PUSHED
        if not unit.marches and pushed.any() and _pressed_on(people, unit):
            stands[unit.rows] |= pushed & ~_steps_back(people, unit.rows)
    return np.where(stands & (people.press == 0.0), people.brace, 0.0)


def walks(people: People) -> Bools:
    """(n,) who is on the move: no foot of theirs is held fast."""
    moves: Bools = squared(people.wanted) >= STRIDE * STRIDE
    return moves


def lean(people: People, walks: Bools) -> Floats:
    """(n, 2) N with which officers on the move lean forward where they are driven back faster than they mean to go.

    As hard as they are pushed, up to what their feet bear: feet held fast would bear it too, but could not step.
    """
    force = np.zeros_like(people.way)
    rows = _under_push(people, walks)
    if not len(rows):
        return force
    ahead = np.column_stack([np.cos(people.heading[rows]), np.sin(people.heading[rows])])
    meant = np.minimum(_forward(people, rows), 0.0)
    driven = meant - dot(people.velocity[rows], ahead)  # m/s
    support = people.contact_force[rows] + people.mass[rows] * driven / CATCHES_IN
    force[rows] = ahead * np.where(driven > 0.0, np.minimum(support, people.brace[rows]), 0.0)[:, None]
    return force


def _under_push(people: People, walks: Bools) -> Ints:
    """Rows of the officers who are pushed while they are on the move."""
    moves = (people.press > 0.0) | walks
    rows: Ints = np.flatnonzero(moves & ~people.civilian & people.up & (people.contact_force > PUSHED))
    return rows


def _forward(people: People, rows: Ints) -> Floats:
    """(k,) m/s that each of `rows` means to go the way he faces."""
    way, heading = people.way[rows], people.heading[rows]
    forward: Floats = way[:, 0] * np.cos(heading) + way[:, 1] * np.sin(heading)
    return forward


def _pressed_on(people: People, unit: Unit) -> bool:
    """Whether anyone who wants to get on is at arm's length of an officer of `unit`: who only creeps pushes, too."""
    x, y = people.position[people.up & people.civilian & nonzero(people.way)].T
    u, v = people.position[unit.rows].T
    return bool((np.hypot(x[:, None] - u, y[:, None] - v) < ARMS_LENGTH).any())


def _steps_back(people: People, rows: Ints) -> Bools:
    """(k,) which of `rows` are on their way back or aside, off the front they face."""
    speed = np.hypot(*people.way[rows].T)
    steps: Bools = (speed > STRIDE) & (_forward(people, rows) < ASIDE * speed)
    return steps
