"""Several conditions together."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.rules.triggers.trigger import Trigger
from game.world.world import World


@dataclass(frozen=True)
class All(Trigger):
    """Each of `of` holds: ``all: [{elapsed: 3m}, {threat_at_most: {class: 1, for: 60s}}]``."""

    of: Annotated[list[Trigger], Field(min_length=1)]

    def holds(self, world: World) -> bool:
        return all(part.holds(world) for part in self.of)

    def lasts(self, world: World, place: str) -> bool:
        return all([part.lasts(world, f"{place}.all.{i}") for i, part in enumerate(self.of)])  # a list: asks every part
