"""Let the coordinator speak."""

from dataclasses import dataclass
from typing import ClassVar

from game.rules.negotiation import words
from game.rules.turns.turn import Turn
from game.world.talks import Talks
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Listen(Turn):
    """Hear him out: he tells one more demand, or what he will not bear, and those around him feel heard."""

    takes: ClassVar[float] = 20.0  # s; guess

    def take(self, world: World, talks: Talks, unit: Unit) -> None:
        words.hear_out(world, talks, unit)
