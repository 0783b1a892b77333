"""Lanes through a relief: where those who come up stand so that those who leave can step back between them."""

import numpy as np

from game.rules.formations.bersaf import DISTANCE, INTERVAL
from game.world.people import Floats

TOUCH = 0.42  # m between the middles of who leaves and who comes up at his shoulder, half turned; units.yaml
BESIDE = 0.8  # m along the front within which one dresses by those of the rank that leaves; an interval, bersaf.py


def posts(rank: Floats, files: int) -> Floats:
    """(files,) m along the front, from left to right: in the intervals of those who stand at `rank` (m,) m along it.

    Who is left over stands at intervals beyond, so that both flanks reach as far.
    """
    left = (files - 1) / 2.0  # intervals from the middle of the front to the post on the left
    off = (rank[0] / INTERVAL - left) % 1.0 - 0.5  # of an interval, to stand between them
    at: Floats = INTERVAL * (left + off - np.arange(files))
    return at


def depths(posts_at: Floats, rank: Floats) -> Floats:
    """(k,) m ahead of the front, less than 0 behind it, for who stands at each of `posts_at` (k,) m along it.

    Each is close behind those of the `rank` (m, 2) m that stand before him to either side.
    """
    aside = np.abs(posts_at[:, None] - rank[:, 1])
    beside = aside <= np.maximum(BESIDE, aside.min(axis=1, keepdims=True))  # beyond the flanks the last of it
    level = (beside * rank[:, 0]).sum(axis=1) / beside.sum(axis=1) - np.sqrt(TOUCH**2 - (INTERVAL / 2.0) ** 2)
    touching = rank[:, 0] - np.sqrt(np.maximum(TOUCH**2 - aside**2, 0.0))
    close: Floats = np.minimum(level, np.where(aside < TOUCH, touching, np.inf).min(axis=1))
    return close


def behind(files: Floats, count: int) -> Floats:
    """(count, 2) m, `count` officers in ranks whose first stands at `files` (k, 2) m.

    The last rank may be short and stands behind the middle files.
    """
    rank, file = np.divmod(np.arange(count), len(files))
    file = file + np.where(rank == rank.max(initial=0), -count % len(files) // 2, 0)
    places: Floats = files[file] - np.column_stack([DISTANCE * rank, np.zeros(count)])
    return places
