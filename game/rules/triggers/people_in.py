"""A number of people is in a zone."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.rules.triggers.trigger import Trigger
from game.world.names import GroupName, ZoneName
from game.world.quantities import Duration
from game.world.world import World


@dataclass(frozen=True)
class PeopleIn(Trigger):
    """At least `at_least` civilians, of `group` if one is named, are in `zone`, for as long as `for`."""

    zone: ZoneName
    at_least: Annotated[int, Field(ge=1)]
    group: GroupName | None = None
    for_: Annotated[Duration, Field(alias="for")] = 0.0

    def holds(self, world: World) -> bool:
        people = world.people
        meant = people.civilian if self.group is None else world.of_group(self.group)
        inside = world.ground.zones[self.zone].contains(people.position)
        return int((inside & meant & people.present).sum()) >= self.at_least
