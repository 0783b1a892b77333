"""The way on foot that is quickest now: a crowd that stands in the shortest one costs time, and so is walked round.

A walker alone cuts every corner; of five hundred, all but the first swing wide, or they would pass it in single file
beside an empty street. The eikonal equation over how slow the crowd has lately made each place: Hughes 2002,
Transp. Res. B 36:507; Kretz 2009, J. Stat. Mech. P03012; Hartmann 2010, New J. Phys. 12:043032. As there, all know it,
also those who do not see that far.
"""

import numpy as np
from scipy import ndimage

from game.rules.density import on_foot
from game.world.fields import Course, Field, cell_of
from game.world.ground import BLOCK
from game.world.people import Floats
from game.world.world import TICKS_PER_SECOND, World

EVERY = 2  # s; a way is laid anew in 15 ms on 154 × 96 m; measured
SMOOTH = 1.5  # m, standard deviation of the Gaussian they are spread with: gaps between bodies are no way; guess
LATELY = 5.0  # s over which it is averaged, or people would run after each gap that opens; guess
SLOWEST = 1.0 / 3.0  # of the free speed: slower than that, one knows only that one stands; guess
NOTICED = 1.0  # people/m², where nowhere are more, nobody is in another's way: 1.1 m/s, crowd-model.md 1.1
NOBODY_THERE = 0.01  # people/m²; keeps divisions finite
WALLED = 0.2  # open part of the neighbourhood, at the least; keeps divisions finite
BENDS, FULL = 1.913, 5.4  # people/m², Weidmann 1993: speed against density


def look(world: World) -> None:
    """Every other second: take in how closely people stand where, lately."""
    if world.tick // TICKS_PER_SECOND % EVERY:
        return
    now = _crowding(world)
    if world.crowding is None:
        world.crowding = now
    else:
        world.crowding += (now - world.crowding) * (1.0 - np.exp(-EVERY / LATELY))
    world.quickest.clear()


def field_to_zone(world: World, name: str) -> Field:
    """The quickest way into the zone or exit called `name`."""
    return _quickest(world, world.ground.course_to_zone(name))


def field_to_exits(world: World) -> Field:
    """The quickest way to an exit that is open."""
    return _quickest(world, world.ground.course_to_exits(world.exits_shut))


def _crowding(world: World) -> Floats:
    """(by, bx) people on foot per m² of open ground."""
    open_share = world.ground.open_share
    count = np.zeros(open_share.shape)
    np.add.at(count, cell_of(world.people.position[on_foot(world)], BLOCK, count.shape), 1.0 / BLOCK**2)
    spread, room = (ndimage.gaussian_filter(each, SMOOTH / BLOCK, mode="constant") for each in (count, open_share))
    crowding: Floats = spread / np.maximum(room, WALLED)
    return crowding


def _quickest(world: World, course: Course) -> Field:
    if world.crowding is None or world.crowding.max() < NOTICED:
        return course.shortest
    if course not in world.quickest:
        world.quickest[course] = course.quickest(world.ground.at_cells(_slowness(world.crowding)))
    return world.quickest[course]


def _slowness(crowding: Floats) -> Floats:
    """S for a way that takes one a second alone; 1 where nobody is."""
    density = np.clip(crowding, NOBODY_THERE, FULL)
    pace = 1.0 - np.exp(-BENDS * (1.0 / density - 1.0 / FULL))
    slowness: Floats = 1.0 / np.clip(pace, SLOWEST, 1.0)
    return slowness
