"""Line abreast: the formation to hold, and to hold and press."""

import math
from dataclasses import dataclass

import numpy as np

from game.world.people import Floats
from game.world.units import Formation, Ranks

INTERVAL = 0.76  # m, middle to middle along the front; crowd-model.md 4 (30 in, normal interval)
DISTANCE = 0.9  # m, from rank to rank, an arm's length and a body; guess
MOST_RANKS = 6


@dataclass(frozen=True)
class Bersaf(Formation):
    """Line abreast in `ranks` ranks behind each other."""

    ranks: Ranks = 2

    def places(self, count: int) -> Floats:
        return block(count, self.ranks, INTERVAL, DISTANCE)

    def fitted(self, count: int, frontage: float) -> "Bersaf":
        files = max(1, round(frontage / INTERVAL) + 1)
        return Bersaf(min(MOST_RANKS, math.ceil(count / files)))


def block(count: int, ranks: int, interval: float, distance: float) -> Floats:
    """(count, 2) m, `ranks` ranks `distance` m behind each other, `interval` m from file to file."""
    files = math.ceil(count / ranks)
    rank, file = np.divmod(np.arange(count), max(files, 1))
    in_rank = np.where(rank == rank.max(initial=0), count - files * rank, files)  # the last may be short
    left = (in_rank - 1) / 2 - file  # the middle of every rank stands behind the middle of the front
    return np.column_stack([-distance * rank, interval * left])
