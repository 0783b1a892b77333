"""Across a street, aslant: the formation to turn a crowd off into a side street."""

from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from game.rules.formations.bersaf import DISTANCE, INTERVAL, block
from game.rules.slots import turned
from game.world.people import Floats
from game.world.units import Formation, Ranks

Side = Literal["kanan", "kiri"]


@dataclass(frozen=True)
class Melintang(Formation):
    """Oblique line that turns the crowd off to its right (kanan) or left (kiri): the wing on that side is held back.

    Everyone faces square to the line, which stands at `angle` to the unit's front.
    """

    side: Side = "kanan"
    angle: Annotated[float, Field(ge=15.0, le=60.0)] = 45.0  # degrees; doctrine.md 2.3 names it, value: guess
    ranks: Ranks = 2

    def places(self, count: int) -> Floats:
        places = turned(block(count, self.ranks, INTERVAL, DISTANCE), self._turn)
        places[:, 0] -= places[:, 0].max(initial=0.0) if count else 0.0
        places[:, 1] -= places[:, 1].mean() if count else 0.0
        return places

    def headings(self, count: int) -> Floats:
        return np.full(count, self._turn)

    @property
    def _turn(self) -> float:
        """Rad, from the way the unit faces to the way its officers face."""
        return float(np.radians(-self.angle if self.side == "kanan" else self.angle))
