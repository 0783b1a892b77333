"""The contrary of a condition."""

from dataclasses import dataclass
from typing import Any

from game.rules.triggers.trigger import Trigger
from game.world.world import World


@dataclass(frozen=True)
class Not(Trigger):
    """`of` does not hold: ``not: {flag_is: merah}``."""

    of: Trigger

    @classmethod
    def named(cls, fields: Any) -> Any:
        """The inner condition is a mapping, too, and need not be called `of`."""
        return fields if isinstance(fields, dict) and "of" in fields else {"of": fields}

    def holds(self, world: World) -> bool:
        return not self.of.holds(world)

    def lasts(self, world: World, place: str) -> bool:
        return not self.of.lasts(world, f"{place}.not")
