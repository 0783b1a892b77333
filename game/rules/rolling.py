"""How vehicles on their way move: slower the nearer people are, stopping short of them, never into anybody."""

from dataclasses import dataclass

import numpy as np

from game.rules.steering import along
from game.world.bodies import FASTEST
from game.world.catalogue import Vehicle
from game.world.events import Event
from game.world.people import Bools, Floats, Ints, People
from game.world.vectors import dot
from game.world.wheels import RIM, Boxes, boxes, off_box, vehicles
from game.world.world import TICK, TICKS_PER_SECOND, World

GAINS = 1.0  # m/s², how fast it gets faster; guess
BRAKES = 3.0  # m/s², how fast it slows down; guess
EXPECTS = 1.2  # m/s², how fast it means to: what it sees is a tenth of a second old; guess
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
CLOSE = 0.3  # m to anyone that may keep it from turning; guess
FREE = 0.05  # m ahead that are worth starting for; guess
BY_HAND = 0.8  # m/s at which riders push a motorcycle; guess
SEES = 25.0  # m it looks ahead: more than it takes to stop 15 m short; guess
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
    radius: Floats  # (m,) m
    person: Bools  # (m,)
    civilian: Bools  # (m,)
    row: Ints  # (m,) row of People, of a rim its vehicle's


@dataclass(frozen=True)
class Cars:
    """The vehicles on their way, as they are driven."""

    boxes: Boxes
    gear: Ints  # (k,) 1 forward, -1 backward, 0 stopping
    speed: Floats  # (k,) m/s
    curve: Floats  # (k,) 1/m
    slip: Floats  # (k,) rad
    spin: Floats  # (k,) rad/s

    @property
    def tracks(self) -> Boxes:
        """The same boxes, pointing where they go."""
        return Boxes(self.boxes.rows, self.boxes.middle, self.boxes.heading + self.slip, self.boxes.half)


def look_ahead(world: World) -> None:
    """Ten times a second: how fast each vehicle on its way may go for what is ahead; each unit tells of a long wait."""
    if not world.drivers:
        return
    everyone, kinds = boxes(world), vehicles(world)
    cars = _cars(world, everyone)
    tracks, kind = cars.tracks, [kinds[row] for row in cars.boxes.rows.tolist()]
    people, wheels, slow, close = _ahead(cars, tracks, kind, _others(world, everyone, tracks, SEES))
    by_hand = cars.slip != 0.0
    free = np.minimum(people, np.where(by_hand, np.inf, wheels))  # by hand they get past each other
    top, crawl = np.array([[each.speed, each.crawl] for each in kind]).T
    slow |= (cars.gear < 0) | [world.drivers[row].tight for row in tracks.rows.tolist()]
    most = np.where(by_hand, BY_HAND, np.where(slow, crawl, top))
    to_go = np.maximum(np.hypot(*(world.people.slot[tracks.rows] - tracks.middle).T), CREEPS)
    most = np.minimum(most, np.sqrt(2.0 * EXPECTS * np.minimum(free, to_go))) * (free >= FREE)
    stands = np.hypot(*world.people.velocity[tracks.rows].T) < FREE
    blocked = stands & ((people < FREE) | close)
    for row, speed, waits in zip(tracks.rows.tolist(), most.tolist(), blocked.tolist(), strict=True):
        driver = world.drivers[row]
        driver.speed = speed
        driver.waits = (world.tick if driver.waits is None else driver.waits) if waits else None
    _tell(world)


def roll(world: World) -> None:
    """Move every vehicle that has a driver by one tick; to people it is a wall that moves."""
    if not world.drivers:
        return
    people, everyone = world.people, boxes(world)
    cars = _cars(world, everyone)
    tracks, rows = cars.tracks, cars.boxes.rows
    place, course = along(tracks.middle, tracks.heading, _eased(people, cars, tracks) * TICK, cars.curve)
    heading = course - cars.slip + TICK * cars.spin
    after = Boxes(rows, place, heading, cars.boxes.half)
    stays = _meets_people(world, everyone, cars.boxes, after) | _meets_vehicles(everyone, cars.boxes, after)
    people.velocity[rows] = np.where(stays[:, None], 0.0, (place - tracks.middle) / TICK)
    people.wanted[rows] = people.velocity[rows]
    people.heading[rows] = np.where(stays, cars.boxes.heading, np.remainder(heading + np.pi, 2.0 * np.pi) - np.pi)


def _cars(world: World, everyone: Boxes) -> Cars:
    driven = everyone.only(np.isin(everyone.rows, list(world.drivers)))
    drivers = [world.drivers[row] for row in driven.rows.tolist()]
    numbers = np.array([(each.gear, each.speed, each.curve, each.slip, each.spin) for each in drivers]).T
    return Cars(driven, numbers[0].astype(np.int64), *numbers[1:])


