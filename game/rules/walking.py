"""Where there is room to walk: look along seven headings, take the best; walking.md 1."""

import numpy as np

from game.rules import detour
from game.rules.acts.act import acting
from game.rules.footing import PUSHED
from game.world.grid import Near
from game.world.people import NOBODY, Bools, Floats, Ints, People
from game.world.wheels import Boxes, boxes
from game.world.world import TICK, World

TURNS = 3  # ticks in which everyone decides once, a third of the rows each: 10 Hz
HEADINGS = np.radians([0.0, 20.0, -20.0, 45.0, -45.0, 80.0, -80.0])  # off the way; walking.md 1
NEIGHBOURS = 12  # minded; walking.md 1, not swept
SIGHT = 2.5  # m, radius within which they are; walking.md 1
STRIP = 0.30  # m, half of the strip one needs in a crowd, below two radii: shoulders brush; walking.md 1, fitted
ROOMY_STRIP = 0.50  # m, the same where there is room: then nobody brushes; guess
CROWDED, ROOMY = 0.8, 1.5  # m to the FEELS_th neighbour between which the strip widens; guess
NEAR = 0.5  # m between middles, within which one who has room edges away; guess
TOUCH = 0.14  # m nearer than that, where two touch and the edging away is full; body radii
EDGE_AWAY = 0.6  # m/s at which; guess: 50 against 50 touch for 3 % of the time with it, 7 % without, measured
SIDESTEP = 0.05  # m that a step aside must leave, or two who met could not part; guess
FEELS = 5  # which neighbour's distance tells how crowded it is; guess
GAP = 0.30  # m kept at standstill; walking.md 1, fitted
HEADWAY = 1.0  # s, time gap to who is ahead; walking.md 1
FORESIGHT = 0.4  # s, a neighbour is taken to be that far along its way; walking.md 1, fitted
DODGE = 0.5  # m, an oncomer counts as so much nearer; walking.md 1, fitted
LEFT, RIGHT = [1, 3, 5], [2, 4, 6]  # headings that turn to either side
PASSING_SIDE = 0.01  # m/s by which the side away from who blocks is liked better, so that two who meet agree; guess
STRAIGHT = 0.02  # m/s by which a turn must be better; walking.md 1
CREEP = 0.1  # m/s, at which a stopped person feels the way forward; walking.md 1, fitted: without it counterflow locks
GRAZING = 0.05  # sine below which a heading runs along a wall, not at it; walking.md 1
HEAD_ON = 0.9  # sine above which the way of someone pressing leads into the wall and not past it; guess
WATCHED = 4  # neighbours that someone standing minds; guess
MAKES_WAY = 1.0  # m from someone walking up at which one who stands steps aside; guess
STEP_ASIDE = 0.5  # m/s; guess
TURN_RATE = 5.0  # rad/s a body turns: about-face in 0.6 s; guess
MOVING = 0.25  # m/s, above which a body faces where it goes; guess
STEPPING = 0.5  # m/s, up to which an officer steps back or aside as the formation faces; doctrine.md 2.3 (0.47)
ON_SLOT = 0.3  # m, within which an officer faces as the formation does; guess


def avoid(world: World) -> None:
    """Turn everyone's way into a velocity that minds the others; a third of the rows each tick."""
    people, cars = world.people, boxes(world)
    on_foot = people.present.copy()
    on_foot[cars.rows] = False
    turn = (np.arange(len(people)) % TURNS == world.tick % TURNS) & people.up & on_foot
    asked = np.hypot(people.way[:, 0], people.way[:, 1])
    near = Near(people.position, on_foot)
    people.wanted[turn | ~people.up] = 0.0
    may_step = people.civilian & ~acting(world, "sit")
    walkers, waiting = np.flatnonzero(turn & (asked > 0.0)), np.flatnonzero(turn & (asked == 0.0) & may_step)
    people.wanted[walkers] = _choose(world, near, walkers, asked, cars)
    people.wanted[waiting] = _make_way(people, near, waiting, asked)
    if world.drivers:
        aside, step = detour.clear_the_way(world, cars)
        people.wanted[aside] = step
    face(people, on_foot)


