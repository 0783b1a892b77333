"""A way out that closes."""

from dataclasses import dataclass

from game.rules.commands.command import Inject
from game.world.events import Event
from game.world.names import ZoneName
from game.world.reason import Reason, reason
from game.world.world import World


@dataclass(frozen=True)
class ExitShut(Event):
    """Nobody can leave by `exit` any more; the actor is who gave it out."""

    exit: str


@dataclass(frozen=True)
class ShutExit(Inject):
    """The exit `exit` closes: whoever meant to leave by it turns to another that is open."""

    exit: ZoneName

    def check(self, world: World, seat: str) -> Reason | None:
        if self.exit not in world.ground.exits:
            return reason("unknown_exit", exit=self.exit)
        return super().check(world, seat)

    def apply(self, world: World, seat: str) -> None:
        if self.exit not in world.exits_shut:
            world.exits_shut.append(self.exit)
            world.say(ExitShut(exit=self.exit, actor=seat))
