"""The gap meter: how well a line stays closed, and whether anyone in it turns their back."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.rules import ranks, slots
from game.rules.journey import STEP
from game.world.units import Unit
from game.world.world import World

TOO_WIDE = 0.8  # m of a gap, the breadth of two people; the exercise allows 2 s of it; guess
BACK = np.pi / 2.0  # rad off the front, from which one's back is turned to it


@dataclass
class GapMeter:
    """What has been seen so far."""

    worst: float = 0.0  # m of the widest gap
    seconds_open: float = 0.0  # s with a gap wider than TOO_WIDE
    back_seconds: float = 0.0  # officer-seconds with the back to the front

    reaches: float = 0.0  # m to either side that the line must keep closed, however short it has become

    def read(self, world: World, line: Sequence[Unit], everyone: Sequence[Unit]) -> None:
        """A tenth of a second more of the `line`, and of the backs of `everyone`."""
        gap = ranks.widest_gap(world, line, self.reaches)
        self.worst = max(self.worst, gap)
        self.seconds_open += STEP * (gap > TOO_WIDE)
        self.back_seconds += STEP * sum(_backs(world, unit) for unit in everyone)


def _backs(world: World, unit: Unit) -> int:
    """How many of `unit` have their back to its front."""
    off = world.people.heading[slots.on_feet(world, unit)] - unit.facing
    return int((np.cos(off) < np.cos(BACK)).sum())
