"""What is claimed of the walking, and what a measurement found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Finding:
    """What was measured, in words with its figures; whether the reference is met; what the plots show."""

    ours: str
    holds: bool
    series: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Claim:
    """One row of the table of docs/validation.md.

    `fails` is the known reason why it does not hold; where it then does hold, the reason is out of date.
    """

    name: str
    source: str
    reference: str
    measure: Callable[[Sequence[int]], Finding]
    seeds: tuple[int, ...] = (1,)  # of the whole validation
    daily: Callable[[], Finding] | None = None  # a smaller case for every day; None: only in the whole validation
    fails: str = ""
    daily_fails: str = ""  # the same of the smaller case

    def verdict(self, holds: bool) -> str:
        """How it stands to what is declared whether it `holds`."""
        if holds:
            return "met, though declared as failing" if self.fails else "met"
        return f"fails: {self.fails}" if self.fails else "**not met**"