def _choose(world: World, near: Near, rows: Ints, asked: Floats, cars: Boxes) -> Floats:
    """(m, 2) m/s for `rows`, the best of the headings."""
    people, speed = world.people, asked[rows]
    ahead = people.way[rows] / speed[:, None]
    if len(cars):
        ahead = detour.past(cars, people, rows, ahead)
    distance, others = near.nearest(people.position[rows], NEIGHBOURS + 1, SIGHT)
    distance, others = distance[:, 1:], others[:, 1:]  # the nearest is oneself
    roomy = np.clip((distance[:, FEELS] - CROWDED) / (ROOMY - CROWDED), 0.0, 1.0)
    gap, blocked_left = _room(people, rows, distance, others, ahead, asked, roomy)
    np.minimum(gap, _room_to_walls(world, rows, ahead), out=gap)
    if len(cars):
        np.minimum(gap, _room_to_cars(people, rows, ahead, cars), out=gap)
    best, pace = _best(gap, blocked_left, speed)
    creep = np.where(people.civilian[rows] & (people.press[rows] == 0.0), np.minimum(CREEP, speed), 0.0)
    stopped = pace < np.minimum(CREEP, speed)
    best[stopped], pace[stopped] = 0, creep[stopped]
    cos, sin = np.cos(HEADINGS)[best] * pace, np.sin(HEADINGS)[best] * pace
    chosen = np.column_stack([ahead[:, 0] * cos - ahead[:, 1] * sin, ahead[:, 1] * cos + ahead[:, 0] * sin])
    return chosen + _edge_away(people, rows, distance[:, 0], others[:, 0], roomy)


def _best(gap: Floats, blocked_left: Bools, speed: Floats) -> tuple[Ints, Floats]:
    """Index of the best heading and m/s along it, both (m,)."""
    pace = np.clip(gap / HEADWAY, 0.0, speed)
    worth = pace * np.cos(HEADINGS)[:, None]
    worth[0] += STRAIGHT
    worth[LEFT] += np.where(blocked_left, 0.0, PASSING_SIDE)
    worth[RIGHT] += np.where(blocked_left, PASSING_SIDE, 0.0)
    best = np.argmax(worth, axis=0)
    return best, np.take_along_axis(pace, best[None], axis=0)[0]


def _edge_away(people: People, rows: Ints, distance: Floats, nearest: Ints, roomy: Floats) -> Floats:
    """(m, 2) m/s away from a neighbour all but touched, where there is room for it; who presses does not mind."""
    apart = people.position[rows] - people.position[nearest]
    step = EDGE_AWAY * roomy * np.clip((NEAR - distance) / TOUCH, 0.0, 1.0) * (people.press[rows] == 0.0)
    away: Floats = apart * (step / np.maximum(distance, 1e-6))[:, None]
    return away


def _make_way(people: People, near: Near, rows: Ints, asked: Floats) -> Floats:
    """(m, 2) m/s with which `rows`, who stand, step out of the line of a civilian walking up to them."""
    distance, others = near.nearest(people.position[rows], WATCHED + 1, MAKES_WAY)
    speed = np.maximum(asked, 1e-9).take(others)[..., None]
    their_way = people.way.take(others, axis=0) / speed
    from_them = people.position[rows][:, None] - people.position.take(others, axis=0)
    along = np.einsum("mki,mki->mk", from_them, their_way)
    aside = their_way[..., 0] * from_them[..., 1] - their_way[..., 1] * from_them[..., 0]
    coming = (others != NOBODY) & (people.unit.take(others) == NOBODY) & (asked.take(others) > 0.0)
    coming &= (along > 0.0) & (np.abs(aside) < ROOMY_STRIP)
    who = np.argmin(np.where(coming, distance, np.inf), axis=1)
    at = np.arange(len(rows)), who
    step = np.where(aside[at] >= 0.0, STEP_ASIDE, -STEP_ASIDE) * coming[at]
    return np.column_stack([-their_way[at][:, 1] * step, their_way[at][:, 0] * step])


def _room(
    people: People, rows: Ints, distance: Floats, others: Ints, ahead: Floats, asked: Floats, roomy: Floats
) -> tuple[Floats, Bools]:
    """(7, m) m of free way along each heading, as far as people are in it; (m,) whether who blocks is to the left."""
    strip = np.clip(distance - SIDESTEP, STRIP, (STRIP + (ROOMY_STRIP - STRIP) * roomy)[:, None])
    along, aside = _turned(people.position.take(others, axis=0) - people.position[rows][:, None], ahead)
    drift_along, drift_aside = _turned(people.velocity.take(others, axis=0), ahead)
    kept = _kept_apart(people, rows, others, ahead, asked)
    along[others == NOBODY] = -1.0  # nobody is behind one's back
    gaps = [_gap_along(np.cos(h), np.sin(h), along, aside, drift_along, drift_aside, strip, kept) for h in HEADINGS]
    blocker = np.argmin(gaps[0], axis=1)
    return np.stack([gap.min(axis=1) for gap in gaps]), aside[np.arange(len(rows)), blocker] > 0.0


