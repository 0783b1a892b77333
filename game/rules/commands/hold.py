"""Order a unit to stay where it is."""

from dataclasses import dataclass
from typing import ClassVar

from game.rules.commands.command import UnitOrder
from game.rules.tasks.hold import Hold as Holding
from game.world.reason import Reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Hold(UnitOrder):
    """`unit` stops, forgets what was queued, and dresses where it is."""

    of_any_type: ClassVar[bool] = True

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        return None

    def carry(self, world: World, unit: Unit) -> None:
        unit.take(Holding())
