"""Order a unit to a place."""

from dataclasses import dataclass

from game.rules.commands.command import Degrees, UnitOrder, no_room
from game.rules.tasks.move import Move as Marching
from game.world.quantities import Point
from game.world.reason import Reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Move(UnitOrder):
    """`unit` marches in its formation `to` m and faces `facing` degrees there; `run` for a short way."""

    to: Point
    facing: Degrees | None = None
    run: bool = False
    queue: bool = False

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        return no_room(world, unit, unit.formation, self.to, self.facing)

    def carry(self, world: World, unit: Unit) -> None:
        unit.take(Marching(to=self.to, facing=self.facing, run=self.run), self.queue)
