"""Names that name nothing, found in data that does not fit the grammar elsewhere: all mistakes are told in one go."""

from collections.abc import Iterator
from typing import Any

from game.level.document import Document
from game.level.exercise import END, Exercise
from game.level.grammar import ALL
from game.level.hints import hint_at, is_name
from game.level.mistake import Mistake, Path
from game.world.names import GroupName, PhaseName, SeatName, UnitName

SECTIONS = {GroupName: "crowd", UnitName: "units", SeatName: "seats", PhaseName: "phases"}


def mistakes(document: Document, known: dict[Any, list[str]]) -> Iterator[Mistake]:
    """What the exercise in `document` names in vain; `known` holds the names that other files declare."""
    names = {**known, **_declared(document.plain)}
    for path, value in _leaves(document.plain, ()):
        family = _family(path)
        if family is not None and isinstance(value, str) and value not in (ALL, *names.get(family, [value])):
            yield document.no_such(kind_of(family), value, names[family], path)


def kind_of(family: Any) -> str:
    """What a message calls a name of `family`: zone, group, unit."""
    return str(family.__name__).removesuffix("Name").lower()


def _declared(plain: Any) -> dict[Any, list[str]]:
    """What the exercise declares itself, whatever else is wrong with it."""
    sections = {family: plain.get(section) for family, section in SECTIONS.items()} if isinstance(plain, dict) else {}
    found = {family: list(map(str, section)) for family, section in sections.items() if isinstance(section, dict)}
    return {family: [*names, END] if family is PhaseName else names for family, names in found.items()}


def _leaves(plain: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Every value that is no list and no mapping, with its path."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(plain, list):
        for index, value in enumerate(plain):
            yield from _leaves(value, (*path, index))
    else:
        yield path, plain


def _family(path: Path) -> Any:
    """The family of names that belongs at `path`, None where none does; one name may stand for a list of them."""
    hint = hint_at(Exercise, path)
    family = hint if is_name(hint) else hint_at(hint, (0,))
    return family if is_name(family) else None
