"""Which curve a vehicle drives next: a few are laid out, the one that fits and leads nearest to the goal is taken."""

from dataclasses import dataclass

import numpy as np

from game.world.catalogue import Vehicle
from game.world.fields import Field
from game.world.people import Bools, Floats
from game.world.units import Unit
from game.world.wheels import Boxes, Driver, boxes, rim, spine, vehicles
from game.world.world import World

GEARS = np.array([1, 1, 1, 1, 1, -1, -1, -1])  # forward and back
CURVES = np.array([0.0, 0.5, -0.5, 1.0, -1.0, 0.0, 1.0, -1.0])  # of the tightest, positive to the left
THEN_GEARS, THEN_CURVES = np.append(GEARS, 0), np.append(CURVES, 0.0)  # after the first, one may also stop
DEPTH = 3  # curves looked ahead: enough to shift sideways into a place; guess
ALONG = np.array([1 / 3, 2 / 3, 1.0])  # where on each curve it is asked whether the vehicle fits
LOOKS = 0.5  # of the tightest curve's radius, how far a curve is laid out; guess
BESIDE = 0.2  # m kept to walls and other vehicles; guess
ROOM_TO_TURN = 0.5  # m beside half the width that its way has, for the corners swing out; guess
BACKWARD = 3.5  # times as long as it is, what driving backward is worth: at a crawl of 1.4 for 5 m/s; guess
PEOPLE = 4.0  # m, what not to have people on the curve is worth; guess
SWERVES = 1.5  # m, what it is worth not to change from one side of people to the other; guess
FARTHER = 2.0  # times as far as for walls it looks for people, to go round them in time; guess
ABREAST = 0.6  # m from a person's middle to the vehicle that counts as on the curve; guess
SHIFTING = 0.1  # of the radius, what changing the gear is worth in m; guess
OFF_GOAL = 0.25  # of the radius, m off the goal from which parking minds the place more than the heading; guess
STANDS = 0.05  # m/s, slower than which the gear can be changed; guess
WORTH_IT = 0.05  # m that a curve must better the place; guess


@dataclass(frozen=True)
class Poses:
    """Places and headings that are asked about, of (v,) vehicles."""

    place: Floats  # (v, ..., 2) m
    heading: Floats  # (v, ...) rad


def wide(vehicle: Vehicle) -> float:
    """M to every wall that the way of `vehicle` needs from its middle."""
    return vehicle.width / 2.0 + ROOM_TO_TURN


@dataclass(frozen=True)
class Bound:
    """Where (v,) vehicles are bound for, and how a pose is worth there."""

    slot: Floats  # (v, 2) m
    faces: Floats  # (v,) rad asked for there, nan as it comes
    straight: Bools  # (v,) whether the straight way there is wide enough
    parks: Bools  # (v,) whether it is so near that the heading counts
    field: Field  # the way to the goal for those who cannot go straight
    turn: float  # m, radius of their tightest curve

    def cost(self, poses: Poses) -> Floats:
        """(v, o) m still to drive and to turn from `poses`."""
        there = _on_the_way(poses, self.slot, self.straight, self.field, self.turn)
        return np.where(self.parks[:, None], _parking(poses, self.slot, self.faces, self.turn), there)


def choose(world: World, unit: Unit, goal: Floats, cars: Boxes) -> Bools:
    """Set gear and curve of each of `cars` (v) of `unit`, bound for `goal` (2,); (v,) who is as near as they can be."""
    drivers = [world.drivers[row] for row in cars.rows.tolist()]
    bound = _bound(world, unit, goal, cars, drivers)
    far = np.hypot(*(bound.slot - cars.middle).T) / bound.turn
    look = np.where(bound.parks, 1.0, np.minimum(far, 1.0)) * LOOKS * bound.turn
    fits = _fits(world, cars, _laid_out(cars, look, bound.turn))
    costs = np.where(fits, _worth(cars, drivers, look, bound), np.inf)
    stays = bound.cost(Poses(cars.middle[:, None], cars.heading[:, None]))[:, 0]
    ready: Bools = bound.parks & (costs.min(axis=1) > stays - WORTH_IT)
    costs += _for_people(world, cars, drivers, _laid_out(cars, FARTHER * look, bound.turn), bound.turn)
    best = costs.argmin(axis=1)
    goes = fits[np.arange(len(best)), best] & ~ready & (GEARS[best] * _speed(world, cars) > -STANDS)
    for i, driver in enumerate(drivers):
        driver.gear, driver.tight = 0, not fits[i, GEARS == 1].all()
        if goes[i]:  # else it brakes on the curve that it is on, for that one was free
            driver.gear, driver.curve = int(GEARS[best[i]]), float(CURVES[best[i]]) / bound.turn
    return ready


