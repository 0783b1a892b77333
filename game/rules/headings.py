"""Which way one steps in a crowd: along seven headings each looks how fast the others let them go. Compiled.

After walking.md 1, which keeps a gap and a headway; what is new here: who goes along is followed at their own pace,
so that a door empties as fast as measured; whoever meets a stream that comes turns a shoulder, leans to the side where
fewer come and eases through, so that streams sort themselves into lanes.
"""

from typing import NamedTuple

import numpy as np

from game.world.cells import Cells, nearest_to
from game.world.compiled import compiled, inlined
from game.world.people import Bools, Floats, Ints

HEADINGS = np.radians([0.0, 20.0, -20.0, 45.0, -45.0, 80.0, -80.0])  # off the way; walking.md 1
COS, SIN = np.cos(HEADINGS), np.sin(HEADINGS)
COUNT = len(HEADINGS)
LANES = 8  # headings that are reckoned at once, as many as a register holds: the last is the way itself again
LANE_COS, LANE_SIN = np.append(COS, COS[0]), np.append(SIN, SIN[0])

NEIGHBOURS = 12  # minded; walking.md 1
SIGHT = 2.5  # m, radius within which they are; walking.md 1
STRIP = 0.30  # m, half of the strip one needs in a crowd, below two radii: shoulders brush; walking.md 1, fitted
ROOMY_STRIP = 0.50  # m, the same where there is room: then nobody brushes; guess
TURNED_STRIP = 0.24  # m, the same past someone who comes, both with a shoulder turned; guess
FEELS = 5  # which neighbour's distance tells how crowded it is; guess
CROWDED, ROOMY = 0.8, 1.5  # m to the FEELS_th neighbour between which the strip widens; guess
SIDESTEP = 0.05  # m that a step aside must leave, or two who met could not part; guess
GAP = 0.32  # m kept at standstill; fitted with TIME_GAP to speed against density; walking.md 1: 0.30
TURNED_GAP = 0.10  # m, the same to someone who comes, with a shoulder turned; guess
DODGE = 0.5  # m, an oncomer counts as so much nearer; walking.md 1, fitted
HEADWAY = 1.0  # s, time gap to who stands or comes; walking.md 1
FORESIGHT = 0.4  # s, who comes is taken to be that far along; walking.md 1, fitted
TIME_GAP = 0.55  # s behind who goes the same way; fitted: 1.9 people/(m s) through a door of 1 m, crowd-model.md 1.4
CATCH_UP = 3.0  # s in which one closes up to that; fitted with it
STRAIGHT = 0.02  # m/s by which a turn must be better; walking.md 1
PASSING_SIDE = 0.01  # m/s by which the side away from who blocks is liked better, so that two who meet agree; guess
ONCOMING = -0.3  # cosine between two ways below which they are opposed: 107 degrees; guess
SHOULDER = 0.9  # m between middles at which one turns a shoulder to who comes, in a crowd; guess
LEANS = 0.9  # 1/m, how much liking a side counts per oncomer on the other; fitted: at 0.3 lanes form on half the seeds
SOFTENS = 0.1  # m², so that one who touches does not outweigh all others; guess
CREEP = 0.1  # m/s, at which a stopped person feels the way forward; walking.md 1, fitted: without it counterflow locks
CLOSE = 0.46  # m between middles, from which one waits for who is before one: 5.4 people/m²; Weidmann 1993
SQUEEZED = 100.0  # N felt from all sides, from which one waits for who is before one and holds one's ground; guess
EASE = 0.3  # m/s, the same against who comes, who gives way in turn: 40 N; guess
NEAR = 0.5  # m between middles, within which one who has room edges away; guess
TOUCH = 0.14  # m nearer than that, where two touch and the edging away is full; body radii
EDGE_AWAY = 0.6  # m/s at which; guess: 50 against 50 touch for 3 % of the time with it, 7 % without, measured
LEAST = 1e-9  # m or m/s, keeps divisions finite


