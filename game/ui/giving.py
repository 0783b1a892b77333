"""What a negotiator is about to offer or promise: a delegation, a hearing, time or a way out, and how much of it."""

from dataclasses import dataclass, field
from typing import Final

from game.rules.negotiation.subject import LEAST, MOST
from game.session.dealings import TalksView
from game.session.view import View

WHATS: Final = ("delegation", "hearing", "time", "route")
MINUTES: Final = (1, 2, 3, 5, 10, 15, 20, 30)  # that can be given or promised; subject.py: 1 to 30 min
TEN: Final = MINUTES.index(10)  # what a turn takes for granted


@dataclass
class Giving:
    """A choice that is kept while others are looked at."""

    wished: str = WHATS[0]
    chosen: dict[str, int] = field(default_factory=lambda: {"delegation": 1, "time": TEN})  # what → which value
    within: int = TEN  # of MINUTES

    def whats(self, view: View, talks: TalksView) -> list[str]:
        """What there is to give."""
        return [what for what in WHATS if _values(what, view, talks)]

    def what(self, view: View, talks: TalksView) -> str:
        """What is to be given, as long as it can be."""
        return self.wished if _values(self.wished, view, talks) else WHATS[0]

    def to(self, view: View, talks: TalksView) -> str:
        """How much or which of it."""
        what = self.what(view, talks)
        values = _values(what, view, talks)
        return values[min(self.chosen.get(what, 0), len(values) - 1)]

    def choose(self, what: str) -> None:
        """Let `what` be given."""
        self.wished = what

    def next_what(self, view: View, talks: TalksView, steps: int) -> None:
        """Go on to another of what there is to give."""
        whats = self.whats(view, talks)
        self.wished = whats[(whats.index(self.what(view, talks)) + steps) % len(whats)]

    def turn(self, view: View, talks: TalksView, steps: int) -> None:
        """More or less of it, or another."""
        what = self.what(view, talks)
        self.chosen[what] = (self.chosen.get(what, 0) + steps) % len(_values(what, view, talks))

    def later(self, steps: int) -> None:
        """Give more time until it must be kept, or less."""
        self.within = min(max(self.within + steps, 0), len(MINUTES) - 1)

    def fields(self, view: View, talks: TalksView) -> dict[str, str]:
        """As the turn is written in an order."""
        within = f"{MINUTES[self.within]}m"
        return {"what": self.what(view, talks), "to": self.to(view, talks), "within": within}


def _values(what: str, view: View, talks: TalksView) -> list[str]:
    return {
        "delegation": [str(count) for count in range(LEAST, MOST + 1)],
        "hearing": list(talks.demands),
        "time": [f"{minutes}m" for minutes in MINUTES],
        "route": list(view.scene.exits_shut),
    }[what]
