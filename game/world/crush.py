"""Where people are about to be crushed, one record for each place."""

from dataclasses import dataclass
from typing import Literal

from game.world.people import Floats

Severity = Literal["early", "grave"]


@dataclass(eq=False)
class Crush:
    """A place where the crowd is pressed together more than it bears for long, until it has eased."""

    place: Floats  # (2,) m, the middle of those affected
    since: int  # tick
    seen: int  # tick at which it was last so
    severity: Severity
    people: int  # affected
    density: float  # people/m², the greatest
    causes: list[str]
    told: bool = False
