"""Tell everyone, or one, something."""

from dataclasses import dataclass

from game.rules.commands.command import Inject
from game.world.events import Event
from game.world.quantities import Text
from game.world.world import World

EVERYONE = "all"


@dataclass(frozen=True)
class Said(Event):
    """Words from outside the square: a report, a call, a caption."""

    text: Text
    to: str


@dataclass(frozen=True)
class Say(Inject):
    """`text` is told `to` all or to a seat."""

    text: Text
    to: str = EVERYONE

    def apply(self, world: World, seat: str) -> None:
        world.say(Said(text=self.text, to=self.to, actor=seat))
