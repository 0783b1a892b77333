"""Points sorted into square cells, and the nearest of them found cell by cell: compiled."""

from typing import NamedTuple

import numpy as np

from game.world.compiled import compiled, inlined
from game.world.people import Floats, Ints

SIDE = 0.7  # m of a cell: some three people in a crowd; 0.4 to 0.8 take as long, 1.0 longer; measured
CELLS_PER_POINT = 4  # at most, beside the first few: a few people on a wide ground need few cells; guess
FEW = 64  # cells, which any number of points may have; guess


class Cells(NamedTuple):
    """Points, cell by cell: what lies together is kept together."""

    points: Floats  # (k, 2) m
    rows: Ints  # (k,) what each point is called
    start: Ints  # (c + 1,) where among them each cell begins
    west: float  # m, the western rim
    south: float  # m
    side: float  # m of a cell
    columns: int
    lines: int


def cells(points: Floats, rows: Ints) -> Cells:
    """The finite `points` (k, 2) m, called `rows` (k,), in cells of SIDE or, where they lie far apart, larger ones."""
    if not len(points):
        return Cells(points, rows, np.zeros(2, dtype=np.int64), 0.0, 0.0, SIDE, 1, 1)
    west, south, east, north = _bounds(points)
    most = CELLS_PER_POINT * len(points) + FEW
    side = max(SIDE, float(np.sqrt((east - west) * (north - south) / most)), (east - west + north - south) / most)
    columns, lines = int((east - west) / side) + 1, int((north - south) / side) + 1
    order, start = _sorted(points, west, south, side, columns, lines)
    return Cells(points[order], rows[order], start, west, south, side, columns, lines)


@compiled
def _bounds(points: Floats) -> tuple[float, float, float, float]:
    """M, the western, southern, eastern and northern rim of `points` (k, 2)."""
    west = east = points[0, 0]
    south = north = points[0, 1]
    for i in range(len(points)):
        west, east = min(west, points[i, 0]), max(east, points[i, 0])
        south, north = min(south, points[i, 1]), max(north, points[i, 1])
    return west, south, east, north


@compiled
def _sorted(points: Floats, west: float, south: float, side: float, columns: int, lines: int) -> tuple[Ints, Ints]:
    """(k,) in which order the points lie cell by cell, and `start` of Cells; within a cell their order is kept."""
    start = np.zeros(columns * lines + 1, np.int64)
    cell = np.empty(len(points), np.int64)
    for i in range(len(points)):
        cell[i] = int((points[i, 1] - south) / side) * columns + int((points[i, 0] - west) / side)
        start[cell[i] + 1] += 1
    for c in range(columns * lines):
        start[c + 1] += start[c]
    order, free = np.empty(len(points), np.int64), start[:-1].copy()
    for i in range(len(points)):
        order[free[cell[i]]] = i
        free[cell[i]] += 1
    return order, start


@inlined
def nearest_to(x: float, y: float, radius: float, there: Cells, distance: Floats, row: Ints) -> int:
    """How many of `there` lie within `radius` m of (`x`, `y`) m, at most as many as `distance` and `row` (k,) hold.

    Those are filled from the nearest on, m and row. Cells are searched in squares round the one that holds the place,
    until nothing outside them can be nearer.
    """
    column, line = int(np.floor((x - there.west) / there.side)), int(np.floor((y - there.south) / there.side))
    found, farthest = 0, radius * radius
    ring, last = _first_ring(column, line, there), _last_ring(column, line, there)
    while ring <= last:
        west, east = max(column - ring, 0), min(column + ring, there.columns - 1)
        for north in range(max(line - ring, 0), min(line + ring, there.lines - 1) + 1):
            first = north * there.columns
            if abs(north - line) == ring:
                found = _take_in(x, y, first + west, first + east, farthest, there, distance, row, found)
                continue
            if column - ring >= 0:
                found = _take_in(x, y, first + west, first + west, farthest, there, distance, row, found)
            if column + ring < there.columns:
                found = _take_in(x, y, first + east, first + east, farthest, there, distance, row, found)
        edge = _edge(x, y, column, line, ring, there)
        if edge * edge >= (distance[-1] if found == len(row) else farthest):
            break
        ring += 1
    for k in range(found):
        distance[k] = np.sqrt(distance[k])
    return found


@inlined
def _take_in(
    x: float, y: float, west: int, east: int, farthest: float, there: Cells, distance: Floats, row: Ints, found: int
) -> int:
    """Note who of the cells from `west` to `east`, side by side, is among the nearest; how many are noted then."""
    most = len(row)
    nearer_than = distance[most - 1] if found == most else farthest
    for k in range(there.start[west], there.start[east + 1]):
        dx, dy = there.points[k, 0] - x, there.points[k, 1] - y
        square = dx * dx + dy * dy
        if square <= nearer_than:
            found = _insert(square, there.rows[k], distance, row, found)
            if found == most:
                nearer_than = distance[most - 1]
    return found


@inlined
def _insert(square: float, name: int, distance: Floats, row: Ints, found: int) -> int:
    """Put it where it belongs among the first `found` of both, the last one out where they are full."""
    k = min(found, len(row) - 1)
    if found == len(row) and square >= distance[k]:
        return found
    while k > 0 and distance[k - 1] > square:
        distance[k], row[k] = distance[k - 1], row[k - 1]
        k -= 1
    distance[k], row[k] = square, name
    return min(found + 1, len(row))


@inlined
def _first_ring(column: int, line: int, there: Cells) -> int:
    """How many cells away the nearest cell is: 0 for a place among them."""
    return max(-column, column - there.columns + 1, -line, line - there.lines + 1, 0)


@inlined
def _last_ring(column: int, line: int, there: Cells) -> int:
    """How many cells away the farthest cell is."""
    return max(column, there.columns - 1 - column, line, there.lines - 1 - line)


@inlined
def _edge(x: float, y: float, column: int, line: int, ring: int, there: Cells) -> float:
    """M from the place to what the squares up to `ring` do not cover."""
    west, south = there.west + (column - ring) * there.side, there.south + (line - ring) * there.side
    across = (2 * ring + 1) * there.side
    return min(x - west, west + across - x, y - south, south + across - y)
