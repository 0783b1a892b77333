"""A delegation has been heard."""

from dataclasses import dataclass

from game.rules.triggers.trigger import Trigger
from game.world.world import World


@dataclass(frozen=True)
class DelegationReceived(Trigger):
    """Delegates of the crowd have been heard inside."""

    def holds(self, world: World) -> bool:
        return world.talks is not None and world.talks.received > 0
