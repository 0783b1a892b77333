"""Each tick of the vehicles on their way: slower the nearer people are, stopping short of them, never into anybody."""

from dataclasses import dataclass

import numpy as np

from game.rules.steering import along
from game.world.catalogue import Vehicle
from game.world.events import Event
from game.world.people import Bools, Floats, Ints
from game.world.wheels import Boxes, boxes, off_box, vehicles
from game.world.world import TICK, TICKS_PER_SECOND, World

GAINS = 1.0  # m/s², how fast it gets faster; guess
BRAKES = 3.0  # m/s², how fast it slows down for what it sees in time; guess
CREEPS = 0.3  # m to the goal, nearer than which it gets no slower; guess
SHORT_OF_PEOPLE = 1.5  # m short of which it stops, whoever is ahead; crowd-model.md 4
SHORT_OF_VEHICLES = 0.5  # m, the same of other vehicles; guess
SIDE = 0.3  # m beside its track that must be free, too; guess
SLOW_NEAR = 8.0  # m to anyone ahead, within which it crawls; guess
LOOKED_AT = 4.0  # m ahead over which the density of people counts; guess
TOO_DENSE = 2.0  # people/m² into which nobody drives; crowd-model.md 4
TOUCHING = 0.15  # m to anyone, nearer than which it never moves; guess
BUMPERS = 0.05  # m, the same of other vehicles; guess
SAME = 1e-6  # m, a change that is none
FREE = 0.05  # m ahead that are worth starting for; guess
BY_HAND = 0.8  # m/s at which riders push a motorcycle; guess
PATIENCE = 10 * TICKS_PER_SECOND  # ticks of people in the way, after which it is told; guess


@dataclass(frozen=True, kw_only=True)
class WayBlocked(Event):
    """A unit on wheels has stood for `seconds` because people are in its way."""

    unit: str
    seconds: int
    call: str


@dataclass(frozen=True)
class Others:
    """Everything that vehicles must not meet: people, and the rims of vehicles."""

    place: Floats  # (m, 2) m
    comes: Floats  # (m, 2) m, where a person will be when the tick is over
    radius: Floats  # (m,) m
    person: Bools  # (m,)
    civilian: Bools  # (m,)
    row: Ints  # (m,) row of People, of a rim its vehicle's


@dataclass(frozen=True)
class Cars:
    """The vehicles on their way, as they are driven."""

    boxes: Boxes
    gear: Ints  # (k,) 1 forward, -1 backward, 0 stopping
    curve: Floats  # (k,) 1/m
    slip: Floats  # (k,) rad
    spin: Floats  # (k,) rad/s
    kind: list[Vehicle]

    @property
    def tracks(self) -> Boxes:
        """The same boxes, pointing where they go."""
        return Boxes(self.boxes.rows, self.boxes.middle, self.boxes.heading + self.slip, self.boxes.half)

    @property
    def by_hand(self) -> Bools:
        """(k,) which are pushed by hand."""
        pushed: Bools = self.slip != 0.0
        return pushed


def roll(world: World) -> None:
    """Move every vehicle that has a driver by one tick; to people it is a wall that moves."""
    if not world.drivers:
        return
    people, everyone = world.people, boxes(world)
    cars, others = _cars(world, everyone), _others(world, everyone)
    tracks, rows = cars.tracks, cars.boxes.rows
    place, course = along(tracks.middle, tracks.heading, _speed(world, cars, others) * TICK, cars.curve)
    heading = course - cars.slip + TICK * cars.spin
    stays = _would_touch(everyone, cars.boxes, Boxes(rows, place, heading, cars.boxes.half), others)
    people.velocity[rows] = np.where(stays[:, None], 0.0, (place - tracks.middle) / TICK)
    people.wanted[rows] = people.velocity[rows]
    people.heading[rows] = np.where(stays, cars.boxes.heading, np.remainder(heading + np.pi, 2.0 * np.pi) - np.pi)
    _tell(world)


def _cars(world: World, everyone: Boxes) -> Cars:
    driven = everyone.only(np.isin(everyone.rows, list(world.drivers)))
    drivers, kinds = [world.drivers[row] for row in driven.rows.tolist()], vehicles(world)
    return Cars(
        boxes=driven,
        gear=np.array([driver.gear for driver in drivers]),
        curve=np.array([driver.curve for driver in drivers]),
        slip=np.array([driver.slip for driver in drivers]),
        spin=np.array([driver.spin for driver in drivers]),
        kind=[kinds[row] for row in driven.rows.tolist()],
    )


