"""Half ring: before a gate, a door or a vehicle."""

from dataclasses import dataclass

import numpy as np

from game.rules.formations.bersaf import DISTANCE, INTERVAL, MOST_RANKS
from game.world.people import Floats, Ints
from game.world.units import Formation, Ranks

LEAST = 2.0  # m, radius of the innermost arc: a gate's wing opens inside it; guess


@dataclass(frozen=True)
class SetengahLingkar(Formation):
    """Half ring before a gate, in `ranks` arcs one behind the other, everyone facing out.

    The gate is behind it, in the middle of the arcs. Common sense, found in no source; doctrine.md 2.3.
    """

    ranks: Ranks = 2

    def places(self, count: int) -> Floats:
        arcs, at = self._arcs(count), self.headings(count)
        behind = DISTANCE * np.repeat(np.arange(len(arcs)), arcs)
        radius = self._radius(arcs)
        around: Floats = (radius - behind)[:, None] * np.column_stack([np.cos(at), np.sin(at)])
        return around - (radius, 0.0)

    def headings(self, count: int) -> Floats:
        return np.concatenate([np.zeros(0), *(_fan(members) for members in self._arcs(count).tolist())])

    def fitted(self, count: int, frontage: float) -> "SetengahLingkar":
        wide = [2.0 * SetengahLingkar(ranks)._radius(SetengahLingkar(ranks)._arcs(count)) for ranks in _RANKS]
        return SetengahLingkar(_RANKS[int(np.argmin(np.abs(np.array(wide) - frontage)))])

    def _arcs(self, count: int) -> Ints:
        """(ranks,) how many stand in each arc, the outermost and longest first."""
        middle = INTERVAL * (count / self.ranks - 1.0) / np.pi  # m, radius of the middle arc
        radii = middle + DISTANCE * ((self.ranks - 1) / 2.0 - np.arange(self.ranks))
        share = np.maximum(np.pi * radii / INTERVAL + 1.0, 1.0)
        ends = np.round(np.cumsum(share) * count / share.sum()).astype(np.int64)
        arcs: Ints = np.diff(ends, prepend=0)
        return arcs

    def _radius(self, arcs: Ints) -> float:
        """M, of the outermost arc: the smallest that leaves everyone in each of `arcs` an interval."""
        apart = np.pi / (2.0 * np.maximum(arcs - 1, 1))  # rad, half of what lies between two in an arc
        needed = INTERVAL / (2.0 * np.sin(apart)) + DISTANCE * np.arange(len(arcs))
        return float(max(needed.max(), LEAST + DISTANCE * (len(arcs) - 1)))


_RANKS = tuple(range(1, MOST_RANKS + 1))


def _fan(members: int) -> Floats:
    """(members,) rad, from the left round the front to the right; one alone stands in front."""
    return np.pi / 2.0 - np.pi * (np.arange(members) / (members - 1) if members > 1 else np.full(members, 0.5))
