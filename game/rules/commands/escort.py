"""Order a unit to lead the delegation."""

from dataclasses import dataclass

from game.rules.commands.command import UnitOrder
from game.rules.tasks import escort
from game.world.names import ZoneName
from game.world.reason import Reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Escort(UnitOrder):
    """`unit` fetches the delegates, leads them to the zone `to`, and back once they were heard."""

    to: ZoneName
    queue: bool = False

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        return None if self.queue else escort.refuses(world, unit, self.to)

    def carry(self, world: World, unit: Unit) -> None:
        unit.take(escort.Escort(to=self.to), self.queue)
