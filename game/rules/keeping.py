"""Where those who are held are brought and kept: the post, or behind the ranks of who took them."""

import numpy as np

from game.world.people import Floats
from game.world.units import Unit
from game.world.world import World

POST = "pos-aju"  # zone where the held are handed over, if the ground has one; doctrine.md 5
BEHIND = 3.0  # m behind the middle of its front where a unit keeps people; guess
BROUGHT = 2.0  # m from there at which they have come to it; guess
APART = 0.8  # m between people kept at the post, and to whoever else stands there; guess


def has_post(world: World) -> bool:
    """Whether the ground has a post for the held."""
    return POST in world.ground.zones


def place_for(world: World, unit: Unit) -> Floats:
    """(2,) m where `unit` brings whom it holds."""
    if has_post(world):
        return world.ground.zones[POST].centre
    behind = unit.centre - BEHIND * np.array([np.cos(unit.facing), np.sin(unit.facing)])
    place: Floats = world.ground.nearest_stand(behind[None], unit.type.radius)[0]
    return place


def brought(world: World, unit: Unit, person: int) -> bool:
    """Whether `person` has come to where `unit` brings whom it holds."""
    here = world.people.position[person]
    if has_post(world):
        return bool(world.ground.zones[POST].contains(here[None])[0])
    away = here - place_for(world, unit)
    return bool(np.hypot(away[0], away[1]) <= BROUGHT)


def free_place(world: World, zone: str, person: int, kept: list[int]) -> Floats:
    """(2,) m, the nearest place in `zone` with room for `person` beside all who stand there or are `kept` there.

    Where there is none, they stay where they are.
    """
    people, here = world.people, world.people.position[person]
    spots = _spots(world, zone, float(people.radius[person]))
    others = people.present & (np.arange(len(people)) != person)
    taken = np.concatenate([people.position[others], people.haven[kept]])
    apart = spots[:, None] - taken
    free = spots[(np.hypot(apart[..., 0], apart[..., 1]) >= APART).all(axis=1)]
    way = free - here
    nearest: Floats = free[np.argmin(np.hypot(way[:, 0], way[:, 1]))] if len(free) else here.copy()
    return nearest


def _spots(world: World, name: str, radius: float) -> Floats:
    """(k, 2) m, places in a zone where a body of `radius` m can stand."""
    zone = world.ground.zones[name]
    (left, low), (right, high) = zone.shape.min(axis=0), zone.shape.max(axis=0)
    x, y = np.arange(left + APART / 2.0, right, APART), np.arange(low + APART / 2.0, high, APART)
    spots = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    stand: Floats = spots[zone.contains(spots) & world.ground.stands(spots, radius)]
    return stand
