"""Who is near whom."""

import numpy as np

from game.world.cells import Cells, cells, nearest_to
from game.world.compiled import compiled
from game.world.people import NOBODY, Bools, Floats, Ints

SQUARES_PER_RADIUS = (
    10  # a circle to count in is cut into squares of a tenth of its radius: its area is right to 2 %; guess
)


class Near:
    """The places of some rows of People at one moment."""

    def __init__(self, points: Floats, mask: Bools) -> None:
        """Remember the rows of `points` (n, 2) m where `mask` (n,)."""
        self.rows: Ints = np.flatnonzero(mask)
        self.points = points[self.rows]
        self._count = len(points)
        self.cells: Cells = cells(self.points, self.rows)

    def nearest(self, queries: Floats, k: int, radius: float) -> tuple[Floats, Ints]:
        """Distance and row, both (m, k), of the `k` nearest to `queries` (m, 2) within `radius` m, oneself included.

        Where there are fewer, distance is inf and row -1.
        """
        return _nearest(np.ascontiguousarray(queries), k, float(radius), self.cells)

    def count(self, queries: Floats, radius: float) -> Floats:
        """(m,) how many stand within `radius` m of `queries` (m, 2), themselves included."""
        return self.weight(queries, radius, np.ones(self._count))

    def weight(self, queries: Floats, radius: float, weights: Floats) -> Floats:
        """(m,) sum of `weights` (n,) of the rows within `radius` m of `queries` (m, 2).

        Counted on squares, not person by person: the cost does not grow with how many stand there.
        """
        square = radius / SQUARES_PER_RADIUS
        everyone = np.concatenate([self.points, queries])
        if not len(everyone):
            return np.zeros(0)
        low = everyone.min(axis=0)
        columns, rows = ((everyone.max(axis=0) - low) / square).astype(np.intp) + 1
        here = ((self.points - low) / square).astype(np.intp)
        held = np.bincount(here[:, 1] * columns + here[:, 0], weights[self.rows], int(columns * rows))
        summed = _sum_in_circles(held.astype(np.float64).reshape(rows, columns))
        asked = ((queries - low) / square).astype(np.intp)
        answer: Floats = summed[asked[:, 1], asked[:, 0]]
        return answer


@compiled
def _nearest(queries: Floats, k: int, radius: float, there: Cells) -> tuple[Floats, Ints]:
    distance, row = np.full((len(queries), k), np.inf), np.full((len(queries), k), NOBODY)
    for i in range(len(queries)):
        nearest_to(queries[i, 0], queries[i, 1], radius, there, distance[i], row[i])
    return distance, row


def _sum_in_circles(held: Floats) -> Floats:
    """(ny, nx) sums of `held` (ny, nx) over the squares whose middles lie within SQUARES_PER_RADIUS squares."""
    r = SQUARES_PER_RADIUS
    ny, nx = held.shape
    running = np.zeros((ny + 2 * r, nx + 2 * r + 2))
    np.cumsum(np.pad(held, r), axis=1, out=running[:, 1:-1])
    running[:, -1] = running[:, -2]
    summed = np.zeros((ny, nx))
    for dy in range(-r, r + 1):
        half = int(np.sqrt(r * r - dy * dy))
        row = running[r + dy : r + dy + ny]
        summed += row[:, r + half + 1 : r + half + 1 + nx] - row[:, r - half : r - half + nx]
    return summed
