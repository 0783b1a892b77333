"""Tell what the police is here for."""

from dataclasses import dataclass
from typing import ClassVar

from game.rules.negotiation import words
from game.rules.turns.turn import Turn
from game.world.talks import Talks
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Explain(Turn):
    """Say what the police is here for, what the law says and what comes next; wrong rumours are put right."""

    takes: ClassVar[float] = 15.0  # s; guess

    def take(self, world: World, talks: Talks, unit: Unit) -> None:
        words.explain(world, talks, unit)
