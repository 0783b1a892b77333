"""People have seen shields."""

from dataclasses import dataclass
from typing import Literal

from game.rules.triggers.trigger import Trigger
from game.world.names import GroupName
from game.world.world import World


@dataclass(frozen=True)
class ShieldsSeen(Trigger):
    """The group `by` has seen officers with helmets and shields; `before` contact_made: before anybody talked to it."""

    by: GroupName
    before: Literal["contact_made"] | None = None

    def holds(self, world: World) -> bool:
        seen = world.script.shields_seen.get(self.by)
        if seen is None or self.before is None or world.talks is None:
            return seen is not None
        return world.talks.opened is None or seen < world.talks.opened
