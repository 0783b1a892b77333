"""Not to say the same thing each second."""

from dataclasses import dataclass, field

from game.session.view import View


@dataclass
class Patience:
    """Remembers what was ordered, and until when it is not ordered again."""

    due: dict[str, float] = field(default_factory=dict)  # what → s

    def allows(self, view: View, what: str, every: float) -> bool:
        """Whether `what` may be ordered now; if so, then not again for `every` s."""
        if view.seconds < self.due.get(what, 0.0):
            return False
        self.due[what] = view.seconds + every
        return True
