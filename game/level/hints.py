"""What the type hints of the grammar say: which fields there are, and which names a value holds."""

import dataclasses
import functools
import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from game.level.mistake import Path
from game.world.kind import Kind


@dataclasses.dataclass(frozen=True)
class Field:
    """A field as the author writes it: `class`, not `class_`."""

    written: str
    attribute: str
    hint: Any


@functools.cache
def fields_of(kind: Any) -> tuple[Field, ...]:
    """The fields of a dataclass, as written."""
    hints = get_type_hints(kind, include_extras=True)
    own = [field.name for field in dataclasses.fields(kind)]
    return tuple(Field(_alias(hints[name]) or name, name, hints[name]) for name in own)


def _alias(hint: Any) -> str | None:
    known = (extra.alias for extra in getattr(hint, "__metadata__", ()) if isinstance(extra, FieldInfo))
    return next(known, None)


def bare(hint: Any) -> Any:
    """`hint` without Annotated and without None."""
    if get_origin(hint) is Annotated:
        return bare(get_args(hint)[0])
    if get_origin(hint) in (Union, types.UnionType):
        return bare(next(part for part in get_args(hint) if part is not type(None)))
    return hint


def hint_at(hint: Any, path: Path) -> Any:
    """The bare hint of what stands at `path` below something of `hint`; None where the grammar knows nothing."""
    for step in path:
        hint = _below(bare(hint), step)
    return bare(hint)


def _below(hint: Any, step: str | int) -> Any:
    if is_base(hint):
        return hint.words.get(step)
    if dataclasses.is_dataclass(hint):
        return next((field.hint for field in fields_of(hint) if field.written == step), None)  # type: ignore[arg-type]
    inner = [part for part in get_args(hint) if part is not Ellipsis]
    return inner[-1] if inner and get_origin(hint) in (dict, list, tuple) else None


def is_base(hint: Any) -> bool:
    """Whether `hint` is a base of kinds, read by its words."""
    return isinstance(hint, type) and issubclass(hint, Kind) and Kind in hint.__bases__


def choices(hint: Any) -> list[str]:
    """What may be written there: fields, words or literals."""
    if is_base(hint):
        return sorted(hint.words)
    if dataclasses.is_dataclass(hint):
        return [field.written for field in fields_of(hint)]  # type: ignore[arg-type]
    return [str(choice) for choice in get_args(hint)] if get_origin(hint) is Literal else []


def walk(hint: Any, value: Any, path: Path = ()) -> Iterator[tuple[Any, Any, Path]]:
    """Every value within `value`, with its bare hint and where it stands."""
    hint = bare(hint)
    if value is None:
        return
    if isinstance(value, Kind):
        yield type(value), value, path
        yield from _walk_fields(value, path if is_written(hint) else (*path, value.word))
    elif dataclasses.is_dataclass(value):
        yield type(value), value, path
        yield from _walk_fields(value, path)
    elif isinstance(value, list | tuple):
        for i, item in enumerate(value):
            yield from walk(_below(hint, i), item, (*path, i))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from walk(_below(hint, key), item, (*path, key))
    else:
        yield hint, value, path


def is_written(hint: Any) -> bool:
    """Whether `hint` is one class of a kind, written without its word."""
    return isinstance(hint, type) and issubclass(hint, Kind) and not is_base(hint)


def _walk_fields(value: Any, path: Path) -> Iterator[tuple[Any, Any, Path]]:
    kind: Any = type(value)
    for field in fields_of(kind):
        yield from walk(field.hint, getattr(value, field.attribute), (*path, field.written))


def is_name(hint: Any) -> bool:
    """Whether `hint` is a NewType: a name that something else declares."""
    return isinstance(hint, NewType)
