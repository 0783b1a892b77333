"""Order a unit to push a crowd back."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.rules.commands.command import UnitOrder, no_room_after
from game.rules.tasks.push import Push as Pushing
from game.world.reason import Reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Push(UnitOrder):
    """Dorong maju: `unit` pushes straight ahead for `metres` m; `stepwise`, desak maju: step, halt, dress, step."""

    metres: Annotated[float, Field(gt=0.0, le=20.0)]
    stepwise: bool = False
    queue: bool = False

    @property
    def doing(self) -> str:
        return "push.stepwise" if self.stepwise else "push"

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        return no_room_after(world, unit, self.metres)

    def carry(self, world: World, unit: Unit) -> None:
        unit.take(Pushing(metres=self.metres, stepwise=self.stepwise), self.queue)
