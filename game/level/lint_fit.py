"""Whether an exercise fits its place: units clear of walls and eyes, people in zones, goals that can be walked to."""

import functools
from collections.abc import Iterator

import numpy as np
from scipy import ndimage

from game.level.crowd import Group, plan_of
from game.level.document import Document
from game.level.hints import walk
from game.level.mistake import Mistake, Value
from game.level.schema import Level
from game.level.stand import TIGHTEST, WIDEST, in_formation, lattice, side_by_side, zones_of
from game.rules.behaviours.serve import Serve
from game.world.catalogue import UnitType
from game.world.fields import CLOSED, cell_of
from game.world.ground import CELL, Ground
from game.world.names import ServiceName, ZoneName
from game.world.people import Bools, Floats, Ints

LENGTHWISE = (-1.0, -0.5, 0.0, 0.5, 1.0)  # where along half its length a vehicle is tried: a car is no circle


def mistakes(level: Level, document: Document) -> Iterator[Mistake]:
    """What does not fit; names are known to be right by now."""
    ground = level.place.ground
    for name in level.units:
        yield from _stands(name, level, ground, document)
    yield from _shut(level, document)
    yield from _too_full(level, ground, document)
    for name, group in level.crowd.items():
        yield from _walks(name, group, level, ground, document)
    yield from _heard(level, ground, document)


def _stands(name: str, level: Level, ground: Ground, document: Document) -> Iterator[Mistake]:
    """A unit in a wall, one that comes out of nowhere, and one that can be seen and should not."""
    unit, path = level.units[name], ("units", name)
    kind = level.catalogue.units[unit.type]
    places = in_formation(unit, kind, ground.zones[unit.at])
    refused = int(np.sum(~_fits(places, kind, np.radians(unit.facing), ground)))
    if refused:
        yield document.mistake((*path, "at"), "unit_in_wall", unit=name, count=refused, of=len(places))
    if (unit.arrives is not None or unit.on_request is not None) and unit.at not in level.place.exits:
        yield document.mistake((*path, "at"), "arrives_by_exit", choices=", ".join(level.place.exits))
    if unit.hidden and (group := _seen_by(places, level, ground)):
        yield document.mistake((*path, "hidden"), "unit_seen", unit=name, group=group)


def _fits(places: Floats, kind: UnitType, facing: float, ground: Ground) -> Bools:
    """(k,) whether each of a unit at `places` (k, 2) can stand there; a vehicle with all its length."""
    reach = 0.0 if kind.vehicle is None else kind.vehicle.length / 2.0 - kind.radius
    along = reach * np.array([np.cos(facing), np.sin(facing)])
    parts = [ground.stands(places + share * along, kind.radius) for share in LENGTHWISE]
    fits: Bools = np.logical_and.reduce(parts)
    return fits


def _seen_by(places: Floats, level: Level, ground: Ground) -> str | None:
    """The first group of which anybody, as they stand at the start, could see anyone at `places` (k, 2)."""
    for name, group in level.crowd.items():
        if group.arrives is None:
            eyes = lattice(ground, [ground.zones[zone] for zone in zones_of(group, level)], WIDEST)
            if any(ground.sees(eyes, place).any() for place in places):
                return name
    return None


def _shut(level: Level, document: Document) -> Iterator[Mistake]:
    """Exits shut at the start that are none, and a place that nobody can leave."""
    for i, name in enumerate(level.exits_shut):
        if name not in level.place.exits:
            yield document.no_such("exit", name, level.place.exits, ("exits_shut", i))
    if set(level.place.exits) <= set(level.exits_shut):
        yield document.mistake_of_name(("exits_shut",), "all_exits_shut")


def _too_full(level: Level, ground: Ground, document: Document) -> Iterator[Mistake]:
    """Groups for which the zones they stand in have no room beside the groups before them."""
    filled: dict[str, int] = {}
    for name, group in level.crowd.items():
        zones = zones_of(group, level)
        holds = len(lattice(ground, [ground.zones[zone] for zone in zones], side_by_side(group, level)))
        before = filled.get(", ".join(zones), 0)
        filled[", ".join(zones)] = before + group.count
        if before <= holds < before + group.count:  # told once, where the zone overflows
            values: dict[str, Value] = {"zone": ", ".join(zones), "count": before + group.count, "holds": holds}
            yield document.mistake(("crowd", name, "count"), "zone_too_full", **values)


def _walks(name: str, group: Group, level: Level, ground: Ground, document: Document) -> Iterator[Mistake]:
    """Goals and exits that nobody of the group can walk to, and arrivals out of nowhere."""
    zones, exits = zones_of(group, level), list(level.place.exits)
    if group.arrives is not None and not set(zones) <= set(exits):
        yield document.mistake(("crowd", name, "arrives"), "arrives_by_exit", choices=", ".join(exits))
    regions = _regions(ground)
    start = _touched(regions, ground, zones)
    if not start & _touched(regions, ground, exits):
        yield document.mistake_of_name(("crowd", name), "cannot_leave", group=name)
    for hint, part, path in walk(list[object], plan_of(group, level.crowd), ("crowd", name, "plan")):
        if hint is ZoneName and not start & _touched(regions, ground, [part]):
            yield document.mistake(path, "cannot_walk_to", group=name, zone=part)
        if hint is ServiceName and not start & _regions_of(ground.services[part].places, regions):
            yield document.mistake(path, "cannot_walk_to", group=name, zone=part)
        if isinstance(part, Serve) and not len(ground.services[part.at].by):
            yield document.mistake((*path, "at"), "nobody_serves_there", service=part.at)


def _heard(level: Level, ground: Ground, document: Document) -> Iterator[Mistake]:
    """Rooms in which a delegation is to be heard and that it cannot walk to."""
    if level.korlap is None:
        return
    group, regions = str(level.korlap.group), _regions(ground)
    start = _touched(regions, ground, zones_of(level.crowd[group], level))
    for i, zone in enumerate(level.korlap.heard_in):
        if not start & _touched(regions, ground, [zone]):
            yield document.mistake(("korlap", "heard_in", i), "cannot_walk_to", group=group, zone=zone)


@functools.lru_cache(maxsize=1)
def _regions(ground: Ground) -> Ints:
    """(ny, nx) a number per cell, the same where one can walk from one to the other, 0 where nobody can stand.

    The fields that people walk by would tell the same, at 0.3 s for each goal; measured.
    """
    ground = ground.with_shut(())  # a gate can be opened
    x, y = (np.arange(0.5 * CELL, side, CELL) for side in ground.size)
    middles = np.stack(np.meshgrid(x, y), axis=-1)
    stands = ground.clearance(middles.reshape(-1, 2)).reshape(middles.shape[:2]) >= CLOSED
    regions: Ints = ndimage.label(stands)[0]
    return regions


def _touched(regions: Ints, ground: Ground, zones: list[str]) -> set[int]:
    """The regions in which one can stand in `zones`."""
    return _regions_of(lattice(ground, [ground.zones[zone] for zone in zones], TIGHTEST), regions)


def _regions_of(places: Floats, regions: Ints) -> set[int]:
    """The regions in which `places` (k, 2) m lie."""
    return set(regions[cell_of(places, CELL, regions.shape)].tolist()) - {0}