class Walkers(NamedTuple):
    """What everyone, walking or not, shows of themselves."""

    position: Floats  # (n, 2) m
    velocity: Floats  # (n, 2) m/s
    way: Floats  # (n, 2) m/s, where each would go if nobody were there
    press: Floats  # (n,) N
    load: Floats  # (n,) N of contact felt from all sides
    unit: Ints  # (n,) -1 for civilians


class Sight(NamedTuple):
    """Whom one walker sees, in the walker's own frame: x along the way, y to the left; all (NEIGHBOURS,)."""

    distance: Floats  # m
    row: Ints
    x: Floats  # m
    y: Floats  # m
    drift_x: Floats  # m/s
    drift_y: Floats  # m/s
    facing: Floats  # cosine of their way with one's own, 0 of who stands
    strip: Floats  # m, half the strip to keep past them
    kept: Floats  # m, gap to keep behind them
    comes: Bools  # whether they and oneself are civilians who come against each other: nobody eases past an officer
    behind: Bools  # whether oneself is before them on their own way


@compiled
def choose(rows: Ints, walkers: Walkers, there: Cells, ahead: Floats, free: Floats) -> tuple[Floats, Bools]:
    """(m, 2) m/s that each of `rows` (m,) chooses, and (m,) who turns a shoulder to squeeze past an oncomer.

    `ahead` (m, 2) is the unit vector each means to go, `free` (m, 7) m the way along each heading to walls and cars.
    """
    wanted, squeezes = np.empty((len(rows), 2)), np.zeros(len(rows), np.bool_)
    distance, row = np.empty(NEIGHBOURS + 1), np.empty(NEIGHBOURS + 1, np.int64)
    sight = Sight(distance[1:], row[1:], *_blank(), np.zeros(NEIGHBOURS, np.bool_), np.zeros(NEIGHBOURS, np.bool_))
    paces = np.zeros(free.shape[1] + 1)  # LANES; of a length that is known, loops are unrolled instead: half as fast
    for k in range(len(rows)):
        i = rows[k]
        seen = nearest_to(walkers.position[i, 0], walkers.position[i, 1], SIGHT, there, distance, row)
        _put_oneself_first(i, distance, row, seen)
        roomy = _roomy(sight, seen - 1)
        squeezes[k] = _look(i, ahead[k, 0], ahead[k, 1], walkers, sight, seen - 1, roomy)
        along, aside = _step(i, walkers, sight, seen - 1, free[k], paces)
        squeezes[k] |= _is_wedged(i, ahead[k, 0], ahead[k, 1], along, walkers, sight, seen - 1)
        wanted[k, 0] = ahead[k, 0] * along - ahead[k, 1] * aside
        wanted[k, 1] = ahead[k, 1] * along + ahead[k, 0] * aside
        if seen > 1 and roomy > 0.0 and walkers.press[i] == 0.0:
            _edge_away(i, walkers.position, sight, roomy, wanted[k])
    return wanted, squeezes


@inlined
def _blank() -> tuple[Floats, Floats, Floats, Floats, Floats, Floats, Floats]:
    blank = np.zeros((7, NEIGHBOURS))
    return blank[0], blank[1], blank[2], blank[3], blank[4], blank[5], blank[6]


@inlined
def _put_oneself_first(i: int, distance: Floats, row: Ints, seen: int) -> None:
    """Who stands on the same spot may have come before oneself."""
    k = 0
    while k < seen - 1 and row[k] != i:
        k += 1
    distance[k], row[k] = distance[0], row[0]


@inlined
def _roomy(sight: Sight, seen: int) -> float:
    """0 in a crowd … 1 where there is room."""
    if seen <= FEELS:
        return 1.0
    return float(min(max((sight.distance[FEELS] - CROWDED) / (ROOMY - CROWDED), 0.0), 1.0))


