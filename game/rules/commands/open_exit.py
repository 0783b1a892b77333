"""Order a unit to open a way out."""

from dataclasses import dataclass

from game.rules.commands.command import UnitOrder
from game.rules.tasks import open_exit
from game.world.names import ZoneName
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class OpenExit(UnitOrder):
    """`unit` goes to the shut exit `exit` and opens it."""

    exit: ZoneName
    queue: bool = False

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        if self.exit not in world.ground.exits:
            return reason("unknown_exit", exit=self.exit)
        return None if self.exit in world.exits_shut else reason("exit_is_open", exit=self.exit)

    def carry(self, world: World, unit: Unit) -> None:
        unit.take(open_exit.OpenExit(exit=self.exit), self.queue)
