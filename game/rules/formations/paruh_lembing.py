"""Spearhead: the formation to open a way through a crowd."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np
from pydantic import Field

from game.world.people import Floats
from game.world.units import Formation


@dataclass(frozen=True)
class ParuhLembing(Formation):
    """Spearhead (wedge): a V pointing at the crowd, to open a path through it."""

    spacing: Annotated[float, Field(ge=0.7, le=3.0)] = 0.9  # m along each arm: still closed by arms; ranks.py, guess
    half_angle: Annotated[float, Field(ge=25.0, le=60.0)] = 35.0  # degrees off the way it faces; doctrine.md 2.3, guess

    def places(self, count: int) -> Floats:
        rank = (np.arange(count) + 1) // 2  # the tip first, then pairs
        side = np.where(np.arange(count) % 2, 1.0, -1.0)  # an arm to the left, the other to the right
        angle = np.radians(self.half_angle)
        places: Floats = self.spacing * np.column_stack([-np.cos(angle) * rank, np.sin(angle) * rank * side])
        return places
