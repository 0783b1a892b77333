"""Order a unit into a formation."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np
from pydantic import Field

from game.rules import driving, slots
from game.rules.commands.command import Degrees, UnitOrder, no_room
from game.rules.tasks.drive import Drive
from game.rules.tasks.form_up import FormUp
from game.world.quantities import Point
from game.world.reason import Reason, reason
from game.world.units import Formation, Unit
from game.world.world import World


@dataclass(frozen=True)
class Form(UnitOrder):
    """`unit` stands in `formation`, its front `at` m facing `facing` degrees; a drawn `frontage` m sets its ranks."""

    formation: Formation
    at: Point | None = None
    facing: Degrees | None = None
    frontage: Annotated[float, Field(gt=0.0, le=200.0)] | None = None
    queue: bool = False

    @property
    def detail(self) -> str:
        return self.formation.word

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        if self.formation.word not in unit.type.formations:
            return reason("formation_not_trained", unit=unit.label, formation=self.formation.word)
        if unit.type.vehicle is not None:
            return None if self.at is None else driving.refuses(world, unit, np.array(self.at))
        return no_room(world, unit, self.fitted(world, unit), self.at, self.facing)

    def carry(self, world: World, unit: Unit) -> None:
        formation = self.fitted(world, unit)
        on_foot = FormUp(formation=formation, at=self.at, facing=self.facing)
        on_wheels = Drive(formation=formation, to=self.at, facing=self.facing)
        unit.take(on_wheels if unit.type.vehicle else on_foot, self.queue)

    def fitted(self, world: World, unit: Unit) -> Formation:
        """The formation as it will stand."""
        count = len(slots.on_feet(world, unit))
        return self.formation if self.frontage is None else self.formation.fitted(count, self.frontage)
