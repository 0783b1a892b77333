"""Mundur teratur: an ordered withdrawal."""

from dataclasses import dataclass
from typing import ClassVar

from game.rules.journey import SIDESTEP
from game.rules.stepping import Stepping
from game.world.units import Unit
from game.world.world import World


@dataclass(kw_only=True)
class Withdraw(Stepping):
    """Step back `metres` m in close ranks, facing the crowd: nobody turns their back on it; doctrine.md 2.6."""

    posture: ClassVar[str] = "mundur_teratur"
    direction: ClassVar[float] = -1.0

    @property
    def speed(self) -> float:
        return SIDESTEP

    def pace(self, world: World, unit: Unit) -> float:
        return SIDESTEP
