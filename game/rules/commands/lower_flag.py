"""Declare a lower flag."""

from dataclasses import dataclass
from typing import ClassVar

from game.rules.commands.command import FlagOrder
from game.world.events import Event
from game.world.reason import Reason, reason


@dataclass(frozen=True)
class FlagLowered(Event):
    """The commander has declared a lower `flag`."""

    flag: str
    before: str


@dataclass(frozen=True)
class LowerFlag(FlagOrder):
    """`flag` is up, a lower one than before."""

    direction: ClassVar[int] = -1

    def contrary(self, before: str) -> Reason:
        return reason("flag_not_lower", flag=self.flag, before=before)

    def told(self, before: str) -> FlagLowered:
        return FlagLowered(flag=self.flag, before=before)
