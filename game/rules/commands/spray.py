"""Order a water cannon to spray."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np
from pydantic import Field

from game.rules import water
from game.rules.commands.command import UnitOrder
from game.rules.tasks.spray import LONGEST
from game.rules.tasks.spray import Spray as Spraying
from game.world.air import Mode
from game.world.causes import NO_EVENT
from game.world.quantities import Duration, Point
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Spray(UnitOrder):
    """`unit` sprays water `at` a place m, a `jet` or `diffuse`, `for` a time; queued, it is judged when it comes."""

    at: Point
    mode: Mode
    for_: Annotated[Duration, Field(alias="for", gt=0.0, le=LONGEST)] = 10.0
    queue: bool = False

    @property
    def detail(self) -> str:
        return self.mode

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        at = np.array(self.at)
        if self.mode not in unit.type.pumps or not unit.type.vehicle:
            return reason("no_nozzle", unit=unit.label)
        if not world.ground.inside(at[None])[0]:
            return reason("outside")
        jet = water.aimed(world, unit, at, self.mode, NO_EVENT)
        return None if self.queue else water.refuses(world, unit, jet)

    def carry(self, world: World, unit: Unit) -> None:
        unit.take(Spraying(at=self.at, mode=self.mode, for_=self.for_), self.queue)
