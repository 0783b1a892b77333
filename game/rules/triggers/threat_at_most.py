"""The measured threat has come down to a class."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.rules.triggers.trigger import Trigger
from game.world.quantities import Duration
from game.world.world import World


@dataclass(frozen=True)
class ThreatAtMost(Trigger):
    """The threat is of `class` 1 … 5 or less, for as long as `for`."""

    class_: Annotated[int, Field(alias="class", ge=1, le=5)]
    for_: Annotated[Duration, Field(alias="for")] = 0.0

    def holds(self, world: World) -> bool:
        return world.threat <= self.class_
