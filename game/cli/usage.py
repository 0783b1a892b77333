"""What was typed wrongly, and where to read how it is typed; cyclopts itself speaks English only."""

import difflib
from collections.abc import Iterable
from typing import Literal, get_args, get_origin

from cyclopts import (
    CoercionError,
    CycloptsError,
    MissingArgumentError,
    RepeatArgumentError,
    UnknownCommandError,
    UnknownOptionError,
    UnusedCliTokensError,
    ValidationError,
)
from cyclopts.validators import Number

from game.cli.words import words

BOUNDS = {"gt": ">", "gte": "≥", "lt": "<", "lte": "≤"}  # fields of Number


def told(wrong: CycloptsError) -> str:
    """`wrong` as a sentence in the chosen language, with where help is."""
    command = " ".join(["sispamkota", *(wrong.command_chain or ())])
    return f"{_sentence(wrong)} {words('usage.help', command=command)}"


def _sentence(wrong: CycloptsError) -> str:
    match wrong:
        case UnknownCommandError(unused_tokens=[token, *_], app=app):
            known = [name for name in (app or ()) if not name.startswith("-")]
            return words("usage.command", got=token, known=", ".join(known), **_likely(token, known))
        case UnknownOptionError(token=token):
            got = token.keyword or token.value
            known = [name for argument in wrong.argument_collection for name in argument.names]
            return words("usage.option", got=got, **_likely(got, known))
        case UnusedCliTokensError(unused_tokens=[token, *_]):
            return words("usage.too_much", got=token)
        case MissingArgumentError():
            return _missing(wrong)
        case RepeatArgumentError():
            return words("usage.twice", name=wrong.token.keyword)
        case CoercionError() | ValidationError():
            return _bad_value(wrong)
    wrong.verbose = False
    return str(wrong)


def _missing(wrong: MissingArgumentError) -> str:
    """An option that stands there without its value, or one that does not stand there at all."""
    name = wrong.keyword or _name(wrong)
    typed = [token for token in wrong.unused_tokens or () if token.startswith("--") and token != name]
    misspelt = difflib.get_close_matches(name, typed, n=1)
    return words("usage.option", got=misspelt[0], guess=name) if misspelt else words("usage.missing", name=name)


def _bad_value(wrong: CoercionError | ValidationError) -> str:
    token = getattr(wrong, "token", None) or (wrong.argument.tokens[0] if wrong.argument else None)
    got = token.value if token else "?"
    if bool in _types(wrong):
        return words("usage.no_value", name=_name(wrong), got=got)
    return words("usage.value", name=_name(wrong), got=got, wanted=_wanted(wrong))


def _wanted(wrong: CycloptsError) -> str:
    """What would be a good value."""
    if wrong.argument and get_origin(wrong.argument.hint) is Literal:
        return words("usage.one_of", known=", ".join(str(choice) for choice in get_args(wrong.argument.hint)))
    bounds = [f"{sign} {bound:g}" for name, sign in BOUNDS.items() if (bound := _bound(wrong, name)) is not None]
    kind = words("usage.whole_number" if int in _types(wrong) else "usage.number")
    return f"{kind} {', '.join(bounds)}".strip()


def _types(wrong: CycloptsError) -> tuple[object, ...]:
    """The type that is asked for, also where it may be left out."""
    hint = wrong.argument.hint if wrong.argument else str
    return hint, *get_args(hint)


def _bound(wrong: CycloptsError, name: str) -> float | None:
    validators: Iterable[object] = wrong.argument.parameter.validator if wrong.argument else ()  # type: ignore[assignment]
    numbers = [each for each in validators if isinstance(each, Number)]
    return next((getattr(number, name) for number in numbers), None)


def _name(wrong: CycloptsError) -> str:
    """As it is typed: --seed, LEVEL."""
    return wrong.argument.name if wrong.argument else "?"


def _likely(word: str, known: Iterable[str]) -> dict[str, str]:
    like = difflib.get_close_matches(word, list(known), n=1)
    return {"guess": like[0]} if like else {}
