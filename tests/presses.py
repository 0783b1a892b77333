"""Crowds in a closed street that walk and are pressed, without minds: what the tests of a crush begin with."""

from collections.abc import Iterator

import numpy as np

from game.rules import contact, crush, density, falls, squeeze, walking
from game.world.events import Event
from game.world.ground import Ground
from game.world.world import TICKS_PER_SECOND, World
from tests.pictures import scene

LENGTH, WIDTH = 10.0, 6.0  # m


def street(per_m2: float, seed: int = 0) -> World:
    """People who stand in a street that is shut at its eastern end, irregularly, `per_m2` of them."""
    rng = np.random.default_rng(seed)
    files, ranks = round(LENGTH * np.sqrt(per_m2)), round(WIDTH * np.sqrt(per_m2))
    spot = np.stack(np.meshgrid(np.arange(files), np.arange(ranks)), axis=-1).reshape(-1, 2) + 0.5
    spot = (spot + rng.uniform(-0.1, 0.1, spot.shape)) / np.sqrt(per_m2)
    return scene({"c": spot}, Ground((LENGTH + 0.5, WIDTH + 0.5)), seed=seed)


def door(people: int, wide: float = 1.2) -> World:
    """`people` at 3 /m² before a door `wide` m across, in the middle of a wall at x = 8 m."""
    half = (6.0 - wide) / 2.0
    walls = tuple(
        np.array([(8.0, low), (8.2, low), (8.2, high), (8.0, high)]) for low, high in ((0.0, half), (6.0 - half, 6.0))
    )
    spot = np.stack(np.meshgrid(np.arange(10), np.arange(people // 10)), axis=-1).reshape(-1, 2) + 0.5
    return scene({"c": np.array([2.0, 0.0]) + spot * (0.59, 6.0 / (people // 10))}, Ground((12.0, 6.0), walls))


def push_on(world: World, seconds: float, newtons: float, grows: float = 30.0) -> Iterator[float]:
    """All who are up walk east and push, harder and harder for `grows` seconds: the s gone, at each tick."""
    people = world.people
    for tick in range(round(seconds * TICKS_PER_SECOND)):
        people.way[people.up] = 1.34, 0.0
        people.press[people.up] = newtons * min(tick / TICKS_PER_SECOND / grows, 1.0)
        go_on(world)
        yield tick / TICKS_PER_SECOND


def go_on(world: World) -> None:
    """One tick of bodies and of what they bear."""
    walking.avoid(world)
    contact.move(world)
    contact.feel_force(world)
    if world.tick % 15 == 0:
        density.measure(world)
    if world.tick % 3 == 0:
        squeeze.bear(world)
        falls.stumble(world)
    if world.tick % 30 == 0:
        crush.watch(world)
    world.tick += 1


def told(world: World, kind: type[Event]) -> list[float]:
    """At which s each event of `kind` was told."""
    return [event.tick / TICKS_PER_SECOND for event in world.said if isinstance(event, kind)]