@inlined
def _look(i: int, east: float, north: float, walkers: Walkers, sight: Sight, seen: int, roomy: float) -> bool:
    """Fill in `sight`; whether one squeezes past someone who comes."""
    squeezes = False
    for k in range(seen):
        j = sight.row[k]
        dx, dy = walkers.position[j, 0] - walkers.position[i, 0], walkers.position[j, 1] - walkers.position[i, 1]
        u, v = walkers.velocity[j, 0], walkers.velocity[j, 1]
        way_x, way_y = walkers.way[j, 0], walkers.way[j, 1]
        asked = np.sqrt(way_x * way_x + way_y * way_y)
        sight.x[k], sight.y[k] = dx * east + dy * north, dy * east - dx * north
        sight.drift_x[k], sight.drift_y[k] = u * east + v * north, v * east - u * north
        sight.facing[k] = (way_x * east + way_y * north) / max(asked, LEAST)
        sight.comes[k] = sight.facing[k] < ONCOMING and walkers.unit[i] < 0 and walkers.unit[j] < 0
        sight.behind[k] = dx * way_x + dy * way_y < 0.0
        turned = sight.comes[k] and roomy < 1.0
        squeezes |= turned and sight.distance[k] < SHOULDER
        _keep(k, sight, walkers.unit[i] >= 0 and walkers.unit[i] == walkers.unit[j], turned, roomy)
    return squeezes


@inlined
def _keep(k: int, sight: Sight, comrade: bool, turned: bool, roomy: float) -> None:
    """How wide a strip and how much of a gap to keep: nothing within a unit, whose ranks march close."""
    wide, narrow, gap = STRIP + (ROOMY_STRIP - STRIP) * roomy, STRIP, GAP
    if turned:
        wide, narrow, gap = max(wide * roomy, TURNED_STRIP), TURNED_STRIP, TURNED_GAP
    sight.strip[k] = min(max(sight.distance[k] - SIDESTEP, narrow), wide)
    sight.kept[k] = 0.0 if comrade else gap + DODGE * max(-sight.facing[k], 0.0)


@inlined
def _step(i: int, walkers: Walkers, sight: Sight, seen: int, free: Floats, paces: Floats) -> tuple[float, float]:
    """M/s along and to the left of the way; `paces` (LANES,) is written on."""
    speed = np.sqrt(walkers.way[i, 0] * walkers.way[i, 0] + walkers.way[i, 1] * walkers.way[i, 1])
    presses = walkers.press[i] > 0.0
    blocker = _look_along(sight, seen, free, speed, presses, paces)
    lean, opposed = 0.0, False
    if blocker >= 0:
        lean, opposed = _lean(sight, seen), sight.comes[blocker]
    best = _best(paces, lean, blocker >= 0 and sight.y[blocker] > 0.0)
    pace = paces[best]
    if walkers.unit[i] >= 0 or presses:
        pace = pace if pace >= min(CREEP, speed) else 0.0
        return COS[best] * pace, SIN[best] * pace
    feels_on = min(EASE if opposed else CREEP, speed)
    close = walkers.load[i] > SQUEEZED or (blocker >= 0 and sight.distance[blocker] < CLOSE)
    waits = close and not _is_met(sight, seen) and not (blocker >= 0 and sight.behind[blocker])
    if pace >= feels_on or waits:
        return COS[best] * pace, SIN[best] * pace
    slant = -lean if opposed else 0.0
    length = np.sqrt(1.0 + slant * slant)
    return feels_on / length, feels_on * slant / length


@inlined
def _is_wedged(i: int, east: float, north: float, along: float, walkers: Walkers, sight: Sight, seen: int) -> bool:
    """Whether one who pushes nobody could go on `along` m/s and stands: shoulders that touch close a door like an arch.

    Not between officers, who let nobody slip through.
    """
    pace = walkers.velocity[i, 0] * east + walkers.velocity[i, 1] * north
    if walkers.press[i] > 0.0 or walkers.load[i] <= SQUEEZED or along <= EASE or pace >= CREEP:
        return False
    for k in range(seen):
        if sight.distance[k] < NEAR and walkers.unit[sight.row[k]] >= 0:
            return False
    return True


