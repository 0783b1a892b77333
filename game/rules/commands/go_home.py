"""The coordinator calls it a day."""

from dataclasses import dataclass

from game.rules import going
from game.rules.commands.command import Inject
from game.world.events import Event
from game.world.names import GroupName
from game.world.reason import Reason, reason
from game.world.world import World

CALLED = 0.9  # how much those who are told that it is over mean to go home, 0 … 1; guess


@dataclass(frozen=True)
class CalledHome(Event):
    """The coordinator of `group` tells it to go home."""

    group: str


@dataclass(frozen=True)
class GoHome(Inject):
    """Everyone of `group` who is there is told that it is over; the angry stay."""

    group: GroupName

    def check(self, world: World, seat: str) -> Reason | None:
        if all(group.name != self.group for group in world.groups):
            return reason("unknown_group", group=self.group)
        return super().check(world, seat)

    def apply(self, world: World, seat: str) -> None:
        rows = next(group.rows for group in world.groups if group.name == self.group)
        world.say(CalledHome(group=self.group, actor=seat))
        going.call(world, rows, CALLED)
