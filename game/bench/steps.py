"""How fast this machine is: ms per tick by step, and the engine's own part of it as the floor."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from game.bench.ground import world_of
from game.rules.advance import due
from game.world.world import TICK, World

SIZES = (300, 1000, 3000, 5000)  # people
WARM_UP = 150  # ticks before measuring: people come to stand close; guess
MEASURED = 300  # ticks
DENSITY = 1.5  # people per m² at the start; guess
OFFICERS = 80  # about two platoons and the negotiators; doctrine.md 2.2
FLOOR = "engine"  # pymunk alone, inside the step called bodies

EXERCISE = """
format: 1
title: {{id: Uji kecepatan, en: Speed test}}
brief: {{id: Kerumunan di depan barisan., en: A crowd before a line.}}
best: {{threat: 2}}
place: bench
starts: "09:00"
doctrine: polri2025
seed: 1
provenance: {{based_on: none, numbers: guess}}
crowd:
  massa: {{role: supporter, count: {crowd}, in: lapangan, plan: [{{protest: {{toward: gerbang}}}}]}}
seats:
  kapolres: {{rank: kapolres, commands: all, played_by: trainee}}
units:
  ne1: {{type: negosiator, agency: polres, at: gerbang, formation: {{banjar_tiga: {{}}}}}}
  da1: {{type: dalmas_awal, agency: polres, at: gerbang, formation: {{bersaf: {{ranks: 2}}}}}}
  dl1: {{type: dalmas_lanjut, agency: polres, at: belakang, formation: {{bersaf: {{ranks: 2}}}}}}
start: aman
phases:
  aman: {{next: [{{to: end, when: {{elapsed: 30m}}}}]}}
"""
PLACE = """
format: 1
title: {{id: Lapangan uji, en: Test square}}
size: [{width}, {depth}]
walls:
  - {{kind: fence, line: [[20, 0], [20, {gate_low}]]}}
  - {{kind: fence, line: [[20, {gate_high}], [20, {depth}]]}}
zones:
  belakang: {{shape: [[4, {low}], [12, {low}], [12, {high}], [4, {high}]]}}
  gerbang: {{shape: [[22, {low}], [30, {low}], [30, {high}], [22, {high}]]}}
  lapangan: {{shape: [[34, 4], [{east}, 4], [{east}, {north}], [34, {north}]]}}
exits:
  timur: {{shape: [[{exit}, 0], [{width}, 0], [{width}, {depth}], [{exit}, {depth}]]}}
"""


@dataclass
class Timing:
    """ms of each tick in which a step ran, by step; `tick` is the whole."""

    people: int
    milliseconds: dict[str, list[float]] = field(default_factory=dict)

    def add(self, step: str, seconds: float) -> None:
        """Note one run of `step`."""
        self.milliseconds.setdefault(step, []).append(1000.0 * seconds)

    def median(self, step: str) -> float:
        """The run in the middle, ms."""
        return float(np.median(self.milliseconds[step]))

    def p95(self, step: str) -> float:
        """What 95 of 100 runs do not exceed, ms."""
        return float(np.percentile(self.milliseconds[step], 95))

    @property
    def real_time_factor(self) -> float:
        """Simulated seconds in one real second, without recording."""
        return 1000.0 * TICK / float(np.mean(self.milliseconds["tick"]))


def measure(people: int, ticks: int = MEASURED) -> Timing:
    """Let a crowd of `people`, officers among them, stand before a line for `ticks` ticks."""
    world, timing = square(people), Timing(people)
    for _ in range(WARM_UP):
        timed_advance(world, Timing(people))
    assert world.bodies is not None  # made by the first tick
    world.bodies.step_engine = _timed(world.bodies.step_engine, timing)  # type: ignore[method-assign]
    for _ in range(ticks):
        timed_advance(world, timing)
    return timing


def timed_advance(world: World, timing: Timing) -> None:
    """One tick, as advance() makes it, by the clock."""
    began = time.perf_counter()
    for step in due(world.tick):
        start = time.perf_counter()
        step.run(world)
        timing.add(step.name, time.perf_counter() - start)
    world.tick += 1
    world.said.clear()
    timing.add("tick", time.perf_counter() - began)


def _timed(call: Callable[[], None], timing: Timing) -> Callable[[], None]:
    def run() -> None:
        start = time.perf_counter()
        call()
        timing.add(FLOOR, time.perf_counter() - start)

    return run


def square(people: int) -> World:
    """A square with a fence, a gate, a line before it and a crowd before the line."""
    return world_of(*texts(people))


def texts(people: int) -> tuple[str, str]:
    """The exercise and the place of that square, for `people`, officers among them."""
    side = float(np.ceil(np.sqrt((people - OFFICERS) / DENSITY))) + 4
    depth = max(side + 8, 50.0)
    middle, width = depth / 2, 34 + side + 12
    place = PLACE.format(
        width=width, depth=depth, east=width - 8, north=depth - 4, exit=width - 4,
        low=middle - 12, high=middle + 12, gate_low=middle - 3, gate_high=middle + 3,
    )  # fmt: skip
    return EXERCISE.format(crowd=people - OFFICERS), place
