"""How far it is on foot to a goal, round walls, and which way that is: the eikonal equation on cells."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from game.world.compiled import compiled
from game.world.eikonal import walking_distance
from game.world.people import Bools, Floats

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
        self._leads = np.arange(goal.size, dtype=np.int32).reshape(goal.shape)
        if np.isfinite(far).any():
            nearest = ndimage.distance_transform_edt(np.isinf(far), return_distances=False, return_indices=True)
            self._leads = np.where(self._free, self._leads, self._leads[tuple(nearest)])
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
        way_y, way_x = _downhill(far)
        return Field(self._cell, *(each.take(self._leads) for each in (far, way_x, way_y)))


def _start(goal: Floats, free: Bools, cell: float) -> Floats:
    """(ny, nx) m to the rim of the goal, negative inside it, as far as it is known beforehand; inf elsewhere."""
    inside = (goal < 0.0) & free
    if not inside.any():
        return np.full(goal.shape, np.inf)
    beside = ndimage.binary_dilation(inside, iterations=round(KNOWN + 0.5), mask=free)
    known = beside & (goal < KNOWN * cell)  # not through a wall, nor round its corner
    return np.where(known, goal, np.inf)


@compiled
def _downhill(far: Floats) -> tuple[Floats, Floats]:
    """Unit vectors (ny, nx), y and x, toward the lower neighbours; upwind, so that walls do not bend them."""
    lines, columns = far.shape
    way_y, way_x = np.zeros(far.shape), np.zeros(far.shape)
    for i in range(lines):
        for j in range(columns):
            here = far[i, j]
            if here == np.inf:
                continue
            up = _fall(here, far[i - 1, j] if i > 0 else np.inf, far[i + 1, j] if i < lines - 1 else np.inf)
            across = _fall(here, far[i, j - 1] if j > 0 else np.inf, far[i, j + 1] if j < columns - 1 else np.inf)
            length = np.sqrt(up * up + across * across)
            if length > 0.0:
                way_y[i, j], way_x[i, j] = up / length, across / length
    return way_y, way_x


@compiled
def _fall(here: float, before: float, after: float) -> float:
    """How steeply it falls toward `after` (positive) or `before` (negative); 0 on a ridge's foot."""
    back, forth = max(here - before, 0.0), max(here - after, 0.0)
    return forth if forth >= back else -back


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
