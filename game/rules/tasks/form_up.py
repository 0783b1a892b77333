"""Stand in a formation, here or at another place."""

from dataclasses import dataclass

import numpy as np

from game.rules import slots
from game.rules.journey import Journey
from game.world.people import Floats
from game.world.quantities import Point
from game.world.units import Formation, Unit
from game.world.world import World


@dataclass(kw_only=True)
class FormUp(Journey):
    """Stand in `formation`, None the present one, with its front's middle `at` a place, facing `facing` degrees."""

    formation: Formation | None = None
    at: Point | None = None  # m, None where the unit stands
    facing: float | None = None  # degrees, None as it comes

    @property
    def doing(self) -> str:
        return f"form.{self.formation.word}" if self.formation else "face"

    def target(self, unit: Unit) -> tuple[Floats, float | None]:
        at = unit.centre if self.at is None else np.array(self.at)
        return at, None if self.facing is None else float(np.radians(self.facing))

    def arrive(self, world: World, unit: Unit) -> None:
        unit.formation = self.formation or unit.formation
        slots.draw_up(world, unit, self.target(unit)[0], self.heading)
