"""Let a rumour begin."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.rules import rumours
from game.rules.commands.command import Inject
from game.world.events import Event
from game.world.names import GroupName
from game.world.reason import Reason, reason
from game.world.world import World

Belief = Annotated[float, Field(ge=-0.3, le=0.3)]  # crowd-model.md 3.5.9 has 0.1 either way; guess


@dataclass(frozen=True)
class RumourBegan(Event):
    """A few of `group` have begun to tell something; nobody on the square is told."""

    group: str


@dataclass(frozen=True)
class Rumour(Inject):
    """A few of `group` begin to tell something; each who comes to believe it trusts the police so much more or less."""

    group: GroupName
    trust: Belief

    def check(self, world: World, seat: str) -> Reason | None:
        if all(group.name != self.group for group in world.groups):
            return reason("unknown_group", group=self.group)
        return super().check(world, seat)

    def apply(self, world: World, seat: str) -> None:
        told = world.say(RumourBegan(group=self.group, actor=seat))
        members = next(group.rows for group in world.groups if group.name == self.group)
        rumours.begin(world, members, self.trust, told)
