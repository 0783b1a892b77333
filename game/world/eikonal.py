"""Walking distance over a grid by the fast iterative method; Jeong and Whitaker 2008, SIAM J. Sci. Comput. 30:2512.

scikit-fmm would do it, but ships no wheel for Linux or macOS and so would ask trainees for a compiler. A front of cells
moves over the grid as one array; sweeping all cells along diagonals took four times as long (measured).
"""

import numpy as np

from game.world.people import Bools, Floats, Ints

SETTLED = 1e-4  # cells; a cell that betters less than this hands the front on to its neighbours; guess
FAR = 1e9  # cells, stands for no way: infinity less infinity would be no number


def walking_distance(free: Bools, start: Floats, cell: float) -> Floats:
    """(rows, columns) m from each free cell to the nearest start; inf where there is no way.

    `start` (rows, columns) holds the known distance of the start cells, inf elsewhere; `cell` is the grid's step in m.
    """
    known = free & np.isfinite(start)
    grid = np.pad(np.where(known, start / cell, FAR), 1, constant_values=FAR)
    far, width = grid.ravel(), grid.shape[1]
    beside = np.array([-1, 1, -width, width])
    open_cells = np.pad(free & ~known, 1).ravel()
    front = _new_front(far, np.flatnonzero(np.pad(known, 1)), beside, open_cells)
    while len(front):
        before, after = far[front], _arrival(far, front, width)
        far[front] = np.minimum(before, after)
        settled = before - after < SETTLED
        front = np.union1d(front[~settled], _new_front(far, front[settled], beside, open_cells))
    return np.where(grid < FAR, grid * cell, np.inf)[1:-1, 1:-1]


def _new_front(far: Floats, cells: Ints, beside: Ints, open_cells: Bools) -> Ints:
    """The neighbours of `cells` that these bring nearer, bettered already."""
    near = (cells + beside[:, None]).ravel()
    near = near[open_cells[near]]
    after = _arrival(far, near, int(beside[-1]))
    better = after < far[near] - SETTLED
    reached: Ints = near[better]
    far[reached] = after[better]
    return reached


def _arrival(far: Floats, cells: Ints, width: int) -> Floats:
    """Godunov's upwind solution of |∇far| = 1 at `cells`, from their four neighbours."""
    across = np.minimum(far.take(cells - 1), far.take(cells + 1))
    along = np.minimum(far.take(cells - width), far.take(cells + width))
    gap = np.minimum(np.abs(across - along), 1.0)
    nearer: Floats = np.minimum(across, along) + 0.5 * (gap + np.sqrt(2.0 - gap * gap))
    return nearer
