"""Give one's word."""

from dataclasses import dataclass
from typing import ClassVar

from game.rules.negotiation import bargain
from game.rules.turns.turn import Given
from game.world.talks import Talks
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Promise(Given):
    """Give one's word without asking anybody whether it can be kept; all who hear it remember."""

    takes: ClassVar[float] = 10.0  # s; guess

    def take(self, world: World, talks: Talks, unit: Unit) -> None:
        bargain.promise(world, talks, unit, self.subject(talks))
