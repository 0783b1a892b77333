"""What is wrong with a file, where, and what to do about it."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from game.text import known, say
from game.text.system import words_of

Path = tuple[str | int, ...]  # where in a file: ("phases", "aman", "next", 0, "to")
Value = str | int | float

LONGEST_QUOTE = 40  # characters of a wrong value shown; guess
LIKENESS = 0.6  # of difflib, 0 … 1, from which on another word is suggested; its own default


@dataclass(frozen=True)
class Mistake:
    """One mistake of one file; `code` names a sentence of assets/text under ``level.<code>``."""

    file: str
    line: int  # from 1
    column: int  # from 1
    where: str  # phases.aman.next[0].to, empty for the file as a whole
    code: str
    values: dict[str, Value] = field(default_factory=dict, hash=False)

    def tell(self, language: str = "id") -> str:
        """``file:line:column: where: what; did you mean 'that'?``."""
        values = {name: _in_words(name, value, language) for name, value in self.values.items()}
        what = say(f"level.{self.code}", values, language)
        hint = say("level.did_you_mean", values, language) if "guess" in values else ""
        where = f"{self.where}: " if self.where else ""
        return f"{self.file}:{self.line}:{self.column}: {where}{what}{hint}"


def _in_words(name: str, value: Value, language: str) -> Value:
    """A value that is itself a code, as words."""
    match name:
        case "kind":
            return say(f"level.kind.{value}", language=language)
        case "system":
            return words_of(str(value), language)
        case "problem" if known(f"level.yaml.{value}"):
            return say(f"level.yaml.{value}", language=language)
    return value


class LevelErrors(Exception):  # noqa: N818 - several errors, named as what it holds
    """Every mistake of every file that was read."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        """Keep `mistakes` once each, in the order of their files and lines."""
        self.mistakes = in_order(mistakes)
        super().__init__(self.tell("en"))

    def tell(self, language: str = "id") -> str:
        """One mistake per line."""
        return "\n".join(mistake.tell(language) for mistake in self.mistakes)


def in_order(mistakes: Iterable[Mistake]) -> tuple[Mistake, ...]:
    """Each once, by file, line and column."""
    return tuple(sorted(dict.fromkeys(mistakes), key=lambda m: (m.file, m.line, m.column, m.where, m.code)))


def dotted(path: Path) -> str:
    """``("next", 0, "to")`` → ``next[0].to``."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


def quoted(value: Any) -> str:
    """A wrong value as the author wrote it, shortened; of a list or mapping only that it is one."""
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    yaml_words = {"None": "null", "True": "true", "False": "false"}
    text = " ".join(yaml_words.get(str(value), str(value)).split())
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"


def suggestion(word: Any, known: Iterable[str]) -> dict[str, Value]:
    """``{"guess": …}`` with the known word most like `word`, or nothing."""
    like = difflib.get_close_matches(str(word), list(known), n=1, cutoff=LIKENESS)
    return {"guess": like[0]} if like else {}