def _others(world: World, everyone: Boxes) -> Others:
    people = world.people
    walks = people.present.copy()
    walks[everyone.rows] = False
    rows, rim = np.flatnonzero(walks), everyone.rim().reshape(-1, 2)
    return Others(
        place=np.concatenate([people.position[rows], rim]),
        comes=np.concatenate([people.position[rows] + TICK * people.velocity[rows], rim]),
        radius=np.concatenate([people.radius[rows], np.zeros(len(rim))]),
        person=np.arange(len(rows) + len(rim)) < len(rows),
        civilian=np.concatenate([people.civilian[rows], np.zeros(len(rim), dtype=np.bool_)]),
        row=np.concatenate([rows, np.repeat(everyone.rows, len(rim) // len(everyone))]),
    )


def _speed(world: World, cars: Cars, others: Others) -> Floats:
    """(k,) m/s at which each goes on, backward where negative; notes who waits for people."""
    tracks = cars.tracks
    people, vehicles_ahead, slow = _ahead(cars, tracks, others)
    for row, blocked in zip(tracks.rows.tolist(), (cars.gear != 0) & (people < FREE), strict=True):
        driver = world.drivers[row]
        driver.waits = (world.tick if driver.waits is None else driver.waits) if blocked else None
    free = np.minimum(people, np.where(cars.by_hand, np.inf, vehicles_ahead))  # by hand they get past each other
    top, crawl = np.array([[kind.speed, kind.crawl] for kind in cars.kind]).T
    most = np.where(cars.by_hand, BY_HAND, np.where(slow | (cars.gear < 0), crawl, top))
    to_go = np.maximum(np.hypot(*(world.people.slot[tracks.rows] - tracks.middle).T), CREEPS)
    most = np.minimum(most, np.sqrt(2.0 * BRAKES * np.minimum(free, to_go))) * (free >= FREE)
    ways = np.stack([np.cos(tracks.heading), np.sin(tracks.heading)], axis=-1)
    now = np.einsum("ij,ij->i", world.people.velocity[tracks.rows], ways)
    return _eased(now, np.where(now * cars.gear >= 0.0, most * cars.gear, 0.0))  # the other way only from a stand


def _eased(now: Floats, wanted: Floats) -> Floats:
    """(k,) m/s after a tick of getting from `now` nearer to `wanted`, both (k,)."""
    rate = np.where(np.abs(wanted) > np.abs(now), GAINS, BRAKES) * TICK
    eased: Floats = now + np.clip(wanted - now, -rate, rate)
    return eased


def _ahead(cars: Cars, tracks: Boxes, others: Others) -> tuple[Floats, Floats, Bools]:
    """(k,) m free until people, and until vehicles, make it stand; (k,) whether people are so near that it crawls."""
    keeps = np.array([kind.keeps for kind in cars.kind])[:, None]
    length, width = tracks.half[:, :1], tracks.half[:, 1:]
    inward = tracks.inward(others.place)
    x = inward[..., 0] * np.where(cars.gear < 0, -1.0, 1.0)[:, None]
    y = np.abs(inward[..., 1] - cars.curve[:, None] * x * x / 2.0)  # the track bends alike, forward and backward
    gap = off_box(inward, tracks.half[:, None]) - others.radius
    ahead = (x > length) & (others.row != tracks.rows[:, None])
    # Who keeps farther off the crowd than any vehicle must, keeps as far to the sides.
    farther = np.where(others.civilian, np.maximum(keeps - SHORT_OF_PEOPLE, 0.0), 0.0)
    short = np.where(others.person, SHORT_OF_PEOPLE + farther, SHORT_OF_VEHICLES)
    free = np.where(ahead & (y < width + SIDE + others.radius + farther), np.maximum(gap - short, 0.0), np.inf)
    before = ahead & others.person & (x < length + LOOKED_AT) & (y < width + SIDE)
    dense = before.sum(axis=1) > TOO_DENSE * LOOKED_AT * 2.0 * (width[:, 0] + SIDE)
    people = np.where(dense, 0.0, free[:, others.person].min(axis=1, initial=np.inf))
    slow: Bools = np.any(ahead & others.person & (gap < SLOW_NEAR), axis=1)
    return people, free[:, ~others.person].min(axis=1, initial=np.inf), slow


def _would_touch(everyone: Boxes, cars: Boxes, after: Boxes, others: Others) -> Bools:
    """(k,) whether going on brings any of `cars` too near to anybody, or nearer to who is there already."""
    foreign = others.row != cars.rows[:, None]
    stays, goes = cars.gap(others.comes) - others.radius, after.gap(others.comes) - others.radius
    least = np.where(others.person, TOUCHING, BUMPERS)
    touch: Bools = np.any(foreign & (goes < least) & (goes < stays - SAME), axis=1)
    return touch | (_to_vehicles(everyone, after) < np.minimum(BUMPERS, _to_vehicles(everyone, cars) - SAME))


def _to_vehicles(everyone: Boxes, cars: Boxes) -> Floats:
    """(k,) m from the corners and sides of each of `cars` to the nearest other vehicle."""
    gap = everyone.gap(cars.rim().reshape(-1, 2)).reshape(len(everyone), len(cars), -1).min(axis=-1)
    nearest: Floats = np.where(everyone.rows[:, None] == cars.rows, np.inf, gap).min(axis=0)
    return nearest


def _tell(world: World) -> None:
    """Each unit says once that people have kept it waiting for PATIENCE."""
    for unit in world.units.values():
        waits = [d.waits for row in unit.rows.tolist() if (d := world.drivers.get(row)) and d.waits is not None]
        if waits and world.tick - min(waits) == PATIENCE:
            told = WayBlocked(unit=unit.name, seconds=PATIENCE // TICKS_PER_SECOND, call=unit.label)
            world.say(told, actor=unit.name, place=unit.spot)
