"""What types cannot tell: whether names name something, texts are whole and there is room for everybody."""

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

from game.level import lint_forces, lint_phases, lint_shelf
from game.level.document import Document
from game.level.exercise import END, Exercise
from game.level.grammar import AgencyName, RankName, RoleName, TypeName
from game.level.hints import is_name, walk
from game.level.lint_names import kind_of
from game.level.mistake import Mistake, Path
from game.level.place import Place
from game.level.shelf import District, Doctrine, Roles, UnitTypes
from game.rules.commands.say import EVERYONE, Say
from game.world.catalogue import Normal, Range, UnitType
from game.world.names import GateName, GroupName, PhaseName, SeatName, ServiceName, UnitName, ZoneName
from game.world.quantities import Text

MOST_PEOPLE = 10_000  # twice what runs in real time; architecture.md 3


@dataclasses.dataclass(frozen=True)
class Known:
    """What could be read, each None where it has mistakes of its own."""

    exercise: Exercise | None = None
    place: Place | None = None
    district: District | None = None
    doctrine: Doctrine | None = None
    roles: Roles | None = None
    types: UnitTypes | None = None

    def by_key(self) -> list[tuple[str, Any]]:
        """What was read, with the key of its document."""
        found = [(field.name, getattr(self, field.name)) for field in dataclasses.fields(self)]
        return [(key, value) for key, value in found if value is not None]

    def names(self) -> dict[Any, list[str]]:
        """Kind of name → the names there are; a kind whose file has mistakes is left out."""
        level = self.exercise
        families: list[tuple[Any, Any, Callable[[Any], Any]]] = [
            (ZoneName, self.place, lambda place: place.everywhere),
            (GateName, self.place, lambda place: place.barring),
            (ServiceName, self.place, lambda place: place.services),
            (GroupName, level, lambda level: level.crowd),
            (UnitName, level, lambda level: level.units),
            (SeatName, level, lambda level: level.seats),
            (PhaseName, level, lambda level: [*level.phases, END]),
            (RoleName, self.roles, lambda roles: roles.roles),
            (TypeName, self.types, lambda types: types.units),
            (AgencyName, self.district, lambda district: district.agencies),
            (RankName, self.doctrine, lambda doctrine: doctrine.ranks),
        ]
        return {family: list(names(source)) for family, source, names in families if source is not None}


def mistakes(value: Any, known: Known, document: Document) -> Iterator[Mistake]:
    """What is wrong with `value`, read from `document`."""
    names = known.names()
    for hint, part, path in walk(type(value), value):
        yield from _part(hint, part, path, names, document)
    if isinstance(value, Exercise):
        types = {} if known.types is None else known.types.units
        yield from _crowd(value, document)
        yield from _hearers(value, document)
        yield from _too_many(value, types, document)
        yield from lint_phases.mistakes(value, document)
        yield from lint_forces.mistakes(value, types, known.doctrine, document)
    if isinstance(value, Roles | UnitTypes | Doctrine):
        yield from lint_shelf.mistakes(value, names.get(RankName), document)


def _part(hint: Any, part: Any, path: Path, names: dict[Any, list[str]], document: Document) -> Iterator[Mistake]:
    """A name that names nothing, a text that is missing, a range that runs backward."""
    if is_name(hint) and part not in names.get(hint, [part]):
        yield document.no_such(kind_of(hint), part, names[hint], path)
    elif hint is Text:
        for language in ("id", "en"):
            if not getattr(part, language).strip():
                yield document.mistake((*path, language), "missing_translation", language=language)
    elif hint in (Range, Normal) and part.low > part.high:
        yield document.mistake(path, "low_above_high", low=part.low, high=part.high)


def _too_many(level: Exercise, types: dict[str, UnitType], document: Document) -> Iterator[Mistake]:
    crowd = sum(group.count for group in level.crowd.values())
    officers = sum(types[unit.type].strength for unit in level.units.values() if unit.type in types)
    if crowd + officers > MOST_PEOPLE:
        where = ("crowd",) if crowd > officers else ("units",)
        yield document.mistake_of_name(where, "too_many_people", count=crowd + officers, most=MOST_PEOPLE)


def _crowd(level: Exercise, document: Document) -> Iterator[Mistake]:
    for name, group in level.crowd.items():
        path: Path = ("crowd", name)
        if (group.in_ is None) == (group.among is None):
            yield document.mistake(path, "in_or_among")
        other = level.crowd.get(group.among) if group.among else None
        if other is not None and other.in_ is None:
            yield document.mistake((*path, "among"), "among_whom", group=str(group.among))
    if level.korlap is not None:
        for demand in level.korlap.can_be_granted:
            if demand not in level.korlap.demands:
                yield document.no_such("demand", demand, level.korlap.demands, ("korlap", "can_be_granted", demand))


def _hearers(level: Exercise, document: Document) -> Iterator[Mistake]:
    """Words for a seat that is not there."""
    for _, part, path in walk(Exercise, level):
        if isinstance(part, Say) and part.to not in (EVERYONE, *level.seats):
            yield document.no_such("seat", part.to, [EVERYONE, *level.seats], (*path, part.word, "to"))
