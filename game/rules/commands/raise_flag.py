"""Declare a higher flag."""

from dataclasses import dataclass
from typing import ClassVar

from game.rules.commands.command import FlagOrder
from game.world.events import Event
from game.world.reason import Reason, reason


@dataclass(frozen=True)
class FlagRaised(Event):
    """The commander has declared a higher `flag`."""

    flag: str
    before: str


@dataclass(frozen=True)
class RaiseFlag(FlagOrder):
    """`flag` is up, a higher one than before."""

    direction: ClassVar[int] = 1

    def contrary(self, before: str) -> Reason:
        return reason("flag_not_higher", flag=self.flag, before=before)

    def told(self, before: str) -> FlagRaised:
        return FlagRaised(flag=self.flag, before=before)
