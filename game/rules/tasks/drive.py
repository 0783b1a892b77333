"""Drive to a place: what moving, facing and forming up are for units on wheels."""

from dataclasses import dataclass

import numpy as np

from game.rules import driving
from game.world.people import Floats
from game.world.quantities import Point
from game.world.reason import Reason
from game.world.units import Formation, Task, Unit
from game.world.world import TICKS_PER_SECOND, World

SWAP_EVERY = 4 * TICKS_PER_SECOND  # ticks between two times of giving the slots out again; guess
PATIENCE = 60.0, 3.0  # s, and times the time at a crawl, until a unit reports what it has; guess


@dataclass(kw_only=True)
class Drive(Task):
    """Each vehicle to its slot of `formation`, None the present one, `to` a place, None here, facing `facing` degrees.

    Whoever is kept from theirs by a comrade takes the comrade's.
    """

    to: Point | None = None  # m
    facing: float | None = None  # degrees, None as it comes
    formation: Formation | None = None
    until: int = 0  # tick at which it reports what it has

    @property
    def doing(self) -> str:
        if self.formation:
            return f"form.{self.formation.word}"
        return "face" if self.to is None else "move"

    def begin(self, world: World, unit: Unit) -> Reason | None:
        at = self._at(unit)
        why = None if self.to is None else driving.refuses(world, unit, at)
        if why is None:
            assert unit.type.vehicle is not None  # the order has seen to it
            allowance, times = PATIENCE
            far = float(np.hypot(*(at - unit.centre)))
            self.until = world.tick + round((allowance + times * far / unit.type.vehicle.crawl) * TICKS_PER_SECOND)
            unit.formation = self.formation or unit.formation
            driving.send(world, unit, at, None if self.facing is None else float(np.radians(self.facing)))
        return why

    def step(self, world: World, unit: Unit) -> None:
        if len(unit.rows) > 1 and (world.tick - unit.begun) % SWAP_EVERY == 0 and unit.goal is not None:
            driving.give_out(world, unit, unit.goal, unit.facing)

    def done(self, world: World, unit: Unit) -> bool:
        return driving.arrived(world, unit) or world.tick >= self.until

    def _at(self, unit: Unit) -> Floats:
        return unit.centre.copy() if self.to is None else np.array(self.to)
