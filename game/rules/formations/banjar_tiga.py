"""Three files: the formation to hold ready and to march in."""

from dataclasses import dataclass

import numpy as np

from game.world.people import Floats
from game.world.units import Formation

FILES = 3  # doctrine.md 2.2: three files of ten
INTERVAL = 0.76  # m, middle to middle from file to file; crowd-model.md 4 (30 in, normal interval)
DISTANCE = 1.1  # m, from rank to rank: room for a pace of 0.65 m behind a body; doctrine.md 2.3, value: guess


@dataclass(frozen=True)
class BanjarTiga(Formation):
    """Column of three files, one rank behind the other."""

    def places(self, count: int) -> Floats:
        rank, file = np.divmod(np.arange(count), FILES)
        in_rank = np.minimum(FILES, count - FILES * rank)  # the last rank may be short
        return np.column_stack([-DISTANCE * rank, INTERVAL * ((in_rank - 1) / 2 - file)])
