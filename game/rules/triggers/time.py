"""Time since the exercise began."""

from dataclasses import dataclass

from game.rules.triggers.trigger import Trigger
from game.world.quantities import Duration
from game.world.world import World


@dataclass(frozen=True)
class Time(Trigger):
    """`time` has passed since the exercise began."""

    time: Duration

    def holds(self, world: World) -> bool:
        return world.seconds >= self.time