def _bound(world: World, unit: Unit, goal: Floats, cars: Boxes, drivers: list[Driver]) -> Bound:
    vehicle, slot = unit.type.vehicle, world.people.slot[cars.rows]
    assert vehicle is not None  # who is driven is a vehicle
    straight = _straight_on(world, cars.middle, slot, vehicle)
    return Bound(
        slot=slot,
        faces=np.array([np.nan if driver.faces is None else driver.faces for driver in drivers]),
        straight=straight,
        parks=straight & (np.hypot(*(slot - cars.middle).T) < vehicle.turn),
        field=world.ground.field_to_point(goal, wide(vehicle)),
        turn=vehicle.turn,
    )


def _speed(world: World, cars: Boxes) -> Floats:
    """(v,) m/s of each, backward where negative."""
    velocity = world.people.velocity[cars.rows]
    speed: Floats = velocity[:, 0] * np.cos(cars.heading) + velocity[:, 1] * np.sin(cars.heading)
    return speed


def _for_people(world: World, cars: Boxes, drivers: list[Driver], laid: Poses, turn: float) -> Floats:
    """(v, o) m that each curve is worth less for those who stand on it, and for swerving from side to side of them."""
    met = _meets_people(world, cars, laid)
    now = np.array([driver.curve for driver in drivers])[:, None] * turn
    swerving = np.any(met, axis=1, keepdims=True) * SWERVES * np.abs(CURVES - now)
    worth_less: Floats = np.asarray(PEOPLE * met + swerving, float)
    return worth_less


def bearings(world: World, unit: Unit, goal: Floats, cars: Boxes) -> tuple[Floats, Bools]:
    """(v,) rad of the way of each of `cars` to its slot, and (v,) whether that is straight; else toward `goal`."""
    vehicle, slot = unit.type.vehicle, world.people.slot[cars.rows]
    assert vehicle is not None  # who is driven is a vehicle
    straight = _straight_on(world, cars.middle, slot, vehicle)
    way = slot - cars.middle
    if not straight.all():
        way = np.where(straight[:, None], way, world.ground.field_to_point(goal, wide(vehicle)).way(cars.middle))
    return np.arctan2(way[:, 1], way[:, 0]), straight


def apart(heading: Floats, other: Floats) -> Floats:
    """Rad from `heading` to `other` the short way round, -pi … pi."""
    turn: Floats = np.remainder(other - heading + np.pi, 2.0 * np.pi) - np.pi
    return turn


def along(place: Floats, heading: Floats, metres: Floats, curve: Floats) -> tuple[Floats, Floats]:
    """Place (..., 2) and heading (...) after `metres` on `curve` 1/m, backward where negative; all broadcast."""
    turned = metres * curve
    chord, middle = metres * np.sinc(turned / (2.0 * np.pi)), heading + turned / 2.0
    return place + chord[..., None] * np.stack([np.cos(middle), np.sin(middle)], axis=-1), heading + turned


def _worth(cars: Boxes, drivers: list[Driver], look: Floats, bound: Bound) -> Floats:
    """(v, o) m that beginning with each curve costs at the least, looking DEPTH curves of `look` (v,) m ahead."""
    place, heading = cars.middle[:, None], cars.heading[:, None]
    before, shifts = np.array([[driver.gear] for driver in drivers]), np.zeros((len(cars), 1))
    for depth in range(DEPTH):
        gears, curves = (GEARS, CURVES) if depth == 0 else (THEN_GEARS, THEN_CURVES)
        metres = (look[:, None] * gears)[:, None]
        place, heading = along(place[:, :, None], heading[..., None], metres, curves / bound.turn)
        shifts = shifts[..., None] + (before[..., None] * gears < 0)
        before = np.where(gears == 0, before[..., None], gears)
        place, heading = place.reshape(len(cars), -1, 2), heading.reshape(len(cars), -1)
        before, shifts = before.reshape(len(cars), -1), shifts.reshape(len(cars), -1)
    costs = bound.cost(Poses(place, heading)) + SHIFTING * bound.turn * shifts
    least: Floats = costs.reshape(len(cars), len(GEARS), -1).min(axis=-1)
    return least


