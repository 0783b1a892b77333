"""Bodies move and meet: what drives them, what they feel of each other, who is hurt, who was shoved."""

from dataclasses import dataclass

import numpy as np

from game.rules import harm, mood, ranks
from game.world.bodies import Bodies
from game.world.events import Event
from game.world.people import NOBODY, Bools, Floats, Ints, People
from game.world.units import Unit
from game.world.world import REBUILD_EVERY, TICK, TICKS_PER_SECOND, World

RELAXATION_TIME = 0.5  # s to reach the wanted velocity; Helbing 2000
STRONGEST_DRIVE = 400.0  # N, the most a person puts into walking; crowd-model.md 4: friction-limited 380 N
STRIDE = 0.05  # m/s; slower is standing, and who stands holds with both feet; guess
CLOSES_EVERY = 3  # ticks, 10 Hz: an officer pushed back at 1 m/s is off by 0.1 m; a whole minute is one of them
PUSHED = 100.0  # N on an officer off the slot, from which he holds rather than steps; crowd-model.md 4: least push
ARMS_LENGTH = 1.2  # m between middles within which one can push another: two bodies and an arm; guess
LOST_PER_ROW = 0.3  # share of a push from behind that a pusher's feet take before it is passed on; crowd-model.md 4
FELT_OVER = 0.5  # s over which contact forces are averaged before anyone is hurt; architecture.md 3, fact 5
HURTS = 1600.0  # N per m of the body's circumference; Helbing 2000
SHOVE = 150.0  # N from one officer that counts as being shoved: more than braced feet may hold between two; guess
FULL_SHOVE = 1000.0  # N at which a shove is as severe as can be; guess
SHOVE_TOLD_EVERY = 1.0  # s between two events of one unit; guess


@dataclass(frozen=True)
class PeopleShoved(Event):
    """A unit on the move pushed people out of its way."""

    unit: str
    count: int
    force: float  # N, mean over those pushed


def move(world: World) -> None:
    """Let everyone go where they want as far as the others let them."""
    if world.bodies is None or world.tick % REBUILD_EVERY == 0:
        world.bodies = Bodies.of(world)
    people = world.people
    if world.tick % CLOSES_EVERY == 0:
        world.bodies.close_gaps(people, ranks.closed(world))
    world.bodies.step(people, drive(people), held(world))


def held(world: World) -> Floats:
    """(n,) N of a push that go into the feet: of who stands, and of an officer whom people push off the slot.

    Such an officer holds on where he is, for a step holds nothing, and takes it when the push is over.
    """
    people = world.people
    stands = np.hypot(people.wanted[:, 0], people.wanted[:, 1]) < STRIDE
    for unit in world.units.values():
        pushed = people.contact_force[unit.rows] > PUSHED
        if not unit.marches and pushed.any() and _pressed_on(people, unit):
            stands[unit.rows] |= pushed
    return np.where(stands & (people.press == 0.0), people.brace, 0.0)


def _pressed_on(people: People, unit: Unit) -> bool:
    """Whether anyone who presses is at arm's length of an officer of `unit`."""
    x, y = people.position[people.up & people.civilian & (people.press > 0.0)].T
    u, v = people.position[unit.rows].T
    return bool((np.hypot(x[:, None] - u, y[:, None] - v) < ARMS_LENGTH).any())


def drive(people: People) -> Floats:
    """(n, 2) N with which everyone moves on.

    By force, not by setting velocities: a velocity set from outside walks into the neighbour first; walking.md 6.2.
    """
    force = (people.wanted - people.velocity) * (people.mass / RELAXATION_TIME)[:, None]
    size = np.hypot(force[:, 0], force[:, 1])
    force *= (STRONGEST_DRIVE / np.maximum(size, STRONGEST_DRIVE))[:, None]
    force += _press(people)
    force[~people.up] = 0.0
    return force


def _press(people: People) -> Floats:
    """(n, 2) N with which those who press push on where they are stopped, less the faster they already go.

    What comes from behind is inferred from all that is felt: a pusher in a file feels it, and again what is passed on.
    So a push grows to a limit, as crowds do: three rows make twice one row's, and no depth four times.
    """
    force = np.zeros_like(people.way)
    rows = np.flatnonzero(people.press > 0.0)
    way, asked, push = _unit(people.way[rows]), np.hypot(*people.way[rows].T), people.press[rows]
    asked = np.maximum(asked, STRIDE)
    stopped = 1.0 - np.minimum(np.hypot(*people.wanted[rows].T) / asked, 1.0)
    pace = np.clip(np.einsum("ij,ij->i", people.velocity[rows], way) / asked, 0.0, 1.0)
    behind = np.maximum(people.contact_force[rows] - push, 0.0) / (2.0 - LOST_PER_ROW)
    net = push * stopped * (1.0 - pace) - LOST_PER_ROW * behind
    force[rows] = way * np.maximum(net, -people.brace[rows])[:, None]
    return force


def _unit(vectors: Floats) -> Floats:
    """(n, 2) the same ways at length 1, 0 where there is none."""
    length = np.hypot(vectors[:, 0], vectors[:, 1])[:, None]
    return np.divide(vectors, length, out=np.zeros_like(vectors), where=length > 0.0)


def feel_force(world: World) -> None:
    """Average what presses on each, hurt whom it crushes, tell which unit shoved."""
    people = world.people
    assert world.bodies is not None  # move has run
    pairs, force = world.bodies.pairs, world.bodies.impulse / TICK
    ends, both = pairs.ravel(), np.repeat(force, 2)
    felt = np.bincount(ends[ends >= 0], both[ends >= 0], len(people))
    people.contact_force += (felt - people.contact_force) * (TICK / FELT_OVER)
    _hurt(world)
    for unit in world.units.values():
        if unit.marches:
            _shove(world, unit, pairs, force)


def _hurt(world: World) -> None:
    people = world.people
    crushed = people.up & (people.contact_force > HURTS * 2.0 * np.pi * people.radius)
    if crushed.any():
        harm.hurt(world, np.flatnonzero(crushed), "crush")


def _shove(world: World, unit: Unit, pairs: Ints, force: Floats) -> None:
    """Tell, at most once a second, that `unit` pushed people aside, and let those who saw it feel so."""
    if world.tick % int(SHOVE_TOLD_EVERY * TICKS_PER_SECOND):
        return
    hit, shoved = _pushed_by(world.people, unit, pairs, force)
    if not len(hit):
        return
    mean, place = float(shoved.mean()), world.people.position[hit].mean(axis=0)
    told = PeopleShoved(unit=unit.name, count=len(hit), force=round(mean, 1))
    event = world.say(told, actor=unit.name, place=(float(place[0]), float(place[1])))
    reach = float(np.hypot(*(world.people.position[hit] - place).T).max())
    mood.force_event(world, place, reach, min(mean / FULL_SHOVE, 1.0), hit, event)


def _pushed_by(people: People, unit: Unit, pairs: Ints, force: Floats) -> tuple[Ints, Floats]:
    """Rows of the civilians whom officers of `unit` press harder than SHOVE, and the N on each."""
    ours: Bools = np.append(people.unit == unit.index, False)  # the last stands for the wall, row -1
    theirs: Bools = np.append(people.unit == NOBODY, False)
    first, second = pairs[:, 0], pairs[:, 1]
    shoved = np.zeros(len(people))
    for officer, civilian in ((first, second), (second, first)):
        met = ours[officer] & theirs[civilian]
        shoved += np.bincount(civilian[met], force[met], len(people))
    hit: Ints = np.flatnonzero(shoved > SHOVE)
    return hit, shoved[hit]
