"""Dorong maju and desak maju: push a crowd back, in one go or step by step."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.rules import slots
from game.rules.stepping import Stepping
from game.world.units import Unit
from game.world.world import TICK, World

PUSHING = 0.6  # m/s of a dressed line that pushes; crowd-model.md 4 (0.5 … 0.8)
PRESSING = 0.4  # m/s of one step; doctrine.md 2.3 (0.3 … 0.5)
PACE = 0.4  # m of one step; doctrine.md 2.3, backward and sideways
STEPS = 1.5  # s that one step takes, against resistance; guess
HALTS = 1.5  # s between two steps, to dress and to let people go back; guess
BACKED = 2.0  # times the push of one officer, where another stands behind and pushes with him; crowd-model.md 4


@dataclass(kw_only=True)
class Push(Stepping):
    """Push straight ahead for `metres` m, people having time to go back; or `stepwise`: step, halt, dress, step.

    The line pushes as one: it waits for who is stopped, closes its gaps, and nobody goes farther than the line.
    """

    stepwise: bool = False
    stepped: int = -1  # tick at which the latest step began, -1 before the first

    posture: ClassVar[str] = "dorong_maju"
    direction: ClassVar[float] = 1.0

    @property
    def doing(self) -> str:
        return "push.stepwise" if self.stepwise else "push"

    @property
    def speed(self) -> float:
        """m/s on the way; of step and halt together where it goes stepwise."""
        return PACE / (STEPS + HALTS) if self.stepwise else PUSHING

    def takes(self, unit: Unit) -> str:
        return "desak_maju" if self.stepwise and "desak_maju" in unit.type.postures else self.posture

    def step(self, world: World, unit: Unit) -> None:
        if not self.stepwise:
            super().step(world, unit)
        elif self.stepped < 0 or self._since(world) >= STEPS + HALTS:
            self._take_a_step(world, unit)

    def steer(self, world: World, unit: Unit) -> None:
        """A second rank leans on the first; between two steps all stand with both feet."""
        halts = self.stepwise and self._since(world) >= STEPS
        deep = np.ptp(unit.formation.places(len(unit.rows))[:, 0]) > 0.0
        world.people.press[slots.on_feet(world, unit)] *= 0.0 if halts else BACKED if deep else 1.0

    def pace(self, world: World, unit: Unit) -> float:
        return 1.5 * (PRESSING if self.stepwise else PUSHING)

    def _take_a_step(self, world: World, unit: Unit) -> None:
        """A step farther, or the same once more where the line has been stopped."""
        self.stepped = world.tick
        if slots.dressed(world, unit):
            self.go_on(world, unit, min(PACE, self.metres - self.gone))

    def _since(self, world: World) -> float:
        """S since the latest step began."""
        return (world.tick - self.stepped) * TICK
