"""Dorong maju and desak maju: push a crowd back, in one go or step by step."""

from dataclasses import dataclass
from typing import ClassVar

from game.rules import slots
from game.rules.stepping import Stepping
from game.world.units import Unit
from game.world.world import TICK, World

PUSHING = 0.6  # m/s of a dressed line that pushes; crowd-model.md 4 (0.5 … 0.8)
PRESSING = 0.4  # m/s of one step; doctrine.md 2.3 (0.3 … 0.5)
PACE = 0.4  # m of one step; doctrine.md 2.3, backward and sideways
HALT = 1.5  # s between two steps, to dress and to let people go back; guess


@dataclass(kw_only=True)
class Push(Stepping):
    """Push straight ahead for `metres` m, people having time to go back; or `stepwise`: step, halt, dress, step.

    The line pushes as one: it waits for who is stopped, closes its gaps, and nobody goes farther than the line.
    """

    stepwise: bool = False
    halted: int = -1  # tick since which it stands after a step, -1 while it goes

    posture: ClassVar[str] = "dorong_maju"
    direction: ClassVar[float] = 1.0

    @property
    def doing(self) -> str:
        return "push.stepwise" if self.stepwise else "push"

    @property
    def speed(self) -> float:
        """m/s on the way; of step and halt together where it goes stepwise."""
        return PACE / (PACE / PRESSING + HALT) if self.stepwise else PUSHING

    def takes(self, unit: Unit) -> str:
        return "desak_maju" if self.stepwise and "desak_maju" in unit.type.postures else self.posture

    def step(self, world: World, unit: Unit) -> None:
        if not self.stepwise:
            super().step(world, unit)
        elif self.halted < 0:
            self._take_a_step(world, unit)
        elif (world.tick - self.halted) * TICK >= HALT and slots.dressed(world, unit):
            self.halted = -1

    def steer(self, world: World, unit: Unit) -> None:
        """Between two steps it stands with both feet."""
        if self.halted >= 0:
            world.people.press[unit.rows] = 0.0

    def pace(self, world: World, unit: Unit) -> float:
        return 1.5 * (PRESSING if self.stepwise else PUSHING)

    def _take_a_step(self, world: World, unit: Unit) -> None:
        self.go_on(world, unit, min(PACE, self.metres - self.gone))
        self.halted = world.tick
