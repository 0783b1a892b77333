"""Where everybody stands when the exercise begins."""

import math

import numpy as np
from scipy.spatial import cKDTree

from game.level.crowd import Group
from game.level.forces import Unit, formation_of
from game.level.schema import Level
from game.world.catalogue import UnitType
from game.world.ground import Ground, Zone
from game.world.people import Floats

WIDEST = 1.2  # m between neighbours where a zone has room; guess
TIGHTEST = 0.44  # m, two of the widest bodies side by side, about 6 people/m²; crowd-model.md 1.5
SLIM = 0.36  # m, two of the narrowest; crowd-model.md 1.5
NARROWER = 0.9  # each closer try; guess
ROOM_FOR_CHOICE = 1.3  # places per person, so that a crowd does not stand in rows; guess
KIT = 0.05  # m that an officer with kit is wider than others; catalogue/units.yaml


def in_formation(unit: Unit, kind: UnitType, zone: Zone) -> Floats:
    """(k, 2) m, the places of a unit whose front rank has its middle in the middle of `zone`."""
    facing = np.radians(unit.facing)
    turn = np.array([[np.cos(facing), np.sin(facing)], [-np.sin(facing), np.cos(facing)]])
    places: Floats = zone.centre + (formation_of(unit, kind).places(kind.strength) * kind.apart) @ turn
    return places


def zones_of(group: Group, level: Level) -> list[str]:
    """The zones or exits a group stands in: its own, those of the group it is among, or the exit it comes by."""
    if group.in_ is not None:
        return [str(name) for name in group.in_]
    others = zones_of(level.crowd[str(group.among)], level)
    return others if group.arrives is None else [_nearest_exit(others[0], level.place.ground)]


def _nearest_exit(zone: str, ground: Ground) -> str:
    """Which exit lies nearest to `zone`, as the crow flies."""
    middle = ground.zones[zone].centre
    return min(ground.exits, key=lambda name: math.dist(ground.exits[name].centre, middle))


def crowd_places(level: Level, ground: Ground, taken: Floats, rng: np.random.Generator) -> dict[str, Floats]:
    """Group → (k, 2) m; zones are filled evenly, clear of walls and of whoever stands at `taken` (m, 2)."""
    found: dict[str, Floats] = {}
    for name, group in level.crowd.items():
        zones = [ground.zones[zone] for zone in zones_of(group, level)]
        found[name] = scattered(ground, zones, group.count, taken, rng, side_by_side(group, level))
        taken = np.concatenate([taken, found[name]])
    return found


def side_by_side(group: Group, level: Level) -> float:
    """M between the middles of two of `group` who touch, the widest there may be of its role."""
    widest = next(role.radius.high for role in level.catalogue.roles if role.name == group.role)
    return float(np.clip(2.0 * widest, SLIM, TIGHTEST))


def scattered(
    ground: Ground, zones: list[Zone], count: int, taken: Floats, rng: np.random.Generator, tightest: float = TIGHTEST
) -> Floats:
    """(count, 2) m in `zones`, `tightest` m apart; where they are fuller, some stand in each other's place."""
    spacing = WIDEST
    places = _free(ground, zones, spacing, taken, tightest)
    while len(places) < ROOM_FOR_CHOICE * count and spacing * NARROWER > tightest:
        spacing *= NARROWER
        places = _free(ground, zones, spacing, taken, tightest)
    if len(places) < count:
        spacing = tightest
        places = np.resize(lattice(ground, zones, spacing), (count, 2))
    chosen = places[rng.permutation(len(places))[:count]]
    widest = (spacing - tightest) / np.sqrt(8.0)  # m along each axis: together never into a neighbour
    strayed = chosen + rng.uniform(-widest, widest, (count, 2))
    inside = np.any([zone.contains(strayed) for zone in zones], axis=0)
    return np.where(inside[:, None], strayed, chosen)


def _free(ground: Ground, zones: list[Zone], spacing: float, taken: Floats, tightest: float) -> Floats:
    places = lattice(ground, zones, spacing)
    apart: Floats = cKDTree(taken).query(places)[0]
    return places[apart >= (spacing + tightest) / 2.0 + KIT]  # so that nobody can stray into anyone


def lattice(ground: Ground, zones: list[Zone], spacing: float) -> Floats:
    """(k, 2) m, every place in `zones` for bodies `spacing` m apart, clear of walls; each second row is offset."""
    clear = spacing / 2.0
    found = [np.empty((0, 2))]
    for zone in zones:
        low, high = zone.shape.min(axis=0), zone.shape.max(axis=0)
        x = np.arange(low[0], high[0], spacing)
        y = np.arange(low[1], high[1], spacing * np.sqrt(0.75))
        columns, rows = np.meshgrid(x, y)
        columns[1::2] += spacing / 2.0
        places = np.column_stack([columns.ravel(), rows.ravel()])
        found.append(places[zone.contains(places) & ground.stands(places, clear)])
    return np.concatenate(found)
