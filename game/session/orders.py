"""Commands given at ticks that are known beforehand: of a recording, or of a file of orders."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game.level.mistake import LevelErrors, Mistake, Value, quoted, suggestion
from game.session.journal import Given
from game.session.session import Session
from game.session.view import INSTRUCTOR
from game.world.world import Command


class Orders:
    """What is still to be given."""

    def __init__(self, given: Iterable[Given]) -> None:
        """Orders in the sequence of their ticks; those of one tick as they come."""
        self._ahead = sorted(given, key=lambda each: each.tick)
        self._next = 0

    def submit_due(self, session: Session) -> None:
        """Give what belongs to the tick at which `session` stands."""
        while self._next < len(self._ahead) and self._ahead[self._next].tick <= session.world.tick:
            given = self._ahead[self._next]
            session.submit(given.command, seat=given.seat)
            self._next += 1


def read_orders(path: Path, seats: Iterable[str]) -> list[Given]:
    """The orders in `path`: lines as in recording.jsonl, ``{"tick": 412, "seat": "kapolres", "do": {…}}``.

    Lines of a recording that are no commands are passed over, so that its orders can be given again.

    Raises:
        LevelErrors: every line that is wrong.
    """
    known = [*seats, INSTRUCTOR]
    orders: list[Given] = []
    mistakes: list[Mistake] = []
    for number, text in enumerate(_lines(path), start=1):
        try:
            orders += _order(text, known)
        except _LineError as wrong:
            mistakes.append(Mistake(str(path), number, wrong.column, wrong.where, wrong.code, wrong.values))
    if mistakes:
        raise LevelErrors(mistakes)
    return orders


class _LineError(Exception):
    def __init__(self, code: str, where: str = "", column: int = 1, got: Any = None, known: Iterable[str] = ()) -> None:
        super().__init__(code)
        self.code, self.where, self.column = code, where, column
        self.values: dict[str, Value] = {"got": quoted(got), **suggestion(got, known)}


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as missing:
        raise LevelErrors([Mistake(str(path), 1, 1, "", "orders_missing")]) from missing
    except (OSError, UnicodeDecodeError) as unreadable:
        raise LevelErrors([Mistake(str(path), 1, 1, "", "orders_unreadable")]) from unreadable


def _order(text: str, seats: list[str]) -> list[Given]:
    """The order on one line; none on an empty line or one that notes something else."""
    if not text.strip():
        return []
    try:
        line = json.loads(text)
    except ValueError as wrong:
        raise _LineError("orders_not_json", column=getattr(wrong, "colno", 1)) from wrong
    except RecursionError as deep:
        raise _LineError("orders_not_json") from deep
    if isinstance(line, dict) and line.keys() & {"header", "hash"}:
        return []
    if not isinstance(line, dict) or line.keys() != {"tick", "seat", "do"}:
        raise _LineError("orders_fields")
    return [Given(_tick(line["tick"]), _seat(line["seat"], seats), _command(line["do"]))]


def _tick(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise _LineError("orders_tick", "tick", got=value)
    return value


def _seat(value: Any, seats: list[str]) -> str:
    if value not in seats:
        raise _LineError("orders_seat", "seat", got=value, known=seats)
    return str(value)


def _command(value: Any) -> Command:
    try:
        return Command.read(value)
    except ValidationError as wrong:
        where = ".".join(["do", *map(str, wrong.errors()[0]["loc"])])
        raise _LineError("orders_command", where, got=value) from wrong
    except ValueError as wrong:
        word = next(iter(value), "") if isinstance(value, dict) else value
        raise _LineError("orders_command", "do", got=word, known=Command.words) from wrong
