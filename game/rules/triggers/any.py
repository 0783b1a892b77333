"""One condition of several."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.rules.triggers.trigger import Trigger
from game.world.world import World


@dataclass(frozen=True)
class Any(Trigger):
    """At least one of `of` holds: ``any: [{elapsed: 3m}, {flag_is: kuning}]``."""

    of: Annotated[list[Trigger], Field(min_length=1)]

    def holds(self, world: World) -> bool:
        return any(part.holds(world) for part in self.of)

    def lasts(self, world: World, place: str) -> bool:
        return any([part.lasts(world, f"{place}.any.{i}") for i, part in enumerate(self.of)])  # a list: asks every part
