"""Declare a lower flag."""

from dataclasses import dataclass

from game.rules import authority
from game.rules.commands.command import FlagName
from game.world.events import Event
from game.world.ladder import FLAGS
from game.world.reason import Reason, reason
from game.world.world import Command, World


@dataclass(frozen=True)
class FlagLowered(Event):
    """The commander has declared a lower `flag`."""

    flag: str
    before: str


@dataclass(frozen=True)
class LowerFlag(Command):
    """`flag` is up, a lower one than before."""

    flag: FlagName

    @property
    def doing(self) -> str:
        return f"{self.word}.{self.flag}"

    def check(self, world: World, seat: str) -> Reason | None:
        if self.flag == world.flag:
            return reason("flag_already", flag=self.flag)
        if FLAGS.index(self.flag) > FLAGS.index(world.flag):
            return reason("flag_not_lower", flag=self.flag, before=world.flag)
        return authority.refuses(world, seat, self.word, self.flag)

    def apply(self, world: World, seat: str) -> None:
        world.flag, before = self.flag, world.flag
        world.say(FlagLowered(flag=self.flag, before=before, actor=seat))