def _others(world: World, everyone: Boxes, cars: Boxes, metres: float) -> Others:
    """Whoever and whatever may be within `metres` of any of `cars`."""
    people = world.people
    walks = people.present.copy()
    walks[everyone.rows] = False
    rows = np.flatnonzero(walks)
    rows = rows[cars.near(people.position[rows], metres)]
    rim, owner = everyone.rim().reshape(-1, 2), np.repeat(everyone.rows, len(RIM))
    return Others(
        place=np.concatenate([people.position[rows], rim]),
        radius=np.concatenate([people.radius[rows], np.zeros(len(rim))]),
        person=np.arange(len(rows) + len(rim)) < len(rows),
        civilian=np.concatenate([people.civilian[rows], np.zeros(len(rim), dtype=np.bool_)]),
        row=np.concatenate([rows, owner]),
    )


def _eased(people: People, cars: Cars, tracks: Boxes) -> Floats:
    """(k,) m/s after a tick of getting nearer to what each may go at, backward where negative."""
    ways = np.stack([np.cos(tracks.heading), np.sin(tracks.heading)], axis=-1)
    now = dot(people.velocity[tracks.rows], ways)
    wanted = np.where(now * cars.gear >= 0.0, cars.speed * cars.gear, 0.0)  # the other way only from a stand
    rate = np.where(np.abs(wanted) > np.abs(now), GAINS, BRAKES) * TICK
    eased: Floats = now + np.clip(wanted - now, -rate, rate)
    return eased


def _ahead(cars: Cars, tracks: Boxes, kinds: list[Vehicle], others: Others) -> tuple[Floats, Floats, Bools, Bools]:
    """(k,) m free until people, and until vehicles, make it stand; (k,) whether it crawls; who is hemmed in closely."""
    keeps = np.array([kind.keeps for kind in kinds])[:, None]
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
    close: Bools = np.any(others.person & (gap < CLOSE), axis=1)
    return people, free[:, ~others.person].min(axis=1, initial=np.inf), slow, close


def _meets_people(world: World, everyone: Boxes, cars: Boxes, after: Boxes) -> Bools:
    """(k,) whether going on brings any of `cars` too near to anybody, or nearer to who is there already."""
    people = world.people
    rows = cars.near(people.position, TOUCHING + FASTEST * TICK)
    rows = rows[people.present[rows] & ~np.isin(rows, everyone.rows)]
    if not len(rows):
        return np.zeros(len(cars), dtype=np.bool_)
    come = people.position[rows] + TICK * people.velocity[rows]
    stays, goes = cars.gap(come) - people.radius[rows], after.gap(come) - people.radius[rows]
    meets: Bools = np.any((goes < TOUCHING) & (goes < stays - SAME), axis=1)
    return meets


def _meets_vehicles(everyone: Boxes, cars: Boxes, after: Boxes) -> Bools:
    """(k,) the same for other vehicles."""
    reach = np.hypot(*everyone.half.T) + np.hypot(*cars.half.T)[:, None] + BUMPERS
    close = np.hypot(*np.moveaxis(cars.middle[:, None] - everyone.middle, -1, 0)) < reach
    if close.sum() == len(cars):  # each is close to itself alone
        return np.zeros(len(cars), dtype=np.bool_)
    meets: Bools = _apart(everyone, after) < np.minimum(BUMPERS, _apart(everyone, cars) - SAME)
    return meets


def _apart(everyone: Boxes, cars: Boxes) -> Floats:
    """(k,) m from each of `cars` to the nearest other vehicle: rim to box, and box to rim."""
    other = everyone.rows[:, None] != cars.rows
    theirs = cars.gap(everyone.rim().reshape(-1, 2)).reshape(len(cars), len(everyone), -1).min(axis=-1).T
    ours = everyone.gap(cars.rim().reshape(-1, 2)).reshape(len(everyone), len(cars), -1).min(axis=-1)
    nearest: Floats = np.where(other, np.minimum(ours, theirs), np.inf).min(axis=0)
    return nearest


def _tell(world: World) -> None:
    """Each unit says once that people have kept it waiting for PATIENCE."""
    for unit in world.units.values():
        waits = [d.waits for row in unit.rows.tolist() if (d := world.drivers.get(row)) and d.waits is not None]
        if waits and world.tick - min(waits) == PATIENCE:
            told = WayBlocked(unit=unit.name, seconds=PATIENCE // TICKS_PER_SECOND, call=unit.label)
            world.say(told, actor=unit.name, place=unit.spot)
