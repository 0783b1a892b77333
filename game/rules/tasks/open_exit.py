"""Open a way out that is shut."""

from dataclasses import dataclass

import numpy as np

from game.rules import slots
from game.rules.journey import Journey
from game.world import polygons
from game.world.events import Event
from game.world.names import ZoneName
from game.world.people import Floats
from game.world.quantities import Point
from game.world.reason import Reason
from game.world.units import Unit
from game.world.vectors import dot, squared
from game.world.world import TICKS_PER_SECOND, World

TAKES = 10 * TICKS_PER_SECOND  # ticks to carry cones and barriers aside; guess
SHORT_OF = 3.0  # m that the front stays short of the exit, not to stand in the way it opens; guess
REACH = 4.0  # m from the exit at which an officer lends a hand; guess
HANDS = 2  # officers it takes; guess


@dataclass(frozen=True, kw_only=True)
class ExitOpened(Event):
    """A way out is open again; the actor is the unit."""

    exit: str
    call: str


@dataclass(kw_only=True)
class OpenExit(Journey):
    """March to the shut exit `exit`, carry aside what shuts it, and leave it open."""

    exit: ZoneName
    at: Point | None = None  # m, where the front stops, once it has begun
    reached: int = -1  # tick at which the work began, -1 while on the way

    def target(self, unit: Unit) -> tuple[Floats, float | None]:
        return np.array(self.at), None

    def begin(self, world: World, unit: Unit) -> Reason | None:
        self.at = _before(world.ground.exits[self.exit].shape, unit.centre).tolist()
        return super().begin(world, unit)

    def arrive(self, world: World, unit: Unit) -> None:
        slots.draw_up(world, unit, self.target(unit)[0], self.heading)

    def step(self, world: World, unit: Unit) -> None:
        super().step(world, unit)
        if self.reached < 0 and self._at_hand(world, unit) >= HANDS:
            self.reached = world.tick
        if self._worked(world) and self.exit in world.exits_shut:
            world.exits_shut.remove(self.exit)
            world.say(ExitOpened(exit=self.exit, call=unit.label, actor=unit.name, place=unit.spot))

    def done(self, world: World, unit: Unit) -> bool:
        return self._worked(world) or (self.reached < 0 and super().done(world, unit))

    def _at_hand(self, world: World, unit: Unit) -> int:
        places = world.people.position[slots.on_feet(world, unit)]
        return int((polygons.signed_distance(world.ground.exits[self.exit].shape, places) < REACH).sum())

    def _worked(self, world: World) -> bool:
        return self.reached >= 0 and world.tick - self.reached >= TAKES


def _before(shape: Floats, point: Floats) -> Floats:
    """(2,) m, the place SHORT_OF before the nearest rim of `shape` (m, 2), as seen from `point` (2,)."""
    starts, ends = polygons.edges(shape)
    along = ends - starts
    share = np.clip(dot(point - starts, along) / squared(along), 0.0, 1.0)
    rim = starts + share[:, None] * along
    away = point - rim[np.hypot(*(point - rim).T).argmin()]
    far = float(np.hypot(away[0], away[1]))
    place: Floats = point if far <= SHORT_OF else point - away * (1.0 - SHORT_OF / far)
    return place
