"""In which language the command line answers."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from contextvars import ContextVar

from game.paths import ASSETS
from game.text import LANGUAGES, say
from game.text.system import name_of, words_of

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


def refuse_missing_texts() -> None:
    """Leave the program, saying where they were looked for, unless the words it speaks with are there."""
    if not all((ASSETS / "text" / f"{each}.json").is_file() for each in LANGUAGES):
        where = ASSETS.parent
        raise SystemExit(
            f"Berkas Sispamkota tidak ada di {where}. Perbaiki atau hapus $SISPAMKOTA_DATA, atau pasang ulang.\n"
            f"The files of Sispamkota are not in {where}. Mend or unset $SISPAMKOTA_DATA, or install it again."
        )


def words(code: str, **values: object) -> str:
    """The sentence ``cli.<code>`` in the chosen language; of `values`, `system` is what :func:`name_of` gave."""
    if "system" in values:
        values["system"] = words_of(str(values["system"]), language.get())
    hint = say("cli.did_you_mean", values, language.get()) if "guess" in values else ""
    return say(f"cli.{code}", values, language.get()) + hint


class UnansweredError(Exception):
    """An answer could not be written, as when the disk is full; `system` says why as :func:`name_of` does."""

    def __init__(self, wrong: OSError) -> None:
        super().__init__(str(wrong))
        self.system = name_of(wrong)


def tell(code: str, **values: object) -> None:
    """Print that sentence."""
    answer(words(code, **values))


def answer(text: str) -> None:
    """Print `text` where answers go, at once.

    Raises:
        BrokenPipeError: nobody reads on.
        UnansweredError: it cannot be written.
    """
    try:
        print(text, flush=True)
    except BrokenPipeError:
        raise
    except OSError as full:
        raise UnansweredError(full) from full


def complain(text: str) -> None:
    """Print `text` where errors go; where nothing can be written there, the exit code must do."""
    with suppress(OSError):
        print(text, file=sys.stderr)
