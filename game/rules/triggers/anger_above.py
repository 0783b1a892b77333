"""A group is angry."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.rules.triggers.trigger import Trigger
from game.world.names import GroupName
from game.world.quantities import Duration
from game.world.world import World


@dataclass(frozen=True)
class AngerAbove(Trigger):
    """The anger of `group`, averaged over those present, is above `value` 0 … 1, for as long as `for`."""

    group: GroupName
    value: Annotated[float, Field(ge=0, le=1)]
    for_: Annotated[Duration, Field(alias="for")] = 0.0

    def holds(self, world: World) -> bool:
        there = world.of_group(self.group) & world.people.present
        return bool(there.any()) and float(world.people.anger[there].mean()) > self.value
