"""Order a unit to guard a place."""

from dataclasses import dataclass

from game.rules.commands.command import UnitOrder
from game.rules.tasks.guard import Guard as Guarding
from game.rules.tasks.guard import best_side
from game.world.names import ZoneName
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Guard(UnitOrder):
    """`unit` takes post before `zone`, on the side from which people can come, faces out and stays."""

    zone: ZoneName
    queue: bool = False

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        zone = world.ground.zones.get(self.zone)
        if zone is None:
            return reason("unknown_zone", zone=self.zone)
        return None if best_side(world, unit, zone) else reason("nowhere_to_guard", zone=self.zone)

    def carry(self, world: World, unit: Unit) -> None:
        unit.take(Guarding(zone=self.zone), self.queue)
