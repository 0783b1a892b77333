"""A group has gone home."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.rules.triggers.trigger import Trigger
from game.world.names import GroupName
from game.world.world import World


@dataclass(frozen=True)
class GroupGone(Trigger):
    """At least `share` 0 … 1 of `group` has gone home."""

    group: GroupName
    share: Annotated[float, Field(gt=0, le=1)] = 1.0

    def holds(self, world: World) -> bool:
        return float(world.people.left[world.of_group(self.group)].mean()) >= self.share
