"""A kind is a class that a level, an order or a record can name: ``word: {field: value}``.

One grammar serves YAML levels, recordings and checkpoints. A base class (Formation, Task, Command, …) derives from
:class:`Kind` directly; every class below a base is one word, the snake case of its name.
"""

import dataclasses
import functools
import re
from typing import Any, ClassVar, Self

from pydantic import ConfigDict, GetCoreSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema, PydanticCustomError, core_schema
from typing_extensions import TypedDict  # pydantic refuses typing.TypedDict before Python 3.12


def snake(name: str) -> str:
    """``ParuhLembing`` → ``paruh_lembing``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


class Kind:
    """Something with a word of its own; the fields of its dataclass are its grammar."""

    word: ClassVar[str] = ""
    words: ClassVar[dict[str, type["Kind"]]] = {}
    __pydantic_config__ = ConfigDict(extra="forbid")

    def __init_subclass__(cls, abstract: bool = False) -> None:
        """Give each base its own table of words, and each class below it that is not abstract a place there."""
        super().__init_subclass__()
        if Kind in cls.__bases__:
            cls.words = {}
        elif not abstract:
            cls.word = snake(cls.__name__)
            cls.words[cls.word] = cls

    @classmethod
    def read(cls, value: Any) -> Self:
        """The kind that `value` names; raises pydantic.ValidationError with the place inside `value`.

        Accepts ``word``, ``{word: {field: value}}`` and, for a kind with one field, ``{word: value}``.
        """
        if isinstance(value, cls):
            return value
        word, fields = _word_and_fields(value)
        kind: Any = cls.words.get(word)
        if kind is None:
            known = sorted(cls.words)
            raise PydanticCustomError("unknown_word", "unknown word", {"word": word, "known": known})
        result: Self = _reader(word, kind).validate_python({word: kind.named(fields)})[word]
        return result

    @classmethod
    def named(cls, fields: Any) -> Any:
        """``10m`` → ``{time: 10m}``: a kind's first field may stay unnamed where the others have defaults."""
        own = dataclasses.fields(cls)  # type: ignore[arg-type]
        if isinstance(fields, dict) or not own or any(f.default is dataclasses.MISSING for f in own[1:]):
            return fields
        return {own[0].name.removesuffix("_"): fields}  # `class_` is written `class`

    def plain(self) -> dict[str, Any]:
        """``{word: {field: value}}`` of JSON values; :meth:`read` turns it back into an equal kind."""
        own: Any = type(self)
        dumped: dict[str, Any] = _reader(self.word, own).dump_python({self.word: self}, mode="json", by_alias=True)
        return dumped

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A base is read by its words, a class below it by its fields."""
        if Kind in cls.__bases__:
            write = core_schema.plain_serializer_function_ser_schema(_plain)
            return core_schema.no_info_plain_validator_function(cls.read, serialization=write)
        return handler(source)


def _plain(kind: Kind) -> dict[str, Any]:
    return kind.plain()


def _word_and_fields(value: Any) -> tuple[str, Any]:
    """Split ``{word: fields}``; a bare word has no fields."""
    if isinstance(value, str):
        return value, {}
    if isinstance(value, dict) and len(value) == 1:
        ((word, fields),) = value.items()
        return str(word), {} if fields is None else fields
    raise PydanticCustomError("one_word", "one word with its fields", {})


@functools.cache
def _reader(word: str, kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(TypedDict(word, {word: kind}))  # type: ignore[operator]
