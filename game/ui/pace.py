"""How fast exercise time follows real time; a recording never sees it."""

from dataclasses import dataclass
from typing import Final

SPEEDS: Final = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)  # exercise seconds per real second
ONE: Final = SPEEDS.index(1.0)


@dataclass
class Pace:
    """Running or paused, and at which of SPEEDS."""

    paused: bool = False
    step: int = ONE

    @property
    def speed(self) -> float:
        """Exercise seconds per real second when not paused."""
        return SPEEDS[self.step]

    @property
    def rate(self) -> float:
        """Exercise seconds per real second now."""
        return 0.0 if self.paused else self.speed

    def toggle(self) -> None:
        """Pause, or go on."""
        self.paused = not self.paused

    def change(self, steps: int) -> None:
        """Go `steps` faster (negative: slower), within SPEEDS."""
        self.step = min(max(self.step + steps, 0), len(SPEEDS) - 1)
