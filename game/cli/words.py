"""In which language the command line answers."""

import os
import sys
from collections.abc import Mapping
from contextvars import ContextVar

from game.text import LANGUAGES, say

language: ContextVar[str] = ContextVar("language", default="id")


def choose_language(tokens: list[str]) -> list[str]:
    """Take ``--lang id|en`` out of `tokens` and answer in it, or as the system does where that is English.

    Raises:
        ValueError: a language we do not speak.
    """
    language.set(_of_the_system(os.environ))
    rest = []
    words = iter(tokens)
    for word in words:
        name, _, value = word.partition("=")
        if name == "--lang":
            language.set(_known(value or next(words, "")))
        else:
            rest.append(word)
    return rest


def _of_the_system(environment: Mapping[str, str]) -> str:
    named = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "en" if next(filter(None, named), "").startswith("en") else "id"


def _known(value: str) -> str:
    if value not in LANGUAGES:
        raise ValueError(value)
    return value


def words(code: str, **values: object) -> str:
    """The sentence ``cli.<code>`` in the chosen language."""
    return say(f"cli.{code}", values, language.get())


def tell(code: str, **values: object) -> None:
    """Print that sentence."""
    print(words(code, **values))


def complain(text: str) -> None:
    """Print `text` where errors go."""
    print(text, file=sys.stderr)
