"""Walking distance over a grid: the eikonal equation in two queues; Bak, McLaughlin, Renzi 2010, SIAM J. Sci. Comp. 32.

A cell that has become nearer asks its neighbours again, the near band of the ground before the next: each is reckoned
twice; in one queue, where some ground is slow, twelve times; measured. scikit-fmm would do it, but ships no wheel for
Linux or macOS and so would ask trainees for a compiler.
"""

import numpy as np

from game.world.compiled import compiled, inlined
from game.world.people import Bools, Floats, Ints

SETTLED = 1e-4  # cells; a cell that betters less than this is left as it is; guess
BAND = 4.0  # cells of distance that are settled before the next; any from 1 to 16 takes as long; measured
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
    """Better `far` (k,) cells from `starts` on, band by band, until none betters; none is on two lists."""
    now, then, later = np.empty(len(far), np.int64), np.empty(len(far), np.int64), np.empty(len(far), np.int64)
    idle = open_cells.copy()  # open, and on no list
    within, count = 0.0, 0
    for start in starts:
        count = _ask_round(start, far, idle, width, later, count)
    while count:
        within += BAND
        asked, count = _split(later, count, far, within, width, now)
        while asked:
            following = 0
            for k in range(asked):
                cell = now[k]
                idle[cell] = True
                after = _arrival(far, slowness[cell], cell, width)
                if after < far[cell] - SETTLED:
                    far[cell] = after
                    if after < within:
                        following = _ask_round(cell, far, idle, width, then, following)
                    else:
                        count = _ask_round(cell, far, idle, width, later, count)
            now, then, asked = then, now, following


@inlined
def _ask_round(cell: int, far: Floats, idle: Bools, width: int, waiting: Ints, count: int) -> int:
    """Put the `idle` neighbours of `cell` that are farther than it on the list `waiting`; how many it has then."""
    for beside in (cell - 1, cell + 1, cell - width, cell + width):
        if idle[beside] and far[beside] > far[cell]:
            waiting[count], idle[beside] = beside, False
            count += 1
    return count


@inlined
def _split(later: Ints, count: int, far: Floats, within: float, width: int, now: Ints) -> tuple[int, int]:
    """Move those of `later` that have a neighbour nearer than `within` to `now`; how many each list has then."""
    moved = kept = 0
    for k in range(count):
        cell = later[k]
        if min(far[cell - 1], far[cell + 1], far[cell - width], far[cell + width]) < within:
            now[moved] = cell
            moved += 1
        else:
            later[kept] = cell
            kept += 1
    return moved, kept


@inlined
def _arrival(far: Floats, slowness: float, cell: int, width: int) -> float:
    """Godunov's upwind solution of |∇far| = `slowness` at `cell`, from its four neighbours."""
    across, along = min(far[cell - 1], far[cell + 1]), min(far[cell - width], far[cell + width])
    gap = min(abs(across - along), slowness)
    return float(min(across, along) + 0.5 * (gap + np.sqrt(2.0 * slowness * slowness - gap * gap)))
