"""Order a unit to a place."""

from dataclasses import dataclass

import numpy as np

from game.rules import driving
from game.rules.commands.command import Degrees, UnitOrder, no_room
from game.rules.tasks.drive import Drive
from game.rules.tasks.move import Move as Marching
from game.world.quantities import Point
from game.world.reason import Reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Move(UnitOrder):
    """`unit` marches in its formation `to` m and faces `facing` degrees there; `run` for a short way; wheels drive."""

    to: Point
    facing: Degrees | None = None
    run: bool = False
    queue: bool = False

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        if unit.type.vehicle is not None:
            return driving.refuses(world, unit, np.array(self.to))
        return no_room(world, unit, unit.formation, self.to, self.facing)

    def carry(self, world: World, unit: Unit) -> None:
        on_foot = Marching(to=self.to, facing=self.facing, run=self.run)
        on_wheels = Drive(to=self.to, facing=self.facing)
        unit.take(on_wheels if unit.type.vehicle else on_foot, self.queue)
