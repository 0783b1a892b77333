"""Walking distance over a grid by fast sweeping; Zhao 2005, Math. Comp. 74:603.

scikit-fmm would do it, but ships no wheel for Linux or macOS and so would ask trainees for a compiler.
"""

import numpy as np

from game.world.people import Bools, Floats, Ints

ROUNDS = 12  # four sweeps each; a way with more turns than that is a labyrinth, not a town
SETTLED = 1e-3  # m, a round that betters no cell by more than this is the last


def walking_distance(free: Bools, start: Floats, cell: float) -> Floats:
    """(rows, columns) m from each free cell to the nearest start; inf where there is no way.

    `start` (rows, columns) holds the known distance of the start cells, inf elsewhere; `cell` is the grid's step in m.
    """
    time = np.full((free.shape[0] + 2, free.shape[1] + 2), np.inf)
    time[1:-1, 1:-1] = np.where(free, start, np.inf)
    open_cells = np.zeros(time.shape, dtype=bool)
    open_cells[1:-1, 1:-1] = free & (start > 0.0)
    width, flat = time.shape[1], time.ravel()
    down, up = _diagonals(open_cells), _diagonals(open_cells[:, ::-1], mirrored=True)
    for _ in range(ROUNDS):
        before = flat.copy()
        for sweep in (down, down[::-1], up, up[::-1]):
            for cells in sweep:
                flat[cells] = np.minimum(flat[cells], _arrival(flat, cells, width, cell))
        finite = np.isfinite(before)
        if np.array_equal(finite, np.isfinite(flat)) and not (before[finite] - flat[finite] > SETTLED).any():
            break
    return time[1:-1, 1:-1].copy()


def _arrival(time: Floats, cells: Ints, width: int, step: float) -> Floats:
    """Godunov's upwind solution of |∇t| = 1 at `cells`, from their four neighbours."""
    across = np.minimum(time[cells - 1], time[cells + 1])
    along = np.minimum(time[cells - width], time[cells + width])
    low, high = np.minimum(across, along), np.maximum(across, along)
    gap = np.minimum(high, low + step, where=np.isfinite(low), out=np.zeros_like(low)) - np.where(
        np.isfinite(low), low, 0
    )
    both: Floats = low + (gap + np.sqrt(2.0 * step * step - gap * gap)) / 2.0
    return both


def _diagonals(cells: Bools, mirrored: bool = False) -> list[Ints]:
    """Flat indices of `cells`, one array per anti-diagonal: no two cells of one depend on each other."""
    flat = np.arange(cells.size).reshape(cells.shape)
    rows, columns = np.nonzero(cells)
    order = np.argsort(rows + columns, kind="stable")
    index = (flat[:, ::-1] if mirrored else flat)[rows, columns][order]
    return np.split(index, np.flatnonzero(np.diff((rows + columns)[order])) + 1)
