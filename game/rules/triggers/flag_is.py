"""A flag is up."""

from dataclasses import dataclass
from typing import Literal

from game.rules.triggers.trigger import Trigger
from game.world.world import World


@dataclass(frozen=True)
class FlagIs(Trigger):
    """The commander has declared `flag`."""

    flag: Literal["hijau", "kuning", "merah"]

    def holds(self, world: World) -> bool:
        return world.flag == self.flag
