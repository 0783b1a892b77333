"""Whether roles, unit types and doctrines are whole and within what bodies and minds can be."""

from collections.abc import Iterator
from typing import Any

from game.level.document import Document
from game.level.mistake import Mistake, Path
from game.level.shelf import Doctrine, Roles, UnitTypes
from game.rules.commands.command import Inject
from game.world.catalogue import Normal, Range, UnitType
from game.world.units import Formation
from game.world.world import Command

Bounds = dict[str, tuple[float, float]]

# Least and most of each number; outside, bodies overlap, fly or never move. Bodies: crowd-model.md 1.5, widened; guess.
BOUNDS: Bounds = {
    "radius": (0.12, 0.35),  # m
    "mass": (20.0, 200.0),  # kg
    "free_speed": (0.2, 5.0),  # m/s; crowd-model.md 1.5: running 3 … 5
    "walk": (0.2, 4.0),  # m/s
    "run": (0.2, 4.0),  # m/s
    "predisposition": (0.0, 1.0),
    "risk_aversion": (0.0, 1.0),
    "threshold": (0.0, 1.0),
    "trust": (0.0, 1.0),
    "unity": (0.0, 1.0),
    "anger": (0.0, 1.0),
    "expressiveness": (0.0, 1.0),
    "openness": (0.0, 1.0),
    "strength": (1, 200),
    "gear": (0.0, 1.0),
    "brace": (0.0, 2000.0),  # N
    "reach": (0.0, 500.0),  # m
    "dialogue": (0.0, 500.0),  # m
    "crew": (1, 20),
    "shield": (0.0, 1.0),
    "tank": (0.0, 20_000.0),  # l
    "pumps": (0.0, 60.0),  # l/s; doctrine.md 4.3, twice the strongest
    "length": (1.0, 12.0),  # m
    "width": (0.4, 3.0),  # m
    "speed": (0.2, 10.0),  # m/s
    "crawl": (0.1, 2.0),  # m/s
    "keeps": (0.5, 50.0),  # m
    "turn": (1.0, 20.0),  # m
}
WHEELED = {"radius": (0.3, 1.5), "mass": (100.0, 20_000.0), "run": (0.2, 10.0), "brace": (0.0, 50_000.0)}  # the same

MEANS = {"warn": "reach", "negotiate": "dialogue", "spray": "tank"}  # order → what a type must have for it


def mistakes(value: Roles | UnitTypes | Doctrine, ranks: list[str] | None, document: Document) -> Iterator[Mistake]:
    """What is wrong with `value`; `ranks` are those of the doctrine, None if it is not known."""
    if isinstance(value, Roles):
        for name, role in value.roles.items():
            yield from _out_of_bounds(role, ("roles", name), document)
    elif isinstance(value, UnitTypes):
        for name, unit in value.units.items():
            bounds = BOUNDS if unit.vehicle is None else BOUNDS | WHEELED
            yield from _out_of_bounds(unit, ("units", name), document, bounds)
            yield from _out_of_bounds(unit.vehicle, ("units", name, "vehicle"), document)
            yield from _unit_type(unit, ranks, ("units", name), document)
    else:
        yield from _doctrine(value, document)


def _out_of_bounds(record: Any, path: Path, document: Document, bounds: Bounds = BOUNDS) -> Iterator[Mistake]:
    for field, (least, most) in bounds.items():
        for number in _numbers(getattr(record, field, None)):
            if number < least:
                yield document.mistake((*path, field), "at_least", ge=least, got=number)
            elif number > most:
                yield document.mistake((*path, field), "at_most", le=most, got=number)


def _numbers(value: Any) -> list[float]:
    """The numbers of a field: itself, the ends of a range, one for each posture."""
    if isinstance(value, Range | Normal):
        return [value.low, value.high]
    if isinstance(value, dict):
        return list(value.values())
    return [] if value is None else [value]


def _unit_type(unit: UnitType, ranks: list[str] | None, path: Path, document: Document) -> Iterator[Mistake]:
    for kind, words, known in (("order", unit.orders, Command.words), ("formation", unit.formations, Formation.words)):
        for i, word in enumerate(words):
            if word not in known:
                yield document.no_such(kind, word, sorted(known), (*path, f"{kind}s", i))
    if ranks is not None and unit.rank not in ranks:
        yield document.no_such("rank", unit.rank, ranks, (*path, "rank"))
    if not unit.postures or not unit.formations:
        yield document.mistake(path, "type_stands_nohow")
    for field in ("gear", "brace"):
        if set(getattr(unit, field)) != set(unit.postures):
            yield document.mistake((*path, field), "each_posture", choices=", ".join(unit.postures))
    for posture in unit.shield:
        if posture not in unit.postures:
            yield document.no_such("posture", posture, unit.postures, (*path, "shield", posture))
    for order, field in MEANS.items():
        if order in unit.orders and not getattr(unit, field):
            yield document.mistake((*path, "orders"), "order_without_means", order=order, field=field)


def _doctrine(doctrine: Doctrine, document: Document) -> Iterator[Mistake]:
    """Rules for what is no order, and orders without a rule."""
    orders = [word for word, kind in sorted(Command.words.items()) if not issubclass(kind, Inject)]
    for name in doctrine.orders:
        if name.partition(":")[0] not in orders:
            yield document.no_such("order", name.partition(":")[0], orders, ("orders", name))
    for word in orders:
        if word not in doctrine.orders:
            yield document.mistake_of_name(("orders",), "each_order", order=word)
