"""How everyone on foot minds the others: who walks picks a heading, who stands makes way."""

import numpy as np

from game.rules import detour
from game.rules.acts.act import acting
from game.rules.facing import face
from game.rules.headings import COS, COUNT, ROOMY_STRIP, SIN, Walkers, choose
from game.rules.passage import SIDEWAYS
from game.world.compiled import compiled
from game.world.grid import Near
from game.world.people import NOBODY, Floats, Ints, People
from game.world.vectors import nonzero
from game.world.wheels import Boxes, boxes
from game.world.world import World

TURNS = 3  # ticks in which everyone decides once, a third of the rows each: 10 Hz; who sets out does at once
GRAZING = 0.05  # sine below which a heading runs along a wall, not at it; walking.md 1
HEAD_ON = 0.9  # sine above which the way of someone pressing leads into the wall and not past it; guess
WATCHED = 4  # neighbours that someone standing minds; guess
MAKES_WAY = 1.0  # m from someone walking up at which one who stands steps aside; guess
STEP_ASIDE = 0.5  # m/s; guess


def avoid(world: World) -> None:
    """Turn everyone's way into a velocity that minds the others; a third of the rows each tick, and who sets out."""
    people, cars = world.people, boxes(world)
    on_foot = people.present.copy()
    on_foot[cars.rows] = False
    turn = people.step_since == world.tick
    turn[world.tick % TURNS :: TURNS] = True
    turn &= people.up & on_foot
    goes = nonzero(people.way)
    near = Near(people.position, on_foot)
    people.wanted[turn | ~people.up] = 0.0
    may_step = people.civilian & ~acting(world, "sit")
    walkers, waiting = np.flatnonzero(turn & goes), np.flatnonzero(turn & ~goes & may_step)
    people.turned[turn & people.civilian] = 0.0
    _walk(world, near, walkers, cars)
    people.wanted[waiting] = _make_way(people, near, waiting)
    if world.drivers:
        aside, step = detour.clear_the_way(world, cars)
        people.wanted[aside] = step
    face(people, on_foot)


def _walk(world: World, near: Near, rows: Ints, cars: Boxes) -> None:
    """Give `rows` (m,) the velocity they choose; civilians turn a shoulder where they squeeze past who comes."""
    people = world.people
    ahead = _ahead(people.way, rows)
    if len(cars):
        ahead = detour.past(cars, people, rows, ahead)
    clearance, away = world.ground.nearest_wall(people.position[rows])
    free = _room_to_walls(rows, clearance, away, ahead, people.radius, people.press)
    if len(cars):
        np.minimum(free, _room_to_cars(people, rows, ahead, cars).T, out=free)
    everyone = Walkers(people.position, people.velocity, people.way, people.press, people.contact_force, people.unit)
    people.wanted[rows], squeezes = choose(rows, everyone, near.cells, ahead, free)
    turning = rows[squeezes & people.civilian[rows]]
    people.turned[turning] = np.maximum(people.radius[turning] - SIDEWAYS, 0.0)


def _make_way(people: People, near: Near, rows: Ints) -> Floats:
    """(m, 2) m/s with which `rows`, who stand, step out of the line of a civilian walking up to them."""
    if not len(rows):
        return np.empty((0, 2))
    distance, others = near.nearest(people.position[rows], WATCHED + 1, MAKES_WAY)
    way = people.way.take(others, axis=0)
    asked = np.hypot(way[..., 0], way[..., 1])
    their_way = way / np.maximum(asked, 1e-9)[..., None]
    from_them = people.position[rows][:, None] - people.position.take(others, axis=0)
    along = np.einsum("mki,mki->mk", from_them, their_way)
    aside = their_way[..., 0] * from_them[..., 1] - their_way[..., 1] * from_them[..., 0]
    coming = (others != NOBODY) & (people.unit.take(others) == NOBODY) & (asked > 0.0)
    coming &= (along > 0.0) & (np.abs(aside) < ROOMY_STRIP)
    who = np.argmin(np.where(coming, distance, np.inf), axis=1)
    at = np.arange(len(rows)), who
    step = np.where(aside[at] >= 0.0, STEP_ASIDE, -STEP_ASIDE) * coming[at]
    return np.column_stack([-their_way[at][:, 1] * step, their_way[at][:, 0] * step])


@compiled
def _ahead(way: Floats, rows: Ints) -> Floats:
    """(m, 2) unit vectors on the `way` (n, 2) of `rows` (m,)."""
    ahead = np.empty((len(rows), 2))
    for i in range(len(rows)):
        x, y = way[rows[i], 0], way[rows[i], 1]
        far = np.hypot(x, y)
        ahead[i, 0], ahead[i, 1] = x / far, y / far
    return ahead


@compiled
def _room_to_walls(rows: Ints, clearance: Floats, away: Floats, ahead: Floats, radius: Floats, press: Floats) -> Floats:
    """(m, 7) m of free way that each of `rows` has along each heading before a wall `clearance` (m,) m off.

    `away` and `ahead` (m, 2) are unit vectors from it and on the way. The way itself knows its doors and is not
    checked, but for who presses: they may press against a gate. `radius` m and `press` N are everyone's (n,).
    """
    room = np.full((len(ahead), COUNT), np.inf)
    for i in range(len(ahead)):
        free, presses = max(clearance[i] - radius[rows[i]], 0.0), press[rows[i]] > 0.0
        toward = -(away[i, 0] * ahead[i, 0] + away[i, 1] * ahead[i, 1])
        across = away[i, 0] * ahead[i, 1] - away[i, 1] * ahead[i, 0]
        for h in range(COUNT):
            into = toward * COS[h] + across * SIN[h]
            if into > (GRAZING if h > 0 else HEAD_ON) and (h > 0 or presses):
                room[i, h] = free / into
    return room


def _room_to_cars(people: People, rows: Ints, ahead: Floats, cars: Boxes) -> Floats:
    """(7, m) m of free way along each heading before a vehicle."""
    cos, sin = COS[:, None], SIN[:, None]
    ways = np.stack([ahead[:, 0] * cos - ahead[:, 1] * sin, ahead[:, 1] * cos + ahead[:, 0] * sin], axis=-1)
    return detour.room(cars, people.position[rows], people.radius[rows], ways)
