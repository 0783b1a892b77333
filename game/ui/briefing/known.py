"""What a level lets the post know beforehand: as an observer counts, never who hides in it or what comes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.level.crowd import plan_of
from game.level.forces import Unit
from game.level.schema import Level
from game.rules.behaviours.go import Go
from game.rules.measures.protect import Protect
from game.world.catalogue import UnitType
from game.world.quantities import Text

FEW, MANY = 20, 100  # people; fewer than FEW are counted, more are estimated; guess
STEPS: Final = (10, 50)  # people, to which an estimate below and above MANY is rounded; guess
WINDS: Final = ("east", "north_east", "north", "north_west", "west", "south_west", "south", "south_east")


@dataclass(frozen=True)
class Gathering:
    """People of one kind who gather together, as an observer would count them."""

    look: str
    label: Text
    count: int
    rounded: bool  # whether the count is an estimate
    at: tuple[Text, ...]  # where they gather
    heading: Text | None  # where they mean to go


@dataclass(frozen=True)
class Detail:
    """Units of one type that an agency brings."""

    type: UnitType
    units: tuple[Unit, ...]


def gatherings(level: Level) -> list[Gathering]:
    """The crowd by group and by what it looks like: who hides among others counts with them."""
    roles = {role.name: role for role in level.catalogue.roles}
    counts: dict[tuple[str, str], int] = {}
    labels: dict[str, Text] = {}
    for name, group in level.crowd.items():
        role = roles[group.role]
        key = _together_with(level, name), role.look
        counts[key] = counts.get(key, 0) + group.count
        labels.setdefault(role.look, role.label)
    return [_gathering(level, root, look, labels[look], count) for (root, look), count in counts.items()]


def estimate(count: int) -> int:
    """`count` people as one would say it beforehand."""
    if count < FEW:
        return count
    step = STEPS[count >= MANY]
    return round(count / step) * step


def ways(level: Level) -> list[tuple[str, str]]:
    """From which zone to which those go who mean to go somewhere; who hides among them goes with them."""
    roots = dict.fromkeys(_together_with(level, name) for name in level.crowd)
    found = [(level.crowd[root].in_, _zones_ahead(level, root)) for root in roots]
    return [(starts[0], goals[0]) for starts, goals in found if starts and goals]


def objects(level: Level) -> list[Text]:
    """What is to be protected, by its name."""
    return [_place(level, name) for name in object_zones(level)]


def object_zones(level: Level) -> list[str]:
    """What is to be protected: by the objectives, and by units that guard it."""
    names = [each.zone for each in level.objectives if isinstance(each, Protect)]
    names += [unit.guards for unit in level.units.values() if unit.guards is not None]
    return list(dict.fromkeys(names))


def ways_out(level: Level, shut: bool) -> list[Text]:
    """Exits that are `shut` at the beginning, or those that are open."""
    return [_place(level, name) for name in level.place.exits if (name in level.exits_shut) == shut]


def partners(level: Level) -> dict[str, list[Detail]]:
    """Agency → what it brings, in the order of the level."""
    by_agency: dict[str, dict[str, list[Unit]]] = {}
    for unit in level.units.values():
        by_agency.setdefault(unit.agency, {}).setdefault(unit.type, []).append(unit)
    return {
        agency: [Detail(level.catalogue.units[name], tuple(units)) for name, units in types.items()]
        for agency, types in by_agency.items()
    }


def wind_from(degrees: float) -> str:
    """The quarter that an angle from +x lies in."""
    return WINDS[round(degrees / 45.0) % len(WINDS)]


def in_list(texts: Iterable[Text], language: str) -> str:
    """As "Ruang pleno, Gudang logistik"."""
    return ", ".join(text.say(language) for text in texts)


def _together_with(level: Level, name: str) -> str:
    """The group that `name` stands in, itself if it stands alone."""
    among = level.crowd[name].among
    return name if among is None else _together_with(level, among)


def _gathering(level: Level, root: str, look: str, label: Text, count: int) -> Gathering:
    group = level.crowd[root]
    goals = [_place(level, zone) for zone in _zones_ahead(level, root)]
    return Gathering(
        look=look,
        label=label,
        count=estimate(count),
        rounded=count >= FEW,
        at=tuple(_place(level, zone) for zone in group.in_ or ()),
        heading=goals[0] if goals else None,
    )


def _zones_ahead(level: Level, name: str) -> list[str]:
    """Where the group means to go, one after the other."""
    return [behaviour.to for behaviour in plan_of(level.crowd[name], level.crowd) if isinstance(behaviour, Go)]


def _place(level: Level, name: str) -> Text:
    return level.place.everywhere[name].label or Text(id=name, en=name)