def _turned(vectors: Floats, ahead: Floats) -> tuple[Floats, Floats]:
    """(m, k) parts of `vectors` (m, k, 2) along each one's way `ahead` (m, 2) and to its left."""
    x, y = vectors[..., 0], vectors[..., 1]
    cos, sin = ahead[:, :1], ahead[:, 1:]
    return x * cos + y * sin, y * cos - x * sin


def _kept_apart(people: People, rows: Ints, others: Ints, ahead: Floats, asked: Floats) -> Floats:
    """(m, k) m kept to each neighbour: more to an oncomer, nothing within a unit, whose ranks march close."""
    speed = np.maximum(asked, 1e-9).take(others)
    way = people.way.take(others, axis=0)
    facing = (way[..., 0] * ahead[:, :1] + way[..., 1] * ahead[:, 1:]) / speed
    unit = people.unit[rows][:, None]
    comrades: Bools = (unit != NOBODY) & (people.unit.take(others) == unit)
    kept: Floats = np.where(comrades, 0.0, GAP + DODGE * np.maximum(-facing, 0.0))
    return kept


def _gap_along(
    cos: float,
    sin: float,
    along: Floats,
    aside: Floats,
    drift_along: Floats,
    drift_aside: Floats,
    strip: Floats,
    kept: Floats,
) -> Floats:
    """(m, k) m that each neighbour leaves free on a heading, inf beside it and behind."""
    x = cos * along + sin * aside
    y = cos * aside - sin * along
    inside = strip * strip - y * y
    gap = np.maximum(x - np.sqrt(np.maximum(inside, 0.0)), 0.0) - kept
    gap += FORESIGHT * (cos * drift_along + sin * drift_aside)
    gap[(inside <= 0.0) | (x <= 0.0)] = np.inf
    return gap


def _room_to_walls(world: World, rows: Ints, ahead: Floats) -> Floats:
    """(7, m) m of free way along each heading before a wall.

    The way itself knows its doors and is not checked, but for those who press: they may press against a gate.
    """
    people = world.people
    clearance, away = world.ground.nearest_wall(people.position[rows])
    free = np.maximum(clearance - people.radius[rows], 0.0)
    toward, across = -np.einsum("ij,ij->i", away, ahead), away[:, 0] * ahead[:, 1] - away[:, 1] * ahead[:, 0]
    cos, sin = np.cos(HEADINGS)[:, None], np.sin(HEADINGS)[:, None]
    into = toward * cos + across * sin
    room = np.where(into > GRAZING, free / np.maximum(into, GRAZING), np.inf)
    room[0, (people.press[rows] == 0.0) | (into[0] < HEAD_ON)] = np.inf
    return room


def _room_to_cars(people: People, rows: Ints, ahead: Floats, cars: Boxes) -> Floats:
    """(7, m) m of free way along each heading before a vehicle."""
    cos, sin = np.cos(HEADINGS)[:, None], np.sin(HEADINGS)[:, None]
    ways = np.stack([ahead[:, 0] * cos - ahead[:, 1] * sin, ahead[:, 1] * cos + ahead[:, 0] * sin], axis=-1)
    return detour.room(cars, people.position[rows], people.radius[rows], ways)


def face(people: People, on_foot: Bools) -> None:
    """Turn bodies toward where they go, officers in place and those who only step toward where their unit faces.

    Those who are not `on_foot` (n,) are turned by their drivers.
    """
    speed = np.hypot(people.velocity[:, 0], people.velocity[:, 1])
    going = np.arctan2(people.velocity[:, 1], people.velocity[:, 0])
    goal = np.where(speed > MOVING, going, people.heading)
    off = np.hypot(*(people.position - people.slot).T)
    thrown = np.einsum("ij,ij->i", people.velocity, people.way) < 0.0
    pushed = thrown | (people.contact_force > PUSHED)  # whoever is thrown back does not turn round
    steps = pushed | (off < ON_SLOT) | (np.hypot(people.way[:, 0], people.way[:, 1]) <= STEPPING)
    goal = np.where((people.unit != NOBODY) & steps, people.slot_heading, goal)
    goal = np.where(people.up & on_foot, goal, people.heading)
    turn = np.remainder(goal - people.heading + np.pi, 2.0 * np.pi) - np.pi
    people.heading += np.clip(turn, -TURN_RATE * TICK, TURN_RATE * TICK)
    people.heading = np.remainder(people.heading + np.pi, 2.0 * np.pi) - np.pi
