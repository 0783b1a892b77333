"""Commands given at ticks that are known beforehand: of a recording, or of a file of orders."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from game.level.document import Document
from game.level.grammar import Written
from game.level.mistake import LevelErrors, Mistake
from game.level.read import unreadable
from game.level.validate import validated
from game.session.journal import Given
from game.session.session import BEFORE, Session
from game.session.view import INSTRUCTOR
from game.world.names import SeatName
from game.world.world import Command

LARGEST = 20_000_000  # bytes, some days of an exercise; guess
MOST_MISTAKES = 100  # lines that are told of one file; who has more has named the wrong file; guess


class Orders:
    """What is still to be given."""

    def __init__(self, given: Iterable[Given]) -> None:
        """Orders in the sequence of their ticks; those of one tick as they come."""
        self._ahead = sorted(given, key=lambda each: each.tick)
        self._next = 0

    @property
    def left(self) -> list[Given]:
        """What has not been given; at the end of an exercise, what came too late for it."""
        return self._ahead[self._next :]

    def prepare(self, session: Session) -> None:
        """Give what belongs before the first tick of `session`, as placing units."""
        while self._next < len(self._ahead) and self._ahead[self._next].tick == BEFORE:
            self._submit_next(session)
        session.prepare()

    def submit_due(self, session: Session) -> None:
        """Give what belongs to the tick at which `session` stands."""
        while self._next < len(self._ahead) and self._ahead[self._next].tick <= session.world.tick:
            self._submit_next(session)

    def _submit_next(self, session: Session) -> None:
        given = self._ahead[self._next]
        session.submit(given.command, seat=given.seat)
        self._next += 1


@dataclass(frozen=True)
class Order(Written):
    """One line of a file of orders."""

    tick: Annotated[int, Field(ge=BEFORE, strict=True)]
    seat: SeatName
    do: Command


def read_orders(path: Path, seats: Iterable[str]) -> list[Given]:
    """The orders in `path`: lines as in recording.jsonl, ``{"tick": 412, "seat": "kapolres", "do": {…}}``.

    Lines of a recording that are no commands are passed over, so that its orders can be given again.

    Raises:
        LevelErrors: every line that is wrong, up to the first hundred.
    """
    known = [*seats, INSTRUCTOR]
    orders: list[Given] = []
    mistakes: list[Mistake] = []
    for document in _documents(path):
        order = validated(Order, document)
        if order is not None and order.seat not in known:
            document.mistakes.append(document.no_such("seat", order.seat, known, ("seat",)))
        elif order is not None:
            orders.append(Given(order.tick, order.seat, order.do))
        mistakes += document.mistakes
        if len(mistakes) >= MOST_MISTAKES:
            break
    if mistakes:
        raise LevelErrors(mistakes)
    return orders


def _documents(path: Path) -> Iterator[Document]:
    """Each line that is, or should be, an order."""
    for number, text in enumerate(_text(path).splitlines(), start=1):
        document = Document(str(path), places={(): (number, 1)})
        if text.strip():
            try:
                document.plain = json.loads(text)
                json.dumps(document.plain, ensure_ascii=False).encode()  # as it will be written into the recording
            except UnicodeEncodeError:
                document.mistakes.append(Mistake(str(path), number, 1, "", "orders_half_character"))
            except (ValueError, RecursionError) as wrong:
                place = number, getattr(wrong, "colno", 1)
                document.mistakes.append(Mistake(str(path), *place, "", "orders_not_json"))
            if document.mistakes or not _notes_something_else(document.plain):
                yield document


def _notes_something_else(line: Any) -> bool:
    return isinstance(line, dict) and bool(line.keys() & {"header", "hash"})


def _text(path: Path) -> str:
    """All of the file; raises LevelErrors."""
    try:
        if path.exists() and not path.is_file():
            raise IsADirectoryError(path)  # or a pipe, which could keep us waiting
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise LevelErrors([Mistake(str(path), 1, 1, "", "too_large", {"most": LARGEST})])
        return content.decode("utf-8")
    except UnicodeDecodeError as binary:
        raise LevelErrors([Mistake(str(path), 1, 1, "", "orders_no_text")]) from binary
    except OSError as wrong:
        raise LevelErrors([unreadable(str(path), wrong)]) from wrong
