"""News that moves a group."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.rules import mood
from game.rules.commands.command import Inject
from game.world.events import Event
from game.world.names import GroupName
from game.world.reason import Reason, reason
from game.world.world import World

Change = Annotated[float, Field(ge=-1.0, le=1.0)]


@dataclass(frozen=True)
class NewsSpread(Event):
    """News goes round in `group`; what it does inside people is not told."""

    group: str


@dataclass(frozen=True)
class Mood(Inject):
    """Everyone of `group` who is there feels so much more anger, trust, fear, unity, or less."""

    group: GroupName
    anger: Change = 0.0
    trust: Change = 0.0
    fear: Change = 0.0
    unity: Change = 0.0

    def check(self, world: World, seat: str) -> Reason | None:
        if all(group.name != self.group for group in world.groups):
            return reason("unknown_group", group=self.group)
        return super().check(world, seat)

    def apply(self, world: World, seat: str) -> None:
        rows = next(group.rows for group in world.groups if group.name == self.group)
        there = rows[world.people.present[rows]]
        told = world.say(NewsSpread(group=self.group, actor=seat))
        changes = {"anger": self.anger, "trust": self.trust, "fear": self.fear, "unity": self.unity}
        mood.hear(world, there, **changes, cause="news", event=told)
