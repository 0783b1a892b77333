"""Motorcycles: ridden where there is room, turned and pushed into their places by their riders."""

import numpy as np

from game.rules.steering import Poses, apart, bearings, room
from game.world.people import Bools, Floats
from game.world.units import Unit
from game.world.wheels import Boxes, boxes
from game.world.world import World

PUSHES = 8.0  # m to the slot, within which it is pushed there, whichever way it points; guess
THERE = 0.15, 0.1  # m and rad off the slot that are left alone; guess
AROUND = np.array([0.0, 0.6, -0.6, 1.2, -1.2, 1.8, -1.8])  # rad off the way that are tried; guess
STEP = 0.3  # m ahead that must be free of other vehicles; guess
BESIDE = 0.08  # m to them; guess
SPINS = 1.0  # rad/s at which two riders turn it where it stands; guess
SPINS_OVER = 0.5  # s to turn by what is left; guess
RIDES = 0.4  # rad off the way, beyond which it is turned first and ridden then; guess


def choose(world: World, unit: Unit, goal: Floats, bikes: Boxes) -> Bools:
    """Set gear, slip and spin of each of `bikes` (v) of `unit`, bound for `goal` (2,); (v,) who stands in the slot."""
    slot = world.people.slot[bikes.rows]
    off = np.hypot(*(slot - bikes.middle).T)
    bearing, straight = bearings(world, unit, goal, bikes)
    drivers = [world.drivers[row] for row in bikes.rows.tolist()]
    faces = np.array([bikes.heading[i] if each.faces is None else each.faces for i, each in enumerate(drivers)])
    pushed = straight & (off < PUSHES)
    turn = apart(bikes.heading, np.where(pushed, faces, bearing))
    metres, radians = THERE
    goes = np.where(pushed, off > metres, np.abs(turn) < RIDES)
    slip = np.where(pushed, apart(bikes.heading, bearing) + _round(world, bikes, bearing), 0.0)
    spin = np.clip(turn / SPINS_OVER, -SPINS, SPINS)
    for i, driver in enumerate(drivers):
        driver.gear, driver.slip, driver.spin = int(goes[i]), float(slip[i]), float(spin[i])
    there: Bools = pushed & ~goes & (np.abs(turn) < radians)
    return there


def _round(world: World, bikes: Boxes, bearing: Floats) -> Floats:
    """(v,) rad off `bearing` (v,) at which each can be pushed on past other vehicles: as little as it takes."""
    course = bearing[:, None] + AROUND
    step = STEP * np.stack([np.cos(course), np.sin(course)], axis=-1)
    heading = np.broadcast_to(bikes.heading[:, None], course.shape)
    free = room(world, boxes(world), bikes, Poses(bikes.middle[:, None] + step, heading)) > BESIDE
    aside: Floats = AROUND[free.argmax(axis=1)]
    return aside
