"""A zone has become crowded."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.rules import density
from game.rules.triggers.trigger import Trigger
from game.world.names import ZoneName
from game.world.quantities import Duration
from game.world.world import World


@dataclass(frozen=True)
class DensityAbove(Trigger):
    """`zone` holds more than `people_per_m2` on average over its area, for as long as `for`."""

    zone: ZoneName
    people_per_m2: Annotated[float, Field(gt=0, le=10)]  # 10 /m²: nobody measured more; crowd-model.md 1.5
    for_: Annotated[Duration, Field(alias="for")] = 0.0

    def holds(self, world: World) -> bool:
        return density.mean_in(world, world.ground.zones[self.zone]) > self.people_per_m2