@inlined
def _is_met(sight: Sight, seen: int) -> bool:
    """Whether anybody in sight comes: then nobody waits, or two streams that meet would for ever."""
    met = False
    for k in range(seen):
        met |= sight.comes[k]
    return met


@inlined
def _look_along(sight: Sight, seen: int, free: Floats, speed: float, presses: bool, paces: Floats) -> int:
    """Fill in `paces` (LANES,) m/s at which one can go along each heading; who is next on the way itself, -1 nobody."""
    for h in range(COUNT):
        paces[h] = min(free[h] / HEADWAY, speed)
    blocker = -1
    for k in range(seen):
        alone = paces[0]
        _leave(k, sight, presses, paces)
        blocker = k if paces[0] < alone else blocker
    for h in range(COUNT):
        paces[h] = max(paces[h], 0.0)
    return blocker


@inlined
def _leave(k: int, sight: Sight, presses: bool, paces: Floats) -> None:
    """Lower `paces` to what the one at `k` leaves one on each heading, nothing beside it and behind.

    Written without a branch, so that four headings are reckoned at once: half the time; measured.
    """
    followed_from = np.inf if presses else 0.0  # m/s; who presses follows nobody: one pushes on at arm's length
    ahead, left, drift_ahead, drift_left = sight.x[k], sight.y[k], sight.drift_x[k], sight.drift_y[k]
    strip, kept = sight.strip[k] * sight.strip[k], sight.kept[k]
    for h in range(len(paces)):
        cos, sin = LANE_COS[h], LANE_SIN[h]
        x = cos * ahead + sin * left
        y = cos * left - sin * ahead
        drift = cos * drift_ahead + sin * drift_left
        inside = strip - y * y
        gap = max(x - np.sqrt(max(inside, 0.0)), 0.0) - kept
        follows = max(gap / HEADWAY, drift + (gap - TIME_GAP * drift) / CATCH_UP)
        pace = follows if drift > followed_from else (gap + FORESIGHT * drift) / HEADWAY
        leaves = pace if inside > 0.0 and x > 0.0 else np.inf
        paces[h] = leaves if leaves < paces[h] else paces[h]


@inlined
def _lean(sight: Sight, seen: int) -> float:
    """-1 … 1, how much more comes against one on the left than on the right."""
    sum_of_sides = 0.0
    for k in range(seen):
        if sight.facing[k] < 0.0 and sight.x[k] > 0.0:
            square = sight.distance[k] * sight.distance[k]
            sum_of_sides -= sight.facing[k] * (SIGHT - sight.distance[k]) * sight.y[k] / (square + SOFTENS)
    return min(max(LEANS * sum_of_sides, -1.0), 1.0)


@inlined
def _best(paces: Floats, lean: float, blocked_left: bool) -> int:
    """The heading that leads on fastest, the way itself where none is clearly better."""
    best, most = 0, paces[0] + STRAIGHT
    for h in range(1, COUNT):
        worth = paces[h] * (COS[h] - lean * SIN[h])
        if blocked_left == (SIN[h] < 0.0):
            worth += PASSING_SIDE
        if worth > most:
            best, most = h, worth
    return best


@inlined
def _edge_away(i: int, position: Floats, sight: Sight, roomy: float, wanted: Floats) -> None:
    """Add to `wanted` (2,) m/s a step away from a neighbour all but touched, where there is room for it."""
    touched = min(max((NEAR - sight.distance[0]) / TOUCH, 0.0), 1.0)
    step = EDGE_AWAY * roomy * touched / max(sight.distance[0], 1e-6)
    for axis in range(2):
        wanted[axis] += step * (position[i, axis] - position[sight.row[0], axis])
