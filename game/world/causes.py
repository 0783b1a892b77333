"""The book of causes: what moved whose feelings, and the latest event behind it."""

from dataclasses import dataclass

import numpy as np

from game.world.people import Floats, Ints, People

FEELINGS = ("anger", "fear", "trust", "unity")
CAUSES = ("contagion", "posture", "force", "facilitation", "himbauan", "talks", "care", "news", "relaxation")
NO_EVENT = -1


@dataclass
class Causes:
    """Running sums of every change of feeling since the start, by cause."""

    sums: Floats  # (n, feelings, causes)
    latest: Ints  # (n, causes) id of the latest event behind it, NO_EVENT where there is none

    @classmethod
    def none_yet(cls, count: int) -> "Causes":
        """An empty book for `count` people."""
        sums = np.zeros((count, len(FEELINGS), len(CAUSES)))
        return cls(sums, np.full((count, len(CAUSES)), NO_EVENT, dtype=np.int64))

    def book(self, people: People, feeling: str, cause: str, change: Floats, event: int = NO_EVENT) -> None:
        """Move `feeling` by `change` (n,), kept within 0 … 1, and write down what really moved.

        This is the only way a feeling changes. With `event`, everyone moved remembers it as the latest behind `cause`.
        """
        before = getattr(people, feeling)
        after = np.clip(before + change, 0.0, 1.0)
        moved = after - before
        which = CAUSES.index(cause)
        self.sums[:, FEELINGS.index(feeling), which] += moved
        if event != NO_EVENT:
            self.latest[moved != 0.0, which] = event
        setattr(people, feeling, after)
