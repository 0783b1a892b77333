"""Order a unit to withdraw in good order."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.rules.commands.command import UnitOrder, no_room_after
from game.rules.tasks.withdraw import Withdraw as Withdrawing
from game.world.reason import Reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Withdraw(UnitOrder):
    """Mundur teratur: `unit` steps back `metres` m in close ranks, facing the crowd."""

    metres: Annotated[float, Field(gt=0.0, le=60.0)]
    queue: bool = False

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        return no_room_after(world, unit, -self.metres)

    def carry(self, world: World, unit: Unit) -> None:
        unit.take(Withdrawing(metres=self.metres), self.queue)
