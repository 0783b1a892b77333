"""A line that steps straight on or straight back and stays a line: what pushing and withdrawing share."""

import abc
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.rules import slots, stance
from game.rules.journey import STEP
from game.world.people import Floats
from game.world.reason import Reason
from game.world.units import Task, Unit
from game.world.world import TICK, World

KEEPS_UP = 0.3  # m that a tenth of the line lags when the rest waits for it; guess
PATIENCE = 10.0, 2.0  # s, and times the time an unhindered way would take, until it stays where it is; guess


@dataclass(kw_only=True)
class Stepping(Task, abstract=True):
    """The whole line goes `metres` along its front or back, facing its front all the time."""

    metres: float
    gone: float = 0.0  # m

    posture: ClassVar[str]
    direction: ClassVar[float]  # 1 forward, -1 back

    @property
    @abc.abstractmethod
    def speed(self) -> float:
        """m/s on the way."""

    def begin(self, world: World, unit: Unit) -> Reason | None:
        slots.draw_up(world, unit, unit.centre, unit.facing)
        stance.take_up_for_task(world, unit, self.takes(unit))
        unit.goal = unit.centre + (self.metres - self.gone) * self.way(unit)
        return None

    def takes(self, unit: Unit) -> str:
        """The posture it is done in."""
        return self.posture

    def way(self, unit: Unit) -> Floats:
        """(2,) where the line goes, of length 1."""
        return self.direction * np.array([np.cos(unit.facing), np.sin(unit.facing)])

    def step(self, world: World, unit: Unit) -> None:
        if np.quantile(slots.lag(world, unit), slots.DRESSED) <= KEEPS_UP:
            self.go_on(world, unit, min(self.speed * STEP, self.metres - self.gone))

    def go_on(self, world: World, unit: Unit, far: float) -> None:
        """The line and all its slots are `far` m farther on."""
        self.gone += far
        unit.centre = unit.centre + far * self.way(unit)
        world.people.slot[slots.on_feet(world, unit)] += far * self.way(unit)

    def done(self, world: World, unit: Unit) -> bool:
        allowance, times = PATIENCE
        late = (world.tick - unit.begun) * TICK > allowance + times * self.metres / self.speed
        arrived = self.gone >= self.metres - 1e-6 and slots.dressed(world, unit)
        return arrived or late

    def pace(self, world: World, unit: Unit) -> float:
        return 1.5 * self.speed
