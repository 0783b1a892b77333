"""Order a unit to give a himbauan."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.rules.commands.command import UnitOrder
from game.rules.himbauan import Tool
from game.rules.tasks import warn
from game.rules.tasks.warn import Level
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import World

MOST = 600  # characters, two minutes; guess


@dataclass(frozen=True)
class Warn(UnitOrder):
    """`unit` gives himbauan `level` 1 … 3 by loudhailer; queued, its turn is judged when it comes.

    It is said in the words `text`, or in the standard wording, which in the third names the tools `names`.
    """

    level: Level
    queue: bool = False
    text: Annotated[str, Field(max_length=MOST)] = ""
    names: tuple[Tool, ...] = ()

    @property
    def detail(self) -> str:
        return str(self.level)

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        if unit.type.reach <= 0.0:
            return reason("no_loudhailer", unit=unit.label)
        return None if self.queue else warn.refuses(world, unit, self.level)

    def carry(self, world: World, unit: Unit) -> None:
        unit.take(warn.Warn(self.level, self.text.strip(), self.names), self.queue)
