"""Himbauan: an appeal to the crowd by loudhailer, at three levels in their order."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np
from pydantic import Field

from game.rules import himbauan, mood, slots
from game.rules.acts.act import loudly
from game.rules.himbauan import Content, Part, Tool
from game.world.events import Event
from game.world.grid import Near
from game.world.people import Bools, Floats
from game.world.reason import Reason, reason
from game.world.units import Task, Unit
from game.world.world import TICK, TICKS_PER_SECOND, World

Level = Annotated[int, Field(ge=1, le=3)]

TAKES = 12.0  # s to say the standard wording, some 30 words; guess
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
    """A himbauan was given: `heard` of the `present` people heard it, `understood` of them what it asked for."""

    level: int
    heard: int
    present: int
    percent: int  # who heard it
    call: str
    understood: int
    clear: int  # percent who understood
    tools: tuple[Tool, ...]  # named as what follows
    text: str  # as typed; empty for the standard wording


@dataclass(frozen=True)
class HimbauanIncomplete(Event):
    """A himbauan left out what its level must say."""

    level: int
    missing: tuple[Part, ...]
    call: str


@dataclass(frozen=True)
class Warn(Task):
    """Give himbauan `level` from where the unit stands, in the words `text` or in the standard wording."""

    level: Level
    text: str = ""
    names: tuple[Tool, ...] = ()  # tools that the standard wording of the third names

    @property
    def doing(self) -> str:
        return f"warn.{self.level}"

    def begin(self, world: World, unit: Unit) -> Reason | None:
        why = refuses(world, unit, self.level)
        if why is None:
            slots.draw_up(world, unit, unit.centre, unit.facing)
        return why

    def step(self, world: World, unit: Unit) -> None:
        if self.done(world, unit):
            speak(world, unit, self.level, self.text, himbauan.content_of(world, self.level, self.text, self.names))

    def done(self, world: World, unit: Unit) -> bool:
        return (world.tick - unit.begun) * TICK >= himbauan.seconds_to_say(self.text, TAKES)


def refuses(world: World, unit: Unit, level: int) -> Reason | None:
    """Why `unit` may not give himbauan `level` now: its order, or the time people need to answer the one before."""
    before = [other.warned_at[level - 1] for other in world.units.values() if level - 1 in other.warned_at]
    if level > 1 and not before:
        return reason("himbauan_order", level=level, before=level - 1)
    latest = max([*before, *unit.warned_at.values()], default=-APART)
    wait = latest + APART - world.tick
    return reason("too_soon", wait=int(np.ceil(wait * TICK))) if wait > 0 else None


def speak(world: World, unit: Unit, level: int, text: str, content: Content) -> None:
    """Let those in reach hear it, those to whom it says enough understand it, and remember that it was said."""
    people, crowd = world.people, world.people.free
    heard = crowd & (world.rng.random(len(people)) < audible(world, unit))
    understood = heard & (world.rng.random(len(people)) < content.clarity)
    told = world.say(_told(unit, level, text, content, (heard, understood, crowd)))
    _remember(world, unit, level, content)
    people.understood[understood] = np.maximum(people.understood[understood], level)
    weight = BY_NEGOTIATOR if unit.type.talks else 1.0
    trust, anger = (weight * change for change in EFFECT[level])
    mood.hear(world, np.flatnonzero(understood), trust=trust, anger=anger, cause="himbauan", event=told)


def _remember(world: World, unit: Unit, level: int, content: Content) -> None:
    """Note it; a third that is whole is the warning before each tool it names."""
    unit.warned_at[level] = world.tick
    if level < 3:
        world.facilitating[unit.name] = world.tick + WORKS
    elif not content.missing:
        world.warned_of |= dict.fromkeys(content.tools, world.tick)
    if content.missing:
        left_out = HimbauanIncomplete(level=level, missing=content.missing, call=unit.label)
        world.say(left_out, actor=unit.name, place=unit.spot)


def audible(world: World, unit: Unit) -> Floats:
    """(n,) chance that each understands: falls with distance and with the chanting round the listener."""
    people = world.people
    around = Near(people.position, people.up & loudly(world)).count(people.position, NOISE_RADIUS)
    reach = unit.type.reach / (1.0 + around / NOISE_HALVES)
    away = people.position - unit.centre
    chance: Floats = 1.0 / (1.0 + (np.hypot(away[:, 0], away[:, 1]) / reach) ** FADES)
    return chance


def _told(unit: Unit, level: int, text: str, content: Content, reached: tuple[Bools, Bools, Bools]) -> HimbauanGiven:
    heard, understood, present = (int(who.sum()) for who in reached)
    return HimbauanGiven(
        level=level,
        heard=heard,
        present=present,
        percent=round(100 * heard / max(present, 1)),
        call=unit.label,
        understood=understood,
        clear=round(100 * understood / max(present, 1)),
        tools=content.tools,
        text=text,
        actor=unit.name,
        place=unit.spot,
    )
