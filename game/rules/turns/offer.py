"""Offer something that somebody stands up for."""

from dataclasses import dataclass
from typing import ClassVar

from game.rules.negotiation import bargain, granting
from game.rules.turns.turn import Given
from game.world.reason import Reason
from game.world.talks import Talks
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Offer(Given):
    """Who can grant it is asked first; then the coordinator accepts it, asks for more or turns it down.

    A delegation and a hearing are granted by the agency that the level names, time and a way out by who orders it.
    """

    takes: ClassVar[float] = 12.0  # s; guess

    def refuses(self, world: World, talks: Talks) -> Reason | None:
        subject = self.subject(talks)
        return (
            super().refuses(world, talks)
            or granting.refuses(world, talks, subject)
            or bargain.refuses(world, talks, subject)
        )

    def ready(self, world: World, talks: Talks) -> bool:
        return granting.granted(world, talks, self.subject(talks))

    def take(self, world: World, talks: Talks, unit: Unit) -> None:
        bargain.offer(world, talks, unit, self.subject(talks))
