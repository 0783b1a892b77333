"""A lapis ganti on the parade ground, alone or under a push: what the tests and `make validate` measure."""

import dataclasses

import numpy as np

from game.rules import contact, drill, slots, walking
from game.rules.formations.bersaf import Bersaf
from game.rules.tasks.relieve import ReliefDone, Relieve
from game.world.ground import Ground
from game.world.people import Floats
from game.world.units import Unit
from game.world.world import TICKS_PER_SECOND, World
from tests.pictures import scene

AWAL, LANJUT = 30, 38  # officers; doctrine.md 2.2
LINE = np.array([20.0, 15.0])  # m, the middle of the line, which faces east
BEHIND = 2.2  # m from the front of the one line to that of the other
FILES, DEEP = 14, 4  # people who press: over most of the line, four behind each other; guess
ABREAST, CLOSE = 0.6, 0.55  # m between them: 3 people/m²
PUSHES_TO = 4.5  # m to either side of the middle within which they push; the line reaches 5.3 m
SPREAD = 0.03  # m by which everyone stands off the drawn place; guess
LEANS = 3.0  # s for which they have pushed when the relief begins
LONGEST = 120.0  # s to wait for its end
# Body, kit and posture as in levels/catalogue/units.yaml: radius m, mass kg, N held.
KIT = {"a": (0.22, 75.0, 500.0, "tangan_berkait"), "l": (0.24, 95.0, 650.0, "siaga")}


def relief(seed: int, newtons: float) -> dict[str, float]:
    """One relief of 30 by 38 while each of 56 people presses with `newtons` (0, nobody is there): its figures.

    Seconds from the first step up until both units stand; m of the widest gap; s with more than 0.8 m; officer-seconds
    with the back turned; people behind the line in the end; officers of the relieved still before it.
    """
    world = platoons(seed, newtons)
    run(world, LEANS)
    world.units["l"].take(Relieve(whom="a"))
    run(world, LONGEST)
    done = next(event for event in world.said if isinstance(event, ReliefDone))
    people, depth = world.people, world.people.position[:, 0] - world.units["l"].centre[0]
    return {
        "seconds": done.seconds,
        "worst_gap": done.worst_gap,
        "seconds_open": done.seconds_open,
        "back_seconds": done.back_seconds,
        "through": float((people.civilian & (depth < -0.5)).sum()),
        "left_before": float((depth[world.units["a"].rows] > 0.0).sum()),
    }


def platoons(seed: int, newtons: float) -> World:
    """A line of Dalmas Awal, Dalmas Lanjut in line close behind it, and people who press on it."""
    rng = np.random.default_rng(seed)
    marks = {"A": LINE + Bersaf(2).places(AWAL), "L": LINE - (BEHIND, 0.0) + Bersaf(2).places(LANJUT)}
    if newtons:
        x, y = np.meshgrid(0.6 + CLOSE * np.arange(DEEP), ABREAST * (np.arange(FILES) - (FILES - 1) / 2))
        marks["c"] = LINE + np.column_stack([x.ravel(), y.ravel()])
    world = scene({who: at + rng.normal(0.0, SPREAD, at.shape) for who, at in marks.items()}, Ground((40.0, 30.0)))
    _equip(world, world.units["a"], LINE)
    _equip(world, world.units["l"], LINE - (BEHIND, 0.0))
    world.people.press[world.people.civilian] = newtons
    return world


def run(world: World, seconds: float) -> None:
    """Let `seconds` pass, or less if the relief is done: people push, units do as ordered."""
    for _ in range(round(seconds * TICKS_PER_SECOND)):
        if world.tick % 3 == 0:
            _lean_in(world)
            drill.carry_out(world)
        walking.avoid(world)
        contact.move(world)
        contact.feel_force(world)
        world.tick += 1
        if any(isinstance(event, ReliefDone) for event in world.said):
            return


def _equip(world: World, unit: Unit, at: Floats) -> None:
    people, (radius, mass, brace, posture) = world.people, KIT[unit.name]
    unit.type = dataclasses.replace(unit.type, radius=radius)
    unit.formation, unit.posture = Bersaf(2), posture
    people.mass[unit.rows], people.brace[unit.rows] = mass, brace
    slots.draw_up(world, unit, at, 0.0)


def _lean_in(world: World) -> None:
    """Straight at the line; who is pressed out to the side comes back before it."""
    people = world.people
    rows = np.flatnonzero(people.civilian)
    aside = people.position[rows, 1] - LINE[1]
    way = np.column_stack([np.where(np.abs(aside) < PUSHES_TO, -1.0, 0.0), -np.sign(aside) * (np.abs(aside) > 4.0)])
    people.way[rows] = 1.2 * way / np.maximum(np.hypot(*way.T), 1e-9)[:, None]
