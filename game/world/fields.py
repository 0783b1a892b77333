"""How far it is on foot to a goal, round walls, and which way that is: the eikonal equation on cells."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from game.world.compiled import compiled
from game.world.eikonal import walking_distance
from game.world.people import Bools, Floats, Ints

CLOSED = 0.12  # m to a wall within which a cell is shut; with 0.20 a 1 m door is a single file; measured
KNOWN = 1.5  # cells round the goal whose distance is taken as the straight line; measured: halves the error of ways


@dataclass(frozen=True)
class Field:
    """Distance and way to one goal, known at the middle of every cell."""

    cell: float  # m
    far: Floats  # (ny, nx) m on foot, inf where the goal cannot be reached
    way_x: Floats  # (ny, nx) unit vector downhill
    way_y: Floats  # (ny, nx)

    def distance(self, points: Floats) -> Floats:
        """(n,) m on foot from `points` (n, 2), 0 within the goal, inf where no way leads there."""
        far: Floats = np.maximum(self.far[cell_of(points, self.cell, self.far.shape)], 0.0)
        return far

    def way(self, points: Floats) -> Floats:
        """(n, 2) unit vectors toward the goal, blended between cells; 0 where no way leads there."""
        return directions(self.way_x, self.way_y, points, self.cell)


class Course:
    """One goal on its ground, and the ways there: the shortest, and the quickest where it is not equally fast."""

    def __init__(self, goal: Floats, clearance: Floats, cell: float, closed: float = CLOSED) -> None:
        """The goal is where `goal` (ny, nx), a signed distance in m, is negative; `clearance` (ny, nx) is in m.

        Cells nearer than `closed` m to a wall are shut.
        """
        self._free, self._cell = clearance >= closed, cell
        self._start = _start(goal, self._free, cell)
        far = self._walk(np.ones(goal.shape))
        self._reached = np.isfinite(far)
        self._beside: tuple[Ints, ...] = tuple(np.indices(goal.shape, np.int32))
        if self._reached.any():
            nearest = ndimage.distance_transform_edt(~self._reached, return_distances=False, return_indices=True)
            self._beside = tuple(np.where(self._free, own, to) for own, to in zip(self._beside, nearest, strict=True))
        self.shortest = self._field(far)

    def quickest(self, slowness: Floats) -> Field:
        """The field whose distance counts a metre through a cell as `slowness` (ny, nx) m, 1 or more."""
        return self._field(self._walk(slowness))

    def _walk(self, slowness: Floats) -> Floats:
        """(ny, nx) m to the rim of the goal, negative inside it, inf where shut or cut off."""
        far = walking_distance(self._free, np.maximum(self._start, 0.0), slowness, self._cell)
        return np.where(self._start < 0.0, self._start, far)

    def _field(self, far: Floats) -> Field:
        """Its shut cells lead where the free cell beside them leads."""
        way_y, way_x = _downhill(far, self._reached)
        return Field(self._cell, far[self._beside], way_x[self._beside], way_y[self._beside])


def _start(goal: Floats, free: Bools, cell: float) -> Floats:
    """(ny, nx) m to the rim of the goal, negative inside it, as far as it is known beforehand; inf elsewhere."""
    inside = (goal < 0.0) & free
    if not inside.any():
        return np.full(goal.shape, np.inf)
    beside = ndimage.binary_dilation(inside, iterations=round(KNOWN + 0.5), mask=free)
    known = beside & (goal < KNOWN * cell)  # not through a wall, nor round its corner
    return np.where(known, goal, np.inf)


def _downhill(far: Floats, reached: Bools) -> tuple[Floats, Floats]:
    """Unit vectors (ny, nx), y and x, toward the lower neighbours; upwind, so that walls do not bend them."""
    known = np.pad(np.where(reached, far, np.inf), 1, constant_values=np.inf)
    here = np.where(reached, far, 0.0)
    way = [
        _fall(here, known[:-2, 1:-1], known[2:, 1:-1]),
        _fall(here, known[1:-1, :-2], known[1:-1, 2:]),
    ]
    length = np.hypot(*way)
    length[length == 0.0] = 1.0
    return way[0] / length, way[1] / length


def _fall(here: Floats, before: Floats, after: Floats) -> Floats:
    """How steeply it falls toward `after` (positive) or `before` (negative); 0 on a ridge's foot."""
    back, forth = np.maximum(here - before, 0.0), np.maximum(here - after, 0.0)
    return np.where(forth >= back, forth, -back)


def cell_of(points: Floats, cell: float, shape: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Row and column, both (n,), of the cells that hold `points` (n, 2); outside, the nearest cell."""
    column = np.clip((points[:, 0] / cell).astype(np.intp), 0, shape[1] - 1)
    row = np.clip((points[:, 1] / cell).astype(np.intp), 0, shape[0] - 1)
    return row, column


def between(values: Floats, points: Floats, cell: float) -> Floats:
    """(n,) `values` (ny, nx), known at the middles of cells, at `points` (n, 2) m between them."""
    return _between(values, np.ascontiguousarray(points, dtype=np.float64), cell)


def directions(x: Floats, y: Floats, points: Floats, cell: float) -> Floats:
    """(n, 2) unit vectors at `points` (n, 2) m along `x` and `y` (ny, nx) between cells; 0 where both are."""
    return _directions(x, y, np.ascontiguousarray(points, dtype=np.float64), cell)


@compiled
def _between(values: Floats, points: Floats, cell: float) -> Floats:
    blended = np.empty(len(points))
    for i in range(len(points)):
        blended[i] = _at(values, points[i, 0], points[i, 1], cell)
    return blended


@compiled
def _directions(x: Floats, y: Floats, points: Floats, cell: float) -> Floats:
    blended = np.zeros((len(points), 2))
    for i in range(len(points)):
        u, v = _at(x, points[i, 0], points[i, 1], cell), _at(y, points[i, 0], points[i, 1], cell)
        length = np.hypot(u, v)
        if length > 0.0:
            blended[i, 0], blended[i, 1] = u / length, v / length
    return blended


@compiled
def _at(values: Floats, x: float, y: float, cell: float) -> float:
    """`values` straight between the four middles round the place, at the rim as on the last of them."""
    lines, columns = values.shape
    across = min(max(x / cell - 0.5, 0.0), columns - 1.001)
    up = min(max(y / cell - 0.5, 0.0), lines - 1.001)
    column, line = int(across), int(up)
    across, up = across - column, up - line
    low = values[line, column] * (1.0 - across) + values[line, column + 1] * across
    high = values[line + 1, column] * (1.0 - across) + values[line + 1, column + 1] * across
    return float(low * (1.0 - up) + high * up)
