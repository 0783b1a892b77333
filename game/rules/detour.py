"""Round vehicles: whoever walks up to one aims past its corner, and who stands before one that comes steps aside."""

import numpy as np

from game.rules.acts.act import acting
from game.world.people import Floats, Ints, People
from game.world.vectors import dot
from game.world.wheels import Boxes, rim, vehicles
from game.world.world import World

MINDS = 6.0  # m from a vehicle within which one walks round it; guess
PASSES = 0.25  # m between a shoulder and the corner one aims past; guess
WALKS = 0.3  # m/s, faster than which how one walks counts fully; guess
WAY_COUNTS = 1.2  # times as much as how one walks, what the way counts; guess
HAIR = 0.01  # m that a box is kept off who all but touches it, so that everyone is outside
MAKES_WAY = 4.0  # m before a bumper at which people step aside for a vehicle that wants to go on; guess
BESIDE = 0.8  # m beside the vehicle that they clear: more than the driver asks for; guess
CLOSE = 0.5  # m from one's middle to a vehicle, within which one steps off it, too; guess
STEP_ASIDE = 0.6  # m/s; guess


def past(cars: Boxes, people: People, rows: Ints, ahead: Floats) -> Floats:
    """(m, 2) unit ways of `rows` (m,), who mean to go `ahead` (m, 2): past what is in the way."""
    near = cars.near(people.position[rows], MINDS)
    turned = ahead.copy()
    if len(near):
        turned[near] = _past(cars, people, rows[near], ahead[near])
    return turned


def room(cars: Boxes, here: Floats, radius: Floats, ways: Floats) -> Floats:
    """(h, m) m of free way before a vehicle, for people `here` (m, 2) along each of `ways` (h, m, 2)."""
    free = np.full(ways.shape[:2], np.inf)
    near = cars.near(here, MINDS)
    if len(near):
        half = _grown(cars, here[near], radius[near])
        free[:, near] = np.stack([_hit(cars, here[near], way, half).min(axis=0) for way in ways[:, near]])
    return free


def clear_the_way(world: World, cars: Boxes) -> tuple[Ints, Floats]:
    """Rows (k,) of those before or close beside a vehicle that wants to go on, and m/s (k, 2) that they step aside.

    Nobody does who is hostile, who presses or who sits down to stay.
    """
    people = world.people
    cars = cars.only(np.isin(cars.rows, list(world.drivers)))
    drivers = [world.drivers[row] for row in cars.rows.tolist()]
    gear, curve = np.array([(driver.gear, driver.curve) for driver in drivers]).T[..., None]
    rows = np.flatnonzero(people.up & ~people.hostile & (people.press == 0.0))
    rows = rows[cars.near(people.position[rows], MAKES_WAY)]
    if not len(rows):
        return rows, np.empty((0, 2))
    rows = rows[~np.isin(rows, list(vehicles(world))) & ~acting(world, "sit")[rows]]
    inward = cars.inward(people.position[rows])
    x = inward[..., 0] * gear - cars.half[:, :1]
    y = inward[..., 1] - curve * np.square(inward[..., 0]) / 2.0  # off the track
    before = (x > 0.0) & (x < MAKES_WAY) & (np.abs(y) < cars.half[:, 1:] + BESIDE)
    close = cars.gap(people.position[rows]) < CLOSE
    minds = (gear != 0) & (before | close)
    which, each = minds.argmax(axis=0), np.arange(len(rows))
    side = np.where(y[which, each] >= 0.0, STEP_ASIDE, -STEP_ASIDE)
    heading, moved = cars.heading[which], minds.any(axis=0)
    return rows[moved], (side[:, None] * np.column_stack([-np.sin(heading), np.cos(heading)]))[moved]


def _past(cars: Boxes, people: People, rows: Ints, ahead: Floats) -> Floats:
    """Turn each way that runs into a box toward the corner of the nearest that lies more along the way.

    And along how one walks already: by the way alone, who is past the middle of a side would turn back.
    """
    here = people.position[rows]
    half = _grown(cars, here, people.radius[rows] + PASSES)
    far = _hit(cars, here, ahead, half)
    which, each = far.argmin(axis=0), np.arange(len(here))
    corners = rim(cars.middle[which], cars.heading[which], half[which, each])[:, ::2]
    to = corners - here[:, None]
    off = np.arctan2(ahead[:, :1] * to[..., 1] - ahead[:, 1:] * to[..., 0], np.einsum("mcx,mx->mc", to, ahead))
    left, right = off.max(axis=1), off.min(axis=1)
    leftward, rightward = _swung(ahead, left), _swung(ahead, right)
    speed = np.hypot(*people.velocity[rows].T)[:, None]
    liked = WAY_COUNTS * ahead + people.velocity[rows] / np.maximum(speed, WALKS)
    turned = np.where(_along(leftward, liked) > _along(rightward, liked), leftward, rightward)
    return np.where((far[which, each] < MINDS)[:, None], turned, ahead)


def _swung(ways: Floats, by: Floats) -> Floats:
    """(m, 2) `ways` (m, 2) turned by (m,) rad each."""
    cos, sin = np.cos(by), np.sin(by)
    return np.column_stack([ways[:, 0] * cos - ways[:, 1] * sin, ways[:, 1] * cos + ways[:, 0] * sin])


def _along(ways: Floats, liked: Floats) -> Floats:
    """(m, 1) how far `ways` (m, 2) lead along what is `liked` (m, 2)."""
    along: Floats = dot(ways, liked)[:, None]
    return along


def _grown(cars: Boxes, here: Floats, by: Floats) -> Floats:
    """(k, m, 2) m, half of each box grown `by` (m,) m, but so that everyone `here` (m, 2) is outside."""
    beyond = (np.abs(cars.inward(here)) - cars.half[:, None]).max(axis=-1)  # a grown box keeps its corners
    grown: Floats = cars.half[:, None] + np.minimum(by, beyond - HAIR)[..., None]
    return grown


def _hit(cars: Boxes, here: Floats, way: Floats, half: Floats) -> Floats:
    """(k, m) m from `here` (m, 2) along `way` (m, 2) to boxes of `half` (k, m, 2), inf past them: the slab method."""
    start, along = cars.inward(here), cars.turned(way)
    along = np.where(np.abs(along) < 1e-9, 1e-9, along)
    one, other = (-half - start) / along, (half - start) / along
    enters, leaves = np.minimum(one, other).max(axis=-1), np.maximum(one, other).min(axis=-1)
    far: Floats = np.where((enters <= leaves) & (leaves > 0.0), np.maximum(enters, 0.0), np.inf)
    return far
