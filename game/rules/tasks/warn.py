"""Himbauan: an appeal to the crowd by loudhailer, at three levels in their order."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np
from pydantic import Field

from game.rules import mood, slots
from game.world.events import Event
from game.world.grid import Near
from game.world.people import Bools, Floats
from game.world.reason import Reason, reason
from game.world.units import Task, Unit
from game.world.world import TICK, TICKS_PER_SECOND, World

Level = Annotated[int, Field(ge=1, le=3)]

TAKES = 12 * TICKS_PER_SECOND  # ticks to say it, some 30 words; guess
APART = 60 * TICKS_PER_SECOND  # ticks between himbauan; doctrine.md 4.3
WORKS = 60 * TICKS_PER_SECOND  # ticks for which an invitation to talk goes on facilitating; guess
FADES = 4  # power of distance over reach at which understanding falls; guess, a few metres from clear to noise
NOISE_RADIUS = 5.0  # m within which chanting drowns the loudhailer; guess
NOISE_HALVES = 6.0  # chanters within that radius who halve the reach: four times the sound power, 6 dB; guess
# Level → what hearing it does to trust and anger. 1 asks and says why, 2 names the law and the way out,
# 3 says what will be used: it informs and soothes nobody. Small against 0.1 a minute of dialogue; guess.
EFFECT = {1: (0.030, -0.030), 2: (0.015, -0.015), 3: (0.0, 0.0)}
BY_NEGOTIATOR = 1.5  # times the effect when who speaks has come to talk; guess


@dataclass(frozen=True)
class HimbauanGiven(Event):
    """A himbauan was given and `heard` of the `present` people understood it."""

    level: int
    heard: int
    present: int
    percent: int
    call: str


@dataclass(frozen=True)
class Warn(Task):
    """Give himbauan `level` from where the unit stands."""

    level: Level

    @property
    def doing(self) -> str:
        return f"warn.{self.level}"

    def begin(self, world: World, unit: Unit) -> Reason | None:
        why = refuses(world, unit, self.level)
        if why is None:
            slots.draw_up(world, unit, unit.centre, unit.facing)
        return why

    def step(self, world: World, unit: Unit) -> None:
        if world.tick - unit.begun >= TAKES:
            speak(world, unit, self.level)

    def done(self, world: World, unit: Unit) -> bool:
        return world.tick - unit.begun >= TAKES


def refuses(world: World, unit: Unit, level: int) -> Reason | None:
    """Why `unit` may not give himbauan `level` now: its order, or the time people need to answer the one before."""
    before = [other.warned_at[level - 1] for other in world.units.values() if level - 1 in other.warned_at]
    if level > 1 and not before:
        return reason("himbauan_order", level=level, before=level - 1)
    latest = max([*before, *unit.warned_at.values()], default=-APART)
    wait = latest + APART - world.tick
    return reason("too_soon", wait=int(np.ceil(wait * TICK))) if wait > 0 else None


def speak(world: World, unit: Unit, level: int) -> None:
    """Let those who understand hear it, and remember that it was said."""
    people = world.people
    crowd = people.up & people.civilian
    heard = crowd & (world.rng.random(len(people)) < audible(world, unit))
    unit.warned_at[level] = world.tick
    if level < 3:
        world.facilitating[unit.name] = world.tick + WORKS
    told = world.say(_told(unit, level, int(heard.sum()), int(crowd.sum())))
    weight = BY_NEGOTIATOR if unit.type.talks else 1.0
    trust, anger = (weight * change for change in EFFECT[level])
    mood.hear(world, np.flatnonzero(heard), trust=trust, anger=anger, cause="himbauan", event=told)


def audible(world: World, unit: Unit) -> Floats:
    """(n,) chance that each understands: falls with distance and with the chanting round the listener."""
    people = world.people
    noisy: Bools = people.up & (people.act >= 0)
    around = Near(people.position, noisy).count(people.position, NOISE_RADIUS)
    reach = unit.type.reach / (1.0 + around / NOISE_HALVES)
    away = people.position - unit.centre
    chance: Floats = 1.0 / (1.0 + (np.hypot(away[:, 0], away[:, 1]) / reach) ** FADES)
    return chance


def _told(unit: Unit, level: int, heard: int, present: int) -> HimbauanGiven:
    return HimbauanGiven(
        level=level,
        heard=heard,
        present=present,
        percent=round(100 * heard / max(present, 1)),
        call=unit.label,
        actor=unit.name,
        place=unit.spot,
    )
