"""Time since the phase began."""

from dataclasses import dataclass

from game.rules.triggers.trigger import Trigger
from game.world.quantities import Duration
from game.world.world import TICK, World


@dataclass(frozen=True)
class Elapsed(Trigger):
    """`time` has passed since the phase began."""

    time: Duration

    def holds(self, world: World) -> bool:
        return (world.tick - world.script.since) * TICK >= self.time
