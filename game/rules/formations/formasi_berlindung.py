"""Close ranks under shields: the formation to bear stones."""

from dataclasses import dataclass

from game.rules.formations.bersaf import block
from game.world.people import Floats
from game.world.units import Formation, Ranks

INTERVAL = 0.56  # m, middle to middle: shoulders of 0.48 m touch, shields overlap; guess
DISTANCE = 0.60  # m, from rank to rank: a shield held overhead covers who stands before; guess


@dataclass(frozen=True)
class FormasiBerlindung(Formation):
    """Shelter: `ranks` close ranks, the first with shields before it, the others with shields overhead."""

    ranks: Ranks = 3

    def places(self, count: int) -> Floats:
        return block(count, self.ranks, INTERVAL, DISTANCE)
