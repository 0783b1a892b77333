"""Ring: around a person who must be brought through."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np
from pydantic import Field

from game.rules.formations.bersaf import INTERVAL
from game.world.people import Floats
from game.world.units import Formation


@dataclass(frozen=True)
class Lingkar(Formation):
    """Protective ring (lingkar perlindungan VIP): everyone faces outward, the protected are in its middle.

    Common sense, found in no source; doctrine.md 2.3.
    """

    radius: Annotated[float, Field(ge=1.0, le=30.0)] = 1.5  # m at least: two protected and their arms; guess

    def places(self, count: int) -> Floats:
        at, radius = self.headings(count), self._radius(count)
        return radius * np.column_stack([np.cos(at) - np.cos(at).max(initial=-1.0), np.sin(at)])

    def headings(self, count: int) -> Floats:
        return np.pi - 2.0 * np.pi * (np.arange(count) + 0.5) / max(count, 1)  # by the left, the front and the right

    def fitted(self, count: int, frontage: float) -> "Lingkar":
        return Lingkar(float(np.clip(frontage / 2.0, 1.0, 30.0)))

    def _radius(self, count: int) -> float:
        """M, the smallest that leaves everyone an interval."""
        return max(self.radius, INTERVAL / (2.0 * float(np.sin(np.pi / max(count, 2)))))
