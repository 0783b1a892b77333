"""What bars a way and may be opened or pushed over: gates and barriers, each a line of elements."""

from dataclasses import dataclass

import numpy as np

from game.world import polygons
from game.world.people import Floats, Ints
from game.world.quantities import Text

ELEMENT = 2.0  # m, a leaf of a gate or one barrier, over which a push is shared; guess


@dataclass(frozen=True)
class Gate:
    """A line that bars the way while it is shut; `holds` N/m of push, None for one that nobody forces."""

    name: str
    label: Text
    line: Floats  # (m, 2) m
    strips: tuple[Floats, ...]  # (4, 2) m, one for each straight piece of the line
    holds: float | None = None
    movable: bool = False  # a row of barriers that stand on the ground, not a gate with leaves

    def away(self, points: Floats) -> Floats:
        """(n,) m from each of `points` (n, 2) to it, negative inside."""
        nearest: Floats = np.min([polygons.signed_distance(strip, points) for strip in self.strips], axis=0)
        return nearest

    def along(self, step: float) -> Floats:
        """(k, 2) m, points on it, at the most `step` m apart."""
        pieces = zip(self.line[:-1], self.line[1:], strict=True)
        return np.concatenate([np.linspace(a, b, int(np.hypot(*(b - a)) / step) + 2) for a, b in pieces])

    @property
    def elements(self) -> Floats:
        """(e,) m, how long each element is: ELEMENT, the last one what is left."""
        length = float(np.hypot(*np.diff(self.line, axis=0).T).sum())
        count = max(round(length / ELEMENT), 1)
        return np.full(count, length / count)

    def element_of(self, points: Floats) -> Ints:
        """(n,) which element is nearest to each of `points` (n, 2)."""
        starts, steps = self.line[:-1], np.diff(self.line, axis=0)
        lengths = np.hypot(steps[:, 0], steps[:, 1])
        along = np.einsum("nsi,si->ns", points[:, None] - starts, steps) / np.square(lengths)
        share = np.clip(along, 0.0, 1.0)
        off = points[:, None] - starts - share[..., None] * steps
        piece = np.hypot(off[..., 0], off[..., 1]).argmin(axis=1)
        before = np.cumsum(lengths) - lengths
        far = before[piece] + share[np.arange(len(points)), piece] * lengths[piece]
        element: Ints = np.minimum((far / lengths.sum() * len(self.elements)).astype(np.int64), len(self.elements) - 1)
        return element
