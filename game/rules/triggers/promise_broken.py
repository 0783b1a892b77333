"""A promise has been broken."""

from dataclasses import dataclass

from game.rules.triggers.trigger import Trigger
from game.world.world import World


@dataclass(frozen=True)
class PromiseBroken(Trigger):
    """Something promised to the coordinator has not come true."""

    def holds(self, world: World) -> bool:
        return world.talks is not None and any(promise.kept is False for promise in world.talks.promises)
