"""Vehicles on the ground: boxes that turn, and how far off the others are."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.world.catalogue import Vehicle
from game.world.people import Bools, Floats, Ints, People

if TYPE_CHECKING:
    from game.world.world import World

RIM = np.array([(1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1), (0, 1)])  # corners and middles of sides
SPINE = np.linspace(-1.0, 1.0, 7)  # at the most 0.85 m apart in what is 7.5 m long


@dataclass
class Driver:
    """How one vehicle is being driven."""

    gear: int = 0  # 1 forward, -1 backward, 0 stopping
    speed: float = 0.0  # m/s that it may go at, as far as it sees
    curve: float = 0.0  # 1/m, positive to the left
    tight: bool = False  # something solid is so near that it crawls
    slip: float = 0.0  # rad that it goes off the way it points, pushed by hand
    spin: float = 0.0  # rad/s that it is turned by hand
    faces: float | None = None  # rad asked for where it ends, None as it comes
    waits: int | None = None  # tick since which people have been in the way, None while the way is free


@dataclass(frozen=True)
class Boxes:
    """Where some vehicles are."""

    rows: Ints  # (k,) rows of People
    middle: Floats  # (k, 2) m
    heading: Floats  # (k,) rad
    half: Floats  # (k, 2) m, half of length and of width

    def __len__(self) -> int:
        """How many."""
        return len(self.rows)

    def only(self, these: Bools) -> "Boxes":
        """Those of `these` (k,)."""
        return Boxes(self.rows[these], self.middle[these], self.heading[these], self.half[these])

    def inward(self, points: Floats) -> Floats:
        """(k, n, 2) m that each of `points` (n, 2) lies ahead of each middle, and to its left."""
        return self.turned(points - self.middle[:, None])

    def near(self, points: Floats, metres: float) -> Ints:
        """(j,) which of `points` (n, 2) may be within `metres` of any of them: by circles, for the gap is dear."""
        reach = np.hypot(self.half[:, 0], self.half[:, 1]) + metres
        x, y = points.T
        away = np.square(x - self.middle[:, :1]) + np.square(y - self.middle[:, 1:])
        near: Ints = np.flatnonzero((away < np.square(reach)[:, None]).any(axis=0))
        return near

    def turned(self, vectors: Floats) -> Floats:
        """`vectors` (n, 2) or (k, n, 2) as each of the vehicles sees them, (k, n, 2): ahead, and to its left."""
        cos, sin = np.cos(self.heading)[:, None], np.sin(self.heading)[:, None]
        x, y = vectors[..., 0], vectors[..., 1]
        return np.stack([x * cos + y * sin, y * cos - x * sin], axis=-1)

    def gap(self, points: Floats) -> Floats:
        """(k, n) m from each of `points` (n, 2) to the rim of each box, negative inside."""
        return off_box(self.inward(points), self.half[:, None])

    def rim(self) -> Floats:
        """(k, 8, 2) m, corners and middles of the sides."""
        return rim(self.middle, self.heading, self.half)


def rim(middle: Floats, heading: Floats, half: Floats) -> Floats:
    """(..., 8, 2) m, corners and middles of the sides of boxes at `middle` (..., 2), of `half` (..., 2) m."""
    return _laid(middle, heading, RIM * half[..., None, :])


def spine(middle: Floats, heading: Floats, half: Floats) -> Floats:
    """(..., 7, 2) m, points along the middle of boxes, half their width short of both ends."""
    along = SPINE * (half[..., :1] - half[..., 1:])
    return _laid(middle, heading, np.stack([along, np.zeros_like(along)], axis=-1))


def _laid(middle: Floats, heading: Floats, points: Floats) -> Floats:
    """(..., p, 2) m, where `points` (..., p, 2), ahead and to the left, of boxes at `middle` (..., 2) lie."""
    ahead, left = np.moveaxis(points, -1, 0)
    cos, sin = np.cos(heading)[..., None], np.sin(heading)[..., None]
    turned: Floats = middle[..., None, :] + np.stack([ahead * cos - left * sin, ahead * sin + left * cos], axis=-1)
    return turned


def off_box(inward: Floats, half: Floats) -> Floats:
    """(...,) m from points `inward` (..., 2), as a box of `half` (..., 2) m sees them, to its rim, negative inside."""
    beyond = np.abs(inward) - half
    outside = np.maximum(beyond, 0.0)
    off: Floats = np.hypot(outside[..., 0], outside[..., 1]) + np.minimum(beyond.max(axis=-1), 0.0)
    return off


def vehicles(world: "World") -> dict[int, Vehicle]:
    """Row of People → which vehicle it is, there or not."""
    return {row: kind for unit in world.units.values() if (kind := unit.type.vehicle) for row in unit.rows.tolist()}


def boxes(world: "World") -> Boxes:
    """The vehicles that are there."""
    people, kinds = world.people, vehicles(world)
    return _boxes(people, {row: kinds[row] for row in kinds if people.present[row]})


def in_the_way(world: "World", rows: Ints, metres: float) -> Bools:
    """(k,) whether each of `rows`, were it there, would be within `metres` of a vehicle, or as one, of anybody."""
    people, kinds = world.people, vehicles(world)
    if not kinds:
        return np.zeros(len(rows), dtype=np.bool_)
    blocked = (boxes(world).gap(people.position[rows]) < metres).any(axis=0)
    comes = _boxes(people, {row: kinds[row] for row in rows.tolist() if row in kinds})
    met = (comes.gap(people.position[people.present]) < metres).any(axis=1)
    full: Bools = blocked | np.isin(rows, comes.rows[met])
    return full


def _boxes(people: People, kinds: dict[int, Vehicle]) -> Boxes:
    """The vehicles of the rows of `kinds`, there or not."""
    half = np.array([(kind.length, kind.width) for kind in kinds.values()]).reshape(-1, 2) / 2.0
    rows = np.array(list(kinds), dtype=np.int64)
    return Boxes(rows, people.position[rows], people.heading[rows], half)
