"""March to a place."""

from dataclasses import dataclass

import numpy as np

from game.rules import slots
from game.rules.journey import Journey
from game.world.people import Floats
from game.world.quantities import Point
from game.world.units import Unit
from game.world.world import World


@dataclass(kw_only=True)
class Move(Journey):
    """March in formation until its front's middle is at `to` m, and face `facing` degrees there."""

    to: Point
    facing: float | None = None  # degrees, None as it comes
    run: bool = False

    @property
    def hurries(self) -> bool:
        return self.run

    def target(self, unit: Unit) -> tuple[Floats, float | None]:
        return np.array(self.to), None if self.facing is None else float(np.radians(self.facing))

    def arrive(self, world: World, unit: Unit) -> None:
        slots.draw_up(world, unit, np.array(self.to), self.heading)
