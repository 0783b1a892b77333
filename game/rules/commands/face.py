"""Order a unit to face another way."""

from dataclasses import dataclass

from game.rules.commands.command import Degrees, UnitOrder, no_room
from game.rules.tasks.drive import Drive
from game.rules.tasks.form_up import FormUp
from game.world.reason import Reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Face(UnitOrder):
    """`unit` faces `facing` degrees where it stands."""

    facing: Degrees
    queue: bool = False

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        return None if unit.type.vehicle else no_room(world, unit, unit.formation, None, self.facing)

    def carry(self, world: World, unit: Unit) -> None:
        unit.take(Drive(facing=self.facing) if unit.type.vehicle else FormUp(facing=self.facing), self.queue)
