"""How far it is on foot to a goal, round walls, and which way that is: the eikonal equation on cells."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

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
        where = corners(points, self.cell, self.far.shape)
        way = np.column_stack([blend(self.way_x, *where), blend(self.way_y, *where)])
        length = np.hypot(way[:, 0], way[:, 1])[:, None]
        return np.divide(way, length, out=np.zeros_like(way), where=length > 0.0)


def field_toward(goal: Floats, clearance: Floats, cell: float, closed: float = CLOSED) -> Field:
    """The field whose goal is where `goal` (ny, nx), a signed distance in m, is negative; `clearance` (ny, nx) m.

    Cells nearer than `closed` m to a wall are shut.
    """
    shut = clearance < closed
    far = _walk(goal, shut, cell)
    reached = np.isfinite(far)
    way_y, way_x = _downhill(far, reached)
    if reached.any():
        nearest = ndimage.distance_transform_edt(~reached, return_distances=False, return_indices=True)
        beside = tuple(np.where(shut, index, own) for index, own in zip(nearest, np.indices(far.shape), strict=True))
        far, way_x, way_y = far[beside], way_x[beside], way_y[beside]
    return Field(cell, far, way_x, way_y)


def _walk(goal: Floats, shut: Bools, cell: float) -> Floats:
    """(ny, nx) m to the rim of the goal, negative inside it, inf where shut or cut off."""
    far = np.full(goal.shape, np.inf)
    if (goal[~shut] < 0.0).any():
        beside = ndimage.binary_dilation((goal < 0.0) & ~shut, np.ones((3, 3)), round(KNOWN + 0.5), mask=~shut)
        start = np.where(beside & (goal < KNOWN * cell), np.maximum(goal, 0.0), np.inf)  # not through a wall
        far = np.where((goal < 0.0) & ~shut, goal, walking_distance(~shut, start, cell))
    return far


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


def corners(points: Floats, cell: float, shape: tuple[int, ...]) -> tuple[np.ndarray, int, Floats, Floats]:
    """Where `points` (n, 2) lie between four cell middles: flat index (n,), row length, shares x and y (n,)."""
    x = np.clip(points[:, 0] / cell - 0.5, 0.0, shape[1] - 1.001)
    y = np.clip(points[:, 1] / cell - 0.5, 0.0, shape[0] - 1.001)
    column, row = x.astype(np.intp), y.astype(np.intp)
    return row * shape[1] + column, shape[1], x - column, y - row


def blend(values: Floats, flat: np.ndarray, width: int, x: Floats, y: Floats) -> Floats:
    """(n,) `values` (ny, nx) between cell middles, straight in x and y; places as :func:`corners` gives them."""
    low = values.take(flat) * (1.0 - x) + values.take(flat + 1) * x
    high = values.take(flat + width) * (1.0 - x) + values.take(flat + width + 1) * x
    between: Floats = low * (1.0 - y) + high * y
    return between
