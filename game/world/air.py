"""What flies: stones and bottles as arrays, and the water of a cannon. Hits are the rules' business."""

from dataclasses import dataclass, field
from typing import Literal, Self

import numpy as np

from game.world.people import Floats, Ints

Mode = Literal["diffuse", "jet"]


@dataclass
class Missiles:
    """Everything thrown that has not come down yet, one row each."""

    position: Floats  # (k, 3) m, the third above ground
    velocity: Floats  # (k, 3) m/s
    thrower: Ints  # (k,) row of People
    event: Ints  # (k,) id of the event that told of the throw
    told: dict[str, list[int]] = field(default_factory=dict)  # event and group → tick and id of the latest
    struck: dict[str, int] = field(default_factory=dict)  # unit → how often it was struck since strain last counted

    @classmethod
    def none(cls) -> Self:
        """Nothing is in the air."""
        return cls(np.empty((0, 3)), np.empty((0, 3)), np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))


@dataclass
class Jet:
    """Water that a unit is spraying now."""

    at: Floats  # (2,) m, where it is aimed
    mode: Mode
    nozzle: Floats  # (2,) m
    event: int  # id of the latest event that told of it
