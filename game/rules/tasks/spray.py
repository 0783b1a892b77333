"""Spray water, as long as it may be."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np
from pydantic import Field

from game.rules import force, water
from game.world.air import Mode
from game.world.events import Event
from game.world.quantities import Duration, Point
from game.world.reason import Reason
from game.world.units import Task, Unit
from game.world.world import TICK, TICKS_PER_SECOND, World

STEP = 3 * TICK  # s between two steps of a task: 10 Hz; advance.py
LOOKS_EVERY = 9  # ticks between two looks of the crew at who is where: 0.3 s; guess
FELT_EVERY = TICKS_PER_SECOND  # ticks between two times that it is told and felt
LEVEL = 5  # of force: Perkap 1/2009 Art. 5
LONGEST = 120.0  # s of one order; guess


@dataclass(frozen=True, kw_only=True)
class SprayBegun(Event):
    """A unit turns the water on; the actor is the unit."""

    doing: str
    call: str


@dataclass(frozen=True, kw_only=True)
class SprayStopped(Event):
    """A crew has turned the water off by itself; the actor is the unit."""

    why: Reason
    call: str


@dataclass(kw_only=True)
class Spray(Task):
    """Water `at` a place m, a `jet` or `diffuse`, `for` a time; the crew stops by itself when people come too near."""

    at: Point
    mode: Mode
    for_: Annotated[Duration, Field(alias="for", le=LONGEST)] = 10.0
    until: int = 0  # tick at which the water is turned off

    @property
    def doing(self) -> str:
        return f"spray.{self.mode}"

    def begin(self, world: World, unit: Unit) -> Reason | None:
        jet = water.aimed(world, unit, np.array(self.at), self.mode, -1)
        why = water.refuses(world, unit, jet)
        if why is None:
            jet.event = world.say(SprayBegun(doing=self.doing, call=unit.label), actor=unit.name, place=unit.spot)
            world.jets[unit.name] = jet
            self.until = world.tick + round(self.for_ * TICKS_PER_SECOND)
        return why

    def step(self, world: World, unit: Unit) -> None:
        if (world.tick - unit.begun) % LOOKS_EVERY == 0:
            self._look(world, unit)
        if world.tick >= self.until:
            del world.jets[unit.name]
        else:
            self._pour(world, unit)

    def done(self, world: World, unit: Unit) -> bool:
        return world.tick >= self.until

    def _look(self, world: World, unit: Unit) -> None:
        """Whether the water may go on."""
        jet = water.aimed(world, unit, np.array(self.at), self.mode, world.jets[unit.name].event)
        world.jets[unit.name] = jet
        why = water.refuses(world, unit, jet)
        if why is not None:
            world.say(SprayStopped(why=why, call=unit.label), actor=unit.name, place=unit.spot, because=(jet.event,))
            self.until = world.tick

    def _pour(self, world: World, unit: Unit) -> None:
        """A tenth of a second of water: litres, fires, and once a second what is felt of it."""
        litres = min(unit.type.pumps[self.mode] * STEP, unit.water)
        unit.water -= litres
        water.soak(world, unit, world.jets[unit.name], litres)
        if (world.tick - unit.begun) % FELT_EVERY == 0:
            self._feel(world, unit)

    def _feel(self, world: World, unit: Unit) -> None:
        jet, people = world.jets[unit.name], world.people
        rows, newtons = water.struck(world, jet)
        hit = rows[people.civilian[rows] & (newtons > water.FELT)]
        if len(hit):
            place = people.position[hit].mean(axis=0)
            radius = float(np.hypot(*(people.position[hit] - place).T).max())
            severity = water.STREAMS[self.mode].severity
            tool = f"spray:{self.mode}"
            jet.event = force.use(
                world, unit, tool, level=LEVEL, place=place, radius=radius, severity=severity, hit=hit
            )
