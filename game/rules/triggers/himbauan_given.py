"""A himbauan has been given."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.rules.triggers.trigger import Trigger
from game.world.world import World


@dataclass(frozen=True)
class HimbauanGiven(Trigger):
    """Some unit has given himbauan `level` 1 … 3."""

    level: Annotated[int, Field(ge=1, le=3)]

    def holds(self, world: World) -> bool:
        return any(self.level in unit.warned_at for unit in world.units.values())
