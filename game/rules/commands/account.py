"""Say why: the reason of a decision, for the record."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from game.rules import authority
from game.world.events import Event
from game.world.reason import Reason, reason
from game.world.world import Command, World

Why = Literal["protect_life", "crowd_changed", "warned_in_vain", "asked_to", "mistake", "other"]
Note = Annotated[str, Field(max_length=400)]


@dataclass(frozen=True)
class Accounted(Event):
    """A seat has said why it did what an earlier event tells of; the actor is the seat."""

    event: int
    why: Why
    note: str


@dataclass(frozen=True)
class Account(Command):
    """Answer "why now?" for the flag or the force that `event` tells of: one choice, and a `note` of one's own."""

    event: Annotated[int, Field(ge=0)]
    why: Why
    note: Note = ""

    def check(self, world: World, seat: str) -> Reason | None:
        if self.event >= world.events_said:
            return reason("nothing_to_account_for")
        return None if seat in (*world.seats, *authority.OUTSIDE) else reason("unknown_seat", seat=seat)

    def apply(self, world: World, seat: str) -> None:
        told = Accounted(event=self.event, why=self.why, note=self.note.strip())
        world.say(told, actor=seat, because=(self.event,))
