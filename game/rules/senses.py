"""What people perceive: neighbours, the line before them, who is around, which voice reaches them."""

import functools

import numpy as np
from scipy import fft

from game.rules.feelings import (
    AROUND,
    DEAF_TO_POLICE,
    EARSHOT_FULL,
    NEIGHBOUR_FADES,
    NEIGHBOUR_RANGE,
    PRESENCE,
    SIGHT_OF_LINE,
)
from game.world.grid import Near
from game.world.people import NOBODY, Bools, Floats, Ints
from game.world.senses import NEIGHBOURS, Senses
from game.world.units import Unit
from game.world.world import REBUILD_EVERY, World

TURNS = 5  # each looks round every fifth time, 0.5 s: neighbours and the line change slowly; halves the cost; measured
TICKS_PER_TURN = 3  # senses run at 10 Hz
SQUARE = 3.0  # m, side of the squares people are counted on: a circle of 12 m is right to 3 %; measured


def sense(world: World) -> None:
    """Make `world.senses` true of this moment; a fifth of the people look round, all at every whole minute."""
    feels = feeling(world)
    if not feels.any():
        world.senses = Senses.blank(_kin(world))
        return
    if world.senses is None or world.tick % REBUILD_EVERY == 0:
        world.senses = Senses.blank(_kin(world))
        lookers = np.flatnonzero(feels)
    else:
        turn = world.tick // TICKS_PER_TURN % TURNS
        lookers = np.arange(turn, len(feels), TURNS)
        lookers = lookers[feels[lookers]]
    _look_at_neighbours(world, world.senses, lookers, feels)
    _look_at_line(world, world.senses, lookers)
    _see_line(world, world.senses)
    _count_around(world, world.senses, feels)
    _listen(world, world.senses)


def feeling(world: World) -> Bools:
    """(n,) who feels and is felt: civilians who are there, on their feet and free, and of a role that does."""
    social = np.array([role.feels for role in world.catalogue.roles])
    feels: Bools = world.people.free & social[world.people.role]
    return feels


def _kin(world: World) -> Ints:
    """(n,) one number per kin."""
    kins = [role.kin for role in world.catalogue.roles]
    number: Ints = np.array([kins.index(kin) for kin in kins])[world.people.role]
    return number


def _look_at_neighbours(world: World, senses: Senses, lookers: Ints, feels: Bools) -> None:
    people = world.people
    everyone = Near(people.position, feels)
    distance, near = everyone.nearest(people.position[lookers], NEIGHBOURS + 1, NEIGHBOUR_RANGE)
    distance, near = distance[:, 1:], near[:, 1:]  # the nearest is oneself
    weight = people.expressiveness[near] * np.exp(-distance / NEIGHBOUR_FADES)  # exp(-inf): nobody, 0
    senses.near[lookers] = near
    senses.weight[lookers] = np.where(near == lookers[:, None], 0.0, weight)  # on one spot, another may come first
    senses.kindred[lookers] = senses.kin[near] == senses.kin[lookers, None]


def _look_at_line(world: World, senses: Senses, lookers: Ints) -> None:
    """Find the nearest officer of those who stand against the crowd; who came to talk, treat or drive is no line."""
    people = world.people
    line = people.up & ~people.civilian
    for unit in world.units.values():
        line[unit.rows] &= unit.type.in_line
    distance, row = Near(people.position, line).nearest(people.position[lookers], 1, SIGHT_OF_LINE)
    senses.line[lookers] = row[:, 0]
    inside = np.isfinite(distance[:, 0])
    seers = lookers[inside]
    senses.line_clear[lookers] = False
    senses.line_clear[seers] = world.ground.sees(people.position[seers], people.position[row[inside, 0]])


def _see_line(world: World, senses: Senses) -> None:
    people = world.people
    gear = np.zeros(len(people))
    for unit in world.units.values():
        gear[unit.rows] = unit.type.gear[unit.posture]
    there = (senses.line != NOBODY) & people.up[senses.line]
    apart = people.position[senses.line] - people.position
    senses.line_distance = np.where(there, np.hypot(apart[:, 0], apart[:, 1]), np.inf)
    senses.gear = np.where(there & senses.line_clear, gear[senses.line], 0.0)


def _count_around(world: World, senses: Senses, feels: Bools) -> None:
    people = world.people
    hostile = feels & people.hostile
    counted = np.stack([people.up & ~people.civilian, hostile, feels]).astype(np.float64)
    police, hostiles, crowd = _within_circle(people.position, counted, world.ground.size)
    senses.police = police
    senses.hostiles = hostiles - hostile
    senses.crowd = crowd - feels


def _within_circle(points: Floats, counted: Floats, size: tuple[float, float]) -> Floats:
    """(k, n) how many of each `counted` (k, n) are within AROUND m of each of `points` (n, 2).

    Counted on squares, all kinds at once: a tree asked for hundreds of neighbours each took 12 ms at 3,000; measured.
    """
    columns, rows = (int(np.ceil(length / SQUARE)) for length in size)
    x, y = np.clip((points / SQUARE).astype(np.intp), 0, (columns - 1, rows - 1)).T
    square = y * columns + x
    held = np.stack([np.bincount(square, kind, rows * columns) for kind in counted]).reshape(-1, rows, columns)
    circle, padded = _circle(rows, columns)
    summed = fft.irfft2(fft.rfft2(held, padded) * circle, padded)
    around: Floats = np.rint(summed[:, y, x])  # counts again, without the noise of the transform
    return around


@functools.cache
def _circle(rows: int, columns: int) -> tuple[np.ndarray, tuple[int, int]]:
    """The transform of a circle of AROUND m on squares, and the size it is padded to."""
    reach = int(AROUND / SQUARE)
    padded = fft.next_fast_len(rows + 2 * reach, True), fft.next_fast_len(columns + 2 * reach, True)
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    circle = np.zeros(padded)
    circle[y, x] = np.hypot(x, y) * SQUARE <= AROUND
    return fft.rfft2(circle), padded


def _listen(world: World, senses: Senses) -> None:
    people = world.people
    senses.facilitation = np.zeros(len(people))
    for unit in world.units.values():
        rows = unit.rows[people.up[unit.rows]]
        if len(rows):
            apart = people.position - people.position[rows].mean(axis=0)
            voice = _voice(world, unit, np.hypot(apart[:, 0], apart[:, 1]))
            senses.facilitation = np.maximum(senses.facilitation, voice)
    senses.facilitation[people.trust_base < DEAF_TO_POLICE] = 0.0


def _voice(world: World, unit: Unit, distance: Floats) -> Floats:
    """(n,) 0 … 1 how well the presence and the words of `unit` reach people `distance` (n,) m away."""
    speaks = world.facilitating.get(unit.name, 0) > world.tick
    presence = PRESENCE * _carries(distance, unit.type.dialogue)
    return np.maximum(presence, _carries(distance, unit.type.reach)) if speaks else presence


def _carries(distance: Floats, reach: float) -> Floats:
    """(n,) 1 near by, falling to 0 at `reach` m."""
    if reach == 0.0:
        return np.zeros_like(distance)
    carried: Floats = np.clip((1.0 - distance / reach) / (1.0 - EARSHOT_FULL), 0.0, 1.0)
    return carried
