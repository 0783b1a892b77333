"""Plain data → what the grammar says it is; everything that does not fit becomes a Mistake with its place."""

import functools
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from game.level.document import Document
from game.level.hints import choices, hint_at
from game.level.mistake import Mistake, Path, Value, quoted, suggestion
from game.world.quantities import Text

T = TypeVar("T")

# What pydantic calls it → our sentence under level.*
CODES = {
    "missing": "missing",
    "unexpected_keyword_argument": "unknown_field",
    "dataclass_type": "needs_fields",
    "dict_type": "needs_fields",
    "list_type": "needs_list",
    "tuple_type": "needs_list",
    "string_type": "needs_text",
    "int_type": "needs_whole_number",
    "int_from_float": "needs_whole_number",
    "int_parsing": "needs_whole_number",
    "int_parsing_size": "needs_whole_number",
    "float_type": "needs_number",
    "float_parsing": "needs_number",
    "finite_number": "needs_number",
    "bool_type": "needs_true_or_false",
    "bool_parsing": "needs_true_or_false",
    "greater_than_equal": "at_least",
    "greater_than": "more_than",
    "less_than_equal": "at_most",
    "less_than": "less_than",
    "too_short": "too_few",
    "too_long": "too_many_items",
    "string_too_short": "blank",
    "string_too_long": "too_long",
    "literal_error": "one_of",
    "unknown_word": "unknown_word",
    "one_word": "needs_one_word",
    "duration": "needs_duration",
    "span": "needs_span",
    "most": "needs_most",
    "time_of_day": "needs_time_of_day",
    "name": "needs_name",
}

BOUNDS: tuple[str, ...] = ("ge", "gt", "le", "lt", "min_length", "max_length")


def validated(kind: type[T], document: Document) -> T | None:
    """The data of `document` as a `kind`, or None; what is wrong is added to its mistakes."""
    if document.plain is None and document.mistakes:
        return None
    try:
        value: T = _adapter(kind).validate_python(document.plain)  # type: ignore[arg-type]
    except ValidationError as wrong:
        document.mistakes += [_mistake(kind, document, error) for error in wrong.errors(include_url=False)]
        return None
    return value


@functools.cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _mistake(kind: type, document: Document, error: ErrorDetails) -> Mistake:
    code, path = CODES.get(error["type"], "does_not_fit"), tuple(error["loc"])
    if code == "unknown_field":
        return _unknown_field(kind, document, path)
    hint = hint_at(kind, path)
    if hint is Text:
        code = "needs_both_languages"
    if code == "missing" and hint_at(kind, path[:-1]) is Text:
        return document.mistake(path[:-1], "missing_translation", language=str(path[-1]))
    return document.mistake(path, code, **_values(code, error), **_hint(code, hint, error))


def _unknown_field(kind: type, document: Document, path: Path) -> Mistake:
    known = choices(hint_at(kind, path[:-1]))
    return document.mistake_of_name(path, "unknown_field", **suggestion(path[-1], known))


def _values(code: str, error: ErrorDetails) -> dict[str, Value]:
    """What the sentence is filled with: what was got, and the bound it broke."""
    context: dict[str, Value] = error.get("ctx", {})
    bounds = {name: context[name] for name in BOUNDS if name in context}
    return {**bounds, "got": quoted(context.get("word", error["input"]))}


def _hint(code: str, hint: Any, error: ErrorDetails) -> dict[str, Value]:
    """The choices there are, and the likeliest of them."""
    if code not in ("one_of", "unknown_word"):
        return {}
    known = list(error["ctx"].get("known", ())) or choices(hint)
    return {"choices": ", ".join(known), **suggestion(error["ctx"].get("word", error["input"]), known)}
