"""Bodies move and meet: what drives them, what they feel of each other."""

import numpy as np

from game.rules import footing, ranks, water
from game.world.bodies import Bodies
from game.world.compiled import compiled
from game.world.people import NOBODY, Floats, Ints, People
from game.world.vectors import at_most, dot
from game.world.world import REBUILD_EVERY, TICK, World

RELAXATION_TIME = 0.5  # s to reach the wanted velocity; Helbing 2000
STRONGEST_DRIVE = 400.0  # N, the most a person puts into walking; crowd-model.md 4: friction-limited 380 N
CLOSES_EVERY = 3  # ticks, 10 Hz: an officer pushed back at 1 m/s is off by 0.1 m; a whole minute is one of them
LOST_PER_ROW = 0.3  # share of a push from behind that a pusher's feet take before it is passed on; crowd-model.md 4
FELT_OVER = 0.5  # s over which contact forces and velocities are averaged; architecture.md 3, fact 5


def move(world: World) -> None:
    """Let everyone go where they want as far as the others let them."""
    if world.bodies is None or world.tick % REBUILD_EVERY == 0:
        world.bodies = Bodies.of(world)
    people = world.people
    world.bodies.shut(world.ground)
    if world.tick % CLOSES_EVERY == 0:
        world.bodies.close_gaps(people, ranks.closed(world))
    walks = footing.walks(people)
    force, hold = drive(people) + footing.lean(people, walks), footing.held(world, walks)
    force[(hold > 0.0) & walks] = 0.0  # who holds where he is does not push on to his slot as well
    if world.wet is not None:
        force, hold = force + world.wet, hold * water.grip(world.wet)
    world.bodies.step(people, force, hold)


def drive(people: People) -> Floats:
    """(n, 2) N with which everyone moves on.

    By force, not by setting velocities: a velocity set from outside walks into the neighbour first; walking.md 6.2.
    """
    force = _walk(people.wanted, people.velocity, people.mass)
    if len(pressing := np.flatnonzero(people.press > 0.0)):
        force[pressing] += _press(people, pressing)
    force[~people.up] = 0.0
    return force


@compiled
def _walk(wanted: Floats, velocity: Floats, mass: Floats) -> Floats:
    """(n, 2) N that bring each to the velocity they want."""
    force = np.empty((len(mass), 2))
    for i in range(len(mass)):
        x = (wanted[i, 0] - velocity[i, 0]) * (mass[i] / RELAXATION_TIME)
        y = (wanted[i, 1] - velocity[i, 1]) * (mass[i] / RELAXATION_TIME)
        force[i, 0], force[i, 1] = at_most(STRONGEST_DRIVE, x, y)
    return force


def _press(people: People, rows: Ints) -> Floats:
    """(k, 2) N with which `rows` (k,), who press, push on where they are stopped, less the faster they already go.

    What comes from behind is inferred from all that is felt: a pusher in a file feels it, and again what is passed on.
    So a push grows to a limit, as crowds do: three rows make twice one row's, and no depth four times.
    """
    way, asked, push = _unit(people.way[rows]), np.hypot(*people.way[rows].T), people.press[rows]
    asked = np.maximum(asked, footing.STRIDE)
    stopped = 1.0 - np.minimum(np.hypot(*people.wanted[rows].T) / asked, 1.0)
    pace = np.clip(dot(people.velocity[rows], way) / asked, 0.0, 1.0)
    behind = np.maximum(people.contact_force[rows] - push, 0.0) / (2.0 - LOST_PER_ROW)
    behind[~people.civilian[rows]] = 0.0  # officers press shield by shield: what they feel comes from the front
    net = push * stopped * (1.0 - pace) - LOST_PER_ROW * behind
    pushed: Floats = way * np.maximum(net, -people.brace[rows])[:, None]
    return pushed


def _unit(vectors: Floats) -> Floats:
    """(n, 2) the same ways at length 1, 0 where there is none."""
    length = np.hypot(vectors[:, 0], vectors[:, 1])[:, None]
    return np.divide(vectors, length, out=np.zeros_like(vectors), where=length > 0.0)


def feel_force(world: World) -> None:
    """Average what presses on each, from whatever side and also from walls, and where each is really going."""
    people = world.people
    assert world.bodies is not None  # move has run
    felt = _felt(world.bodies.pairs, world.bodies.impulse / TICK, len(people))
    people.contact_force += (felt - people.contact_force) * (TICK / FELT_OVER)
    people.drift += (people.velocity - people.drift) * (TICK / FELT_OVER)


@compiled
def _felt(pairs: Ints, force: Floats, count: int) -> Floats:
    """(n,) N that each of `count` feels: the sum of the `force` (c,) between `pairs` (c, 2) of whom each is one."""
    felt = np.zeros(count)
    for c in range(len(pairs)):
        for end in range(2):
            if pairs[c, end] != NOBODY:
                felt[pairs[c, end]] += force[c]
    return felt
