"""Plane geometry on arrays: how far from a polygon, inside or not, does a line cross it."""

import numpy as np

from game.world.compiled import compiled
from game.world.people import Bools, Floats

TINY = 1e-12  # m², guards a division where an edge has no length; guess


def edges(polygon: Floats) -> tuple[Floats, Floats]:
    """Starts and ends, both (m, 2), of the edges of a polygon (m, 2)."""
    return polygon, np.roll(polygon, -1, axis=0)


def area(polygon: Floats) -> float:
    """m² of `polygon` (m, 2), whichever way round it runs."""
    (x, y), (x_next, y_next) = polygon.T, np.roll(polygon, -1, axis=0).T
    return float(abs(np.sum(x * y_next - x_next * y))) / 2.0


def contains(polygon: Floats, points: Floats) -> Bools:
    """(n,) whether each of `points` (n, 2) lies inside `polygon` (m, 2); even-odd rule."""
    return _contains(np.asarray(polygon, dtype=np.float64), np.ascontiguousarray(points, dtype=np.float64))


@compiled
def _contains(polygon: Floats, points: Floats) -> Bools:
    inside = np.zeros(len(points), np.bool_)
    for k in range(len(polygon)):
        (ax, ay), (bx, by) = polygon[k - 1], polygon[k]
        for i in range(len(points)):
            x, y = points[i, 0], points[i, 1]
            if (ay > y) != (by > y):
                inside[i] ^= x < (bx - ax) * (y - ay) / (by - ay) + ax
    return inside


def distance_to_edge(start: Floats, end: Floats, points: Floats) -> Floats:
    """(n,) m from each of `points` (n, 2) to the straight piece from `start` to `end`, both (2,)."""
    along = end - start
    share = np.clip((points - start) @ along / max(float(along @ along), TINY), 0.0, 1.0)
    off_x = points[:, 0] - start[0] - share * along[0]
    off_y = points[:, 1] - start[1] - share * along[1]
    far: Floats = np.hypot(off_x, off_y)
    return far


def signed_distance(polygon: Floats, points: Floats) -> Floats:
    """(n,) m from each of `points` (n, 2) to the rim of `polygon` (m, 2), negative inside."""
    far = np.full(len(points), np.inf)
    for start, end in zip(*edges(polygon), strict=True):
        np.minimum(far, distance_to_edge(start, end, points), out=far)
    return np.where(contains(polygon, points), -far, far)


def crosses(start: Floats, end: Floats, a: Floats, b: Floats) -> Bools:
    """(n,) whether the straight lines from `a` to `b`, both (n, 2), meet the piece from `start` to `end`, both (2,)."""
    side_a, side_b = _turn(start, end, a), _turn(start, end, b)
    side_start, side_end = _turn(a, b, start), _turn(a, b, end)
    met: Bools = (side_a * side_b <= 0.0) & (side_start * side_end <= 0.0) & ((side_a != 0.0) | (side_b != 0.0))
    return met


def shares_along(start: Floats, end: Floats, a: Floats, b: Floats) -> Floats:
    """(n,) 0 … 1, where on the piece from `start` to `end` the lines from `a` to `b`, both (n, 2), cross it."""
    side_start, side_end = _turn(a, b, start), _turn(a, b, end)
    apart = side_start - side_end
    share: Floats = np.clip(side_start / np.where(np.abs(apart) < TINY, np.inf, apart), 0.0, 1.0)
    return share


def _turn(a: Floats, b: Floats, c: Floats) -> Floats:
    """Twice the area of the triangles a, b, c: positive where c lies left of the way from a to b."""
    area: Floats = (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (c[..., 0] - a[..., 0])
    return area
