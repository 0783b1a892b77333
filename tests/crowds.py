"""Crowds that stand before a line and feel: what the tests of mood, hostility and threat begin with."""

import dataclasses

import numpy as np

from game.rules import mood, senses
from game.rules.advance import advance
from game.world.events import Event
from game.world.people import Bools
from game.world.world import TICKS_PER_SECOND, World
from tests.pictures import picture

TICKS_PER_STEP = 3  # feelings move at 10 Hz
CELL = 0.8  # m a person: 1.56 people/m², crowd-model.md 3.6 asks for 1.5
SIDE = 16  # people, so 256 in all


def crowd(radicals: float = 0.0, bystanders: float = 0.3, line: str = "siap", seed: int = 0) -> World:
    """256 people 5 m from a line of officers in posture `line`, a negotiator beside them; crowd-model.md 3.6."""
    count = SIDE * SIDE
    letters = np.full(count, "c")
    order = np.random.default_rng(seed).permutation(count)
    first, last = int(radicals * count), int((radicals + bystanders) * count)
    letters[order[:first]], letters[order[first:last]] = "x", "b"
    rows = ["..L......" + "".join(letters[i : i + SIDE]) + "..." for i in range(0, count, SIDE)]
    rows[SIDE // 2] = rows[SIDE // 2][:-2] + "N."
    world = picture("\n".join(rows), cell=CELL, seed=seed)
    world.units["l"].posture = line
    return with_roles_apart(world)


def with_roles_apart(world: World) -> World:
    """Only people of one role hear each other as their own, as in the prototype of crowd-model.md 3.6."""
    roles = (dataclasses.replace(r, kin="public" if r.kin == "public" else r.name) for r in world.catalogue.roles)
    world.catalogue = dataclasses.replace(world.catalogue, roles=tuple(roles))
    return world


def feel_for(world: World, seconds: float) -> World:
    """Let people sense and feel, but not move."""
    for _ in range(round(seconds * TICKS_PER_SECOND / TICKS_PER_STEP)):
        senses.sense(world)
        mood.feel(world)
        world.tick += TICKS_PER_STEP
    return world


def live_for(world: World, seconds: float) -> list[Event]:
    """Let everything happen; gives the events."""
    for _ in range(round(seconds * TICKS_PER_SECOND)):
        advance(world)
    return world.said


def of_role(world: World, name: str) -> Bools:
    """(n,) civilians of the role `name`."""
    names = [role.name for role in world.catalogue.roles]
    return world.people.civilian & (world.people.role == names.index(name))
