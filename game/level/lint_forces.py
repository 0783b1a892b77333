"""Whether units can do and are allowed what the exercise asks of them, and whether there are so many of them."""

from collections.abc import Iterator

from game.level.document import Document
from game.level.exercise import Exercise
from game.level.forces import Unit, people_in
from game.level.hints import walk
from game.level.mistake import Mistake, Path, suggestion
from game.level.shelf import Doctrine
from game.rules import authority
from game.world.catalogue import UnitType
from game.world.ladder import NEVER
from game.world.units import Formation
from game.world.world import Command

Types = dict[str, UnitType]


def mistakes(level: Exercise, types: Types, doctrine: Doctrine | None, document: Document) -> Iterator[Mistake]:
    """What is wrong with seats, units and orders; `types` and `doctrine` as far as they could be read."""
    yield from _seats(level, document)
    yield from _comings(level, document)
    yield from _personnel(level, types, document)
    for name, unit in level.units.items():
        if unit.type in types:
            yield from _fits(unit, types[unit.type], ("units", name), document)
    for _, part, path in walk(Exercise, level):
        if isinstance(part, Command):
            yield from _order(part, level, types, path, document)
            yield from _forbidden(part, doctrine, path, document)


def _seats(level: Exercise, document: Document) -> Iterator[Mistake]:
    for name in level.seats:
        if name in authority.OUTSIDE:
            yield document.mistake_of_name(("seats", name), "seat_is_taken", got=name)
    if sum(seat.played_by == "trainee" for seat in level.seats.values()) != 1:
        yield document.mistake_of_name(("seats",), "one_trainee")


def _comings(level: Exercise, document: Document) -> Iterator[Mistake]:
    """A unit is there, comes at a time, comes on request or stays at its barracks: one of these."""
    for name, unit in level.units.items():
        ways = (unit.arrives is not None, unit.on_request is not None, not unit.deployed)
        if sum(ways) > 1:
            yield document.mistake(("units", name), "comes_one_way")


def _personnel(level: Exercise, types: Types, document: Document) -> Iterator[Mistake]:
    """More officers on the square than the roster allows; who comes on request is another district's."""
    if level.personnel is None:
        return
    most, roster = level.personnel.most, level.personnel.roster
    if most > roster:
        yield document.mistake(("personnel", "deploy_at_most"), "at_most", le=roster, got=most)
    sent = [unit for unit in level.units.values() if unit.deployed and unit.on_request is None and unit.type in types]
    count = sum(people_in(types[unit.type]) for unit in sent)
    if count > most:
        yield document.mistake_of_name(("personnel",), "too_many_deployed", count=count, most=most)


def _order(order: Command, level: Exercise, types: Types, path: Path, document: Document) -> Iterator[Mistake]:
    """Orders, formations and postures that a unit's type does not have."""
    unit = level.units.get(getattr(order, "unit", ""))
    if unit is None or unit.type not in types:
        return
    kind = types[unit.type]
    if order.word not in kind.orders and not getattr(order, "of_any_type", False):
        yield document.mistake(path, "type_lacks_order", type=kind.name, got=order.word)
    yield from _fits(order, kind, (*path, order.word), document)


def _forbidden(order: Command, doctrine: Doctrine | None, path: Path, document: Document) -> Iterator[Mistake]:
    """An order that the doctrine allows at no class of threat, so in no phase."""
    rules = {} if doctrine is None else doctrine.orders
    rule = rules.get(f"{order.word}:{getattr(order, 'detail', '')}") or rules.get(order.word)
    if rule is not None and rule.threat >= NEVER:
        yield document.mistake(path, "forbidden_by_doctrine", got=order.word, source=rule.source)


def _fits(asked: Unit | Command, kind: UnitType, path: Path, document: Document) -> Iterator[Mistake]:
    formation, posture = getattr(asked, "formation", None), getattr(asked, "posture", None)
    if isinstance(formation, Formation) and formation.word not in kind.formations:
        values = {"got": formation.word, "choices": ", ".join(kind.formations)}
        yield document.mistake((*path, "formation"), "type_lacks_formation", type=kind.name, **values)
    if isinstance(posture, str) and posture not in kind.postures:
        hint = {"choices": ", ".join(kind.postures), **suggestion(posture, kind.postures)}
        yield document.mistake((*path, "posture"), "type_lacks_posture", type=kind.name, got=posture, **hint)
