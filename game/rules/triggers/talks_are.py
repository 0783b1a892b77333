"""How the talks stand."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.rules.triggers.trigger import Trigger
from game.world.quantities import Duration
from game.world.talks import Standing
from game.world.world import World


@dataclass(frozen=True)
class TalksAre(Trigger):
    """The talks with the coordinator are none yet, open, agreed or broken, for as long as `for`."""

    standing: Standing
    for_: Annotated[Duration, Field(alias="for")] = 0.0

    def holds(self, world: World) -> bool:
        return world.talks is not None and world.talks.standing == self.standing
