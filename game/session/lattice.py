"""Metres and radians ↔ the 16 bits in which a recording keeps them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.world.people import Floats

FINEST = 0.01  # m; product.md
STEPS = 65536  # values of a uint16
MARGIN = 10.0  # m around the ground, guess: people are kept inside it
TURN = 2.0 * np.pi  # rad

Steps = npt.NDArray[np.uint16]


@dataclass(frozen=True)
class Lattice:
    """Where step 0 lies and how long a step is; headings are in 1/65536 turn."""

    corner: float  # m, x and y of step 0
    step: float  # m

    @classmethod
    def over(cls, size: tuple[float, float]) -> "Lattice":
        """A lattice over a ground of `size` m: centimetres up to 635 m, coarser beyond."""
        return cls(-MARGIN, max(FINEST, (max(size) + 2 * MARGIN) / (STEPS - 1)))

    def steps(self, position: Floats, heading: Floats) -> Steps:
        """(3, n) for positions (n, 2) m and headings (n,) rad; what lies outside is put on its edge."""
        place = np.clip(np.rint((position.T - self.corner) / self.step), 0, STEPS - 1)
        turned = np.rint(heading / TURN * STEPS) % STEPS
        return np.vstack([place, turned]).astype(np.uint16)

    def place(self, steps: Steps) -> Floats:
        """(f, n, 2) m of steps (3, f, n)."""
        place: Floats = np.moveaxis(steps[:2], 0, -1).astype(np.float64) * self.step + self.corner
        return place

    def heading(self, steps: Steps) -> Floats:
        """(f, n) rad of steps (3, f, n)."""
        heading: Floats = steps[2].astype(np.float64) * (TURN / STEPS)
        return heading
