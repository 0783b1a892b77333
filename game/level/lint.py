"""What types cannot tell: whether names name something, phases lead somewhere and words fit their unit."""

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

from game.level import lint_shelf
from game.level.document import Document
from game.level.exercise import END, Exercise, Unit
from game.level.grammar import AgencyName, RankName, RoleName, TypeName
from game.level.hints import is_name, walk
from game.level.lint_names import kind_of
from game.level.mistake import Mistake, Path, suggestion
from game.level.place import Place
from game.level.shelf import District, Doctrine, Roles, UnitTypes
from game.rules import authority
from game.rules.commands.enter_phase import EnterPhase
from game.world.catalogue import Normal, Range, UnitType
from game.world.names import GroupName, PhaseName, SeatName, UnitName, ZoneName
from game.world.quantities import Text
from game.world.units import Formation
from game.world.world import Command

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
        yield from _phases(value, document)
        yield from _crowd(value, document)
        yield from _seats(value, document)
        types = {} if known.types is None else known.types.units
        yield from _too_many(value, types, document)
        yield from _units(value, types, document)
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


def _phases(level: Exercise, document: Document) -> Iterator[Mistake]:
    """Phases that nothing leads to, and an exercise that could go on for ever."""
    reached = _reached(level)
    for name in level.phases:
        if name not in reached:
            yield document.mistake_of_name(("phases", name), "phase_unreachable", phase=name)
    if END in level.phases:
        yield document.mistake_of_name(("phases", END), "end_is_taken")
    if level.limits.time is None and END not in reached:
        yield document.mistake_of_name(("phases",), "cannot_end")
    for name, phase in level.phases.items():
        for i, inject in enumerate(phase.injects):
            if (inject.at is None) == (inject.when is None):
                yield document.mistake(("phases", name, "injects", i), "at_or_when")


def _reached(level: Exercise) -> set[str]:
    """The phases that can be come to from the start."""
    reached: set[str] = set()
    ahead = [str(level.start)]
    while ahead:
        name = ahead.pop()
        if name in reached:
            continue
        reached.add(name)
        if phase := level.phases.get(name):
            orders = (order for inject in phase.injects for order in inject.do)
            ahead += [step.to for step in phase.next] + [o.phase for o in orders if isinstance(o, EnterPhase)]
    return reached


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


def _seats(level: Exercise, document: Document) -> Iterator[Mistake]:
    for name in level.seats:
        if name in authority.OUTSIDE:
            yield document.mistake_of_name(("seats", name), "seat_is_taken", got=name)
    if sum(seat.played_by == "trainee" for seat in level.seats.values()) != 1:
        yield document.mistake_of_name(("seats",), "one_trainee")


def _units(level: Exercise, types: dict[str, UnitType], document: Document) -> Iterator[Mistake]:
    """Formations, postures and orders that a unit's type does not have."""
    for name, unit in level.units.items():
        if unit.type in types:
            yield from _fits(unit, types[unit.type], ("units", name), document)
    for _, part, path in walk(Exercise, level):
        unit_name = getattr(part, "unit", None)
        if isinstance(part, Command) and unit_name in level.units and level.units[unit_name].type in types:
            kind = types[level.units[unit_name].type]
            if part.word not in kind.orders:
                yield document.mistake(path, "type_lacks_order", type=kind.name, got=part.word)
            yield from _fits(part, kind, (*path, part.word), document)


def _fits(asked: Unit | Command, kind: UnitType, path: Path, document: Document) -> Iterator[Mistake]:
    formation, posture = getattr(asked, "formation", None), getattr(asked, "posture", None)
    if isinstance(formation, Formation) and formation.word not in kind.formations:
        values = {"got": formation.word, "choices": ", ".join(kind.formations)}
        yield document.mistake((*path, "formation"), "type_lacks_formation", type=kind.name, **values)
    if isinstance(posture, str) and posture not in kind.postures:
        hint = {"choices": ", ".join(kind.postures), **suggestion(posture, kind.postures)}
        yield document.mistake((*path, "posture"), "type_lacks_posture", type=kind.name, got=posture, **hint)
