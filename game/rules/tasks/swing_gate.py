"""Open or close a gate."""

from dataclasses import dataclass

import numpy as np

from game.rules import gates, slots
from game.rules.journey import Journey
from game.world.names import GateName
from game.world.people import Floats
from game.world.quantities import Point
from game.world.reason import Reason
from game.world.units import Unit
from game.world.world import TICKS_PER_SECOND, World

TAKES = 5 * TICKS_PER_SECOND  # ticks to swing the leaves or carry barriers; guess
SHORT_OF = 2.5  # m that the front stays short of the gate, not to stand in it; guess
REACH = 3.5  # m from the gate at which an officer lends a hand; guess
HANDS = 2  # officers it takes; guess


@dataclass(kw_only=True)
class SwingGate(Journey):
    """March to `gate` and open it, or `shut` it as soon as nobody stands in it."""

    gate: GateName
    shut: bool
    at: Point | None = None  # m, where the front stops, once it has begun
    reached: int = -1  # tick at which the work began, -1 while on the way

    @property
    def doing(self) -> str:
        return "close_gate" if self.shut else "open_gate"

    def target(self, unit: Unit) -> tuple[Floats, float | None]:
        return np.array(self.at), None

    def begin(self, world: World, unit: Unit) -> Reason | None:
        self.at = _before(world.ground.gates[self.gate].line.mean(axis=0), unit.centre).tolist()
        return super().begin(world, unit)

    def arrive(self, world: World, unit: Unit) -> None:
        slots.draw_up(world, unit, self.target(unit)[0], self.heading)

    def step(self, world: World, unit: Unit) -> None:
        super().step(world, unit)
        if self.reached < 0 and self._at_hand(world, unit) >= HANDS:
            self.reached = world.tick
        if self._worked(world) and not self._as_asked(world):
            if self.shut:
                gates.to_shut(world, self.gate)
            else:
                gates.open_up(world, self.gate, unit.name)

    def done(self, world: World, unit: Unit) -> bool:
        broken = self.gate in world.gates_broken
        return broken or (self._worked(world) and self._as_asked(world)) or world.tick >= self.until

    def _as_asked(self, world: World) -> bool:
        return (self.gate in world.gates_shut) == self.shut

    def _at_hand(self, world: World, unit: Unit) -> int:
        places = world.people.position[slots.on_feet(world, unit)]
        return int((world.ground.gates[self.gate].away(places) < REACH).sum())

    def _worked(self, world: World) -> bool:
        return self.reached >= 0 and world.tick - self.reached >= TAKES


def _before(gate: Floats, point: Floats) -> Floats:
    """(2,) m, the place SHORT_OF before `gate` (2,), as seen from `point` (2,)."""
    away = point - gate
    far = float(np.hypot(away[0], away[1]))
    place: Floats = point if far <= SHORT_OF else gate + away * (SHORT_OF / far)
    return place
