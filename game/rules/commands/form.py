"""Order a unit into a formation."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.rules import slots
from game.rules.commands.command import Degrees, UnitOrder, no_room
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
        return no_room(world, unit, self.fitted(world, unit), self.at, self.facing)

    def carry(self, world: World, unit: Unit) -> None:
        unit.take(FormUp(formation=self.fitted(world, unit), at=self.at, facing=self.facing), self.queue)

    def fitted(self, world: World, unit: Unit) -> Formation:
        """The formation as it will stand."""
        count = len(slots.on_feet(world, unit))
        return self.formation if self.frontage is None else self.formation.fitted(count, self.frontage)
