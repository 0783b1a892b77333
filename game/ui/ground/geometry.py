"""Shapes cut and measured for drawing: polygons (m, 2) and lines (m, 2) in metres."""

from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


def box_of(points: npt.ArrayLike) -> Floats:
    """The corners of the upright box round `points` (m, 2): [[left, bottom], [right, top]]."""
    corners = np.asarray(points, float)
    return np.array([corners.min(axis=0), corners.max(axis=0)])


def main_direction(shape: npt.ArrayLike) -> Floats:
    """The unit vector (2,) along the longest edge of polygon `shape`."""
    corners = np.asarray(shape, float)
    edges = np.roll(corners, -1, axis=0) - corners
    longest: Floats = edges[np.argmax(np.hypot(*edges.T))]
    return longest / float(np.hypot(*longest))


def across(direction: Floats) -> Floats:
    """`direction` (2,) turned left by 90°."""
    return np.array([-direction[1], direction[0]])


def half_of(shape: npt.ArrayLike, normal: Floats) -> Floats:
    """The part of polygon `shape` on the side that `normal` (2,) points to, cut through its middle: (m, 2)."""
    corners = np.asarray(shape, float)
    height = corners @ normal
    height = height - (height.min() + height.max()) / 2
    kept: list[Floats] = []
    for (a, above_a), (b, above_b) in pairwise(zip([*corners, corners[0]], [*height, height[0]], strict=True)):
        if above_a >= 0:
            kept.append(a)
        if above_a * above_b < 0:
            kept.append(a + (b - a) * above_a / (above_a - above_b))
    return np.array(kept)


def chords(shape: npt.ArrayLike, direction: Floats, step: float) -> Floats:
    """Lines through polygon `shape`, square to `direction` and `step` m apart: (k, 2, 2) m."""
    corners = np.asarray(shape, float)
    along, aside = corners @ direction, corners @ across(direction)
    cuts = np.arange(along.min() + step / 2, along.max(), step)
    height = along - cuts[:, None]  # of each corner above each cut
    after, aside_after = np.roll(height, -1, axis=1), np.roll(aside, -1)
    crossing = (height >= 0) != (after >= 0)
    share = height / np.where(crossing, height - after, 1.0)
    met = np.sort(np.where(crossing, aside + share * (aside_after - aside), np.inf), axis=1)
    ends = met[:, : len(corners) // 2 * 2].reshape(len(cuts), len(corners) // 2, 2)  # every second length lies inside
    row, pair = np.nonzero(np.isfinite(ends[:, :, 1]))
    return cuts[row, None, None] * direction + ends[row, pair, :, None] * across(direction)


def spaced(line: npt.ArrayLike, step: float) -> Floats:
    """Points `step` m apart along `line`, its ends among them: (k, 2)."""
    points = np.asarray(line, float)
    done = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    at = np.linspace(0.0, done[-1], max(round(done[-1] / step), 1) + 1)
    return np.column_stack([np.interp(at, done, points[:, axis]) for axis in (0, 1)])


def dashes(line: npt.ArrayLike, on: float, off: float) -> list[Floats]:
    """The dashes of `line`: `on` m drawn, `off` m left out: [(2, 2) m, …]."""
    finest = spaced(line, (on + off) / 8)
    drawn = max(round(8 * on / (on + off)), 1)
    return [finest[[start, min(start + drawn, len(finest) - 1)]] for start in range(0, len(finest) - 1, 8)]