def _laid_out(cars: Boxes, look: Floats, turn: float) -> Poses:
    """The poses ALONG each curve of `look` (v,) m: places (v, o, 3, 2), headings (v, o, 3)."""
    metres = GEARS[:, None] * ALONG * look[:, None, None]
    return Poses(*along(cars.middle[:, None, None], cars.heading[:, None, None], metres, CURVES[:, None] / turn))


def _straight_on(world: World, start: Floats, goal: Floats, vehicle: Vehicle) -> Bools:
    """(v,) whether the straight way from `start` to `goal`, both (v, 2), is wide enough."""
    steps = np.linspace(0.0, 1.0, int(np.hypot(*(goal - start).T).max(initial=0.0)) + 2)[:, None, None]
    points = start + steps * (goal - start)
    clear = world.ground.clearance(points.reshape(-1, 2)).reshape(points.shape[:2])
    wide_enough: Bools = np.all(clear >= vehicle.width / 2.0 + BESIDE, axis=0)
    return wide_enough


def _on_the_way(poses: Poses, slot: Floats, straight: Bools, field: Field, turn: float) -> Floats:
    """(v, o) m still to drive from `poses`, forward or backward, and to turn until it heads there."""
    toward = slot[:, None] - poses.place
    far = np.hypot(toward[..., 0], toward[..., 1])
    bearing = np.arctan2(toward[..., 1], toward[..., 0])
    if not straight.all():
        points = poses.place.reshape(-1, 2)
        way = field.way(points)
        far = np.where(straight[:, None], far, field.distance(points).reshape(far.shape))
        bearing = np.where(straight[:, None], bearing, np.arctan2(way[:, 1], way[:, 0]).reshape(far.shape))
    off = np.abs(apart(poses.heading, bearing))
    cost: Floats = np.minimum(far + turn * off, BACKWARD * far + turn * (np.pi - off))
    return cost


def _parking(poses: Poses, slot: Floats, faces: Floats, turn: float) -> Floats:
    """(v, o) m that `poses` are off the slot and, turned on the tightest curve, off the heading asked for, if any."""
    off = np.hypot(*np.moveaxis(poses.place - slot[:, None], -1, 0))
    turns = np.nan_to_num(np.abs(apart(poses.heading, faces[:, None])))
    cost: Floats = turn * turns + off * off / (2.0 * OFF_GOAL * turn)
    return cost


def _fits(world: World, cars: Boxes, laid: Poses) -> Bools:
    """(v, o) whether nothing solid is on each curve: BESIDE m off, or no nearer than where the vehicle stands."""
    everyone = boxes(world)
    now = room(world, everyone, cars, Poses(cars.middle, cars.heading))
    free = room(world, everyone, cars, laid)
    fits: Bools = free.min(axis=-1) >= np.minimum(BESIDE, now)[:, None]
    return fits


def _meets_people(world: World, cars: Boxes, laid: Poses) -> Bools:
    """(v, o) whether anybody stands on each curve."""
    people, poses = world.people, len(CURVES) * len(ALONG)
    on_foot = people.present.copy()
    on_foot[list(vehicles(world))] = False
    swept = Boxes(
        np.repeat(cars.rows, poses),
        laid.place.reshape(-1, 2),
        laid.heading.ravel(),
        np.repeat(cars.half, poses, axis=0),
    )
    points = people.position[on_foot]
    points = points[swept.near(points, ABREAST)]
    near = swept.gap(points).min(axis=1, initial=np.inf) < ABREAST
    met: Bools = near.reshape(len(cars), len(CURVES), -1).any(axis=-1)
    return met


def room(world: World, everyone: Boxes, cars: Boxes, poses: Poses) -> Floats:
    """(v, ...) m from each of `cars` (v) at `poses` (v, ...) to the nearest wall or other vehicle.

    To walls from its middle line, too: a gatepost may stand between two points of the rim.
    """
    half = cars.half.reshape(-1, *[1] * (poses.heading.ndim - 1), 2)
    points = rim(poses.place, poses.heading, half)
    flat, line = points.reshape(-1, 2), spine(poses.place, poses.heading, half)
    own = everyone.rows[:, None] == np.repeat(cars.rows, len(flat) // len(cars))
    others = np.where(own, np.inf, everyone.gap(flat)).min(axis=0)
    off_rim = np.minimum(world.ground.clearance(flat), others).reshape(points.shape[:-1]).min(axis=-1)
    off_line = world.ground.clearance(line.reshape(-1, 2)).reshape(line.shape[:-1]).min(axis=-1)
    nearest: Floats = np.minimum(off_rim, off_line - half[..., 1])
    return nearest
