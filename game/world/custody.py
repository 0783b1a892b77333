"""Acts that were seen, and what became of the people held for them."""

from dataclasses import dataclass
from typing import Literal

from game.world.people import NOBODY

Outcome = Literal["taken", "held", "released"]


@dataclass
class Sighting:
    """Somebody was seen doing something that is forbidden."""

    person: int  # row
    act: str  # word of the act
    tick: int
    seen_by: str  # unit
    event: int  # id of the event that told of it
    in_sight: int = 0  # tick at which an officer last saw that person


@dataclass
class Arrest:
    """One person taken: what a report of it must say."""

    person: int  # row
    unit: str
    officer: str  # name of who answers for it
    ordered_by: str  # seat
    taken: int  # tick
    act: str  # what was seen, "" for no evidence
    seen: int  # tick at which it was seen, -1
    seen_by: str  # unit
    escort: int = NOBODY  # row of the officer who has the person by the arm, NOBODY once others keep them
    hurt_before: bool = False  # whether the person was hurt already when taken
    handed_over: int | None = None  # tick
    to: str = ""  # zone where they are kept, or the unit that keeps them
    injured: bool = False  # hurt while in custody
    ill_treated: bool = False
    outcome: Outcome = "taken"
