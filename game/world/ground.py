"""Walls, zones, exits; where one can stand, see and walk."""

from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from game.world import polygons
from game.world.fields import CLOSED, Course, Field, between, cell_of, directions
from game.world.gates import Gate
from game.world.people import Bools, Floats, Ints
from game.world.quantities import Text
from game.world.services import Service

BLOCK = 1.0  # m, side of the blocks over which people are counted where they crowd; guess
CELL = 0.25  # m, side of the cells that fields are known on; walking.md
EXACT_BAND = 2.0  # m from an obstacle within which clearance is exact; beyond, right to a cell; guess
EXIT_FIELDS = 8  # remembered fields to the exits that are open, one per set of those; guess: exits are seldom shut
POINT_FIELDS = 64  # remembered fields to points, about 4 MB each at 120 × 80 m; guess
NEAREST_TRIED = 4096  # cells tried round a point for room to stand: 256 m², four platoons; guess
GOAL_SIZE = 0.3  # m round a point that counts as being there; guess

Way = TypeVar("Way", Course, Field)


@dataclass(frozen=True)
class Zone:
    """A named part of the ground."""

    name: str
    shape: Floats  # (m, 2) m
    label: Text | None = None

    @property
    def centre(self) -> Floats:
        """(2,) m, the mean of its corners."""
        middle: Floats = self.shape.mean(axis=0)
        return middle

    @property
    def area(self) -> float:
        """m²."""
        return polygons.area(self.shape)

    def contains(self, points: Floats) -> Bools:
        """(n,) whether each of `points` (n, 2) lies in it."""
        return polygons.contains(self.shape, points)

    def sample(self, rng: np.random.Generator, count: int) -> Floats:
        """(count, 2) m, uniform over the zone."""
        low, high = self.shape.min(axis=0), self.shape.max(axis=0)
        found = np.empty((0, 2))
        while len(found) < count:
            tried = rng.uniform(low, high, (2 * count + 8, 2))
            found = np.concatenate([found, tried[self.contains(tried)]])
        return found[:count]


class Ground:
    """What does not move. The rim of the ground is a wall like any other."""

    def __init__(
        self,
        size: tuple[float, float],
        obstacles: tuple[Floats, ...] = (),
        zones: dict[str, Zone] | None = None,
        exits: dict[str, Zone] | None = None,
        cell: float = CELL,
        services: dict[str, Service] | None = None,
        gates: dict[str, Gate] | None = None,
        shut: Collection[str] = (),
    ) -> None:
        """A ground of `size` m from (0, 0); `obstacles` are polygons (m, 2) m, thin ones for walls.

        Of its `gates` those of `shut` are walls.
        """
        self.size = size
        self.walls = obstacles
        self.gates = gates or {}
        self.shut = frozenset(shut)
        self._with: dict[frozenset[str], Ground] = {self.shut: self}
        obstacles = self.obstacles = (
            *obstacles,
            *(strip for name in sorted(self.shut) for strip in self.gates[name].strips),
        )
        self.zones = zones or {}
        self.exits = exits or {}
        self.services = services or {}
        self.cell = cell
        shape = int(np.ceil(size[1] / cell)), int(np.ceil(size[0] / cell))
        self._middles = np.stack(np.meshgrid(*(np.arange(k) * cell + cell / 2 for k in shape[::-1])), axis=-1)
        self._clearance = self._measure_clearance()
        self._open: dict[float, cKDTree] = {}
        self._away_y, self._away_x = np.asarray(np.gradient(self._clearance, cell))
        both = [polygons.edges(polygon) for polygon in obstacles] or [(np.empty((0, 2)), np.empty((0, 2)))]
        self._edges = tuple(np.concatenate(ends) for ends in zip(*both, strict=True))
        self._named: dict[str, Course] = {}
        self._to_exits: OrderedDict[frozenset[str], Course] = OrderedDict()
        self._to_points: OrderedDict[tuple[float, ...], Field] = OrderedDict()

    def with_shut(self, gates: Collection[str]) -> "Ground":
        """The same ground with only `gates` shut; each is measured once and kept with its fields."""
        shut = frozenset(gates)
        if shut not in self._with:
            other = Ground(self.size, self.walls, self.zones, self.exits, self.cell, self.services, self.gates, shut)
            other._with = self._with
            self._with[shut] = other
        return self._with[shut]

    def field_to_zone(self, name: str) -> Field:
        """The shortest way into the zone or exit called `name`, and on to its middle."""
        return self.course_to_zone(name).shortest

    def field_to_exits(self, shut: Collection[str] = ()) -> Field:
        """The shortest way to an exit that is not one of `shut`; none where all are."""
        return self.course_to_exits(shut).shortest

    def course_to_zone(self, name: str) -> Course:
        """All ways into the zone or exit called `name`."""
        zone = self.zones.get(name) or self.exits[name]
        if name not in self._named:
            self._named[name] = self._course(lambda points: polygons.signed_distance(zone.shape, points))
        return self._named[name]

    def course_to_exits(self, shut: Collection[str] = ()) -> Course:
        """All ways to the exits that are not among `shut`."""
        ways_out = frozenset(self.exits) - frozenset(shut)
        return _recent(self._to_exits, ways_out, lambda: self._course(self._to_nearest(ways_out)), EXIT_FIELDS)

    def field_to_point(self, point: Floats, clearance: float = CLOSED) -> Field:
        """The way to `point` (2,) m, or to the nearest place beside it where one can stand.

        What needs `clearance` m to every wall, as a vehicle does, goes only where it has them.
        """
        goal = np.round(self.nearest_stand(np.reshape(point, (1, 2)), max(GOAL_SIZE, clearance))[0], 2)

        def far(points: Floats) -> Floats:
            away: Floats = np.hypot(*(points - goal).T) - GOAL_SIZE
            return away

        key = (*goal.tolist(), clearance)
        return _recent(self._to_points, key, lambda: self._course(far, clearance).shortest, POINT_FIELDS)

    def clearance(self, points: Floats) -> Floats:
        """(n,) m from `points` (n, 2) to the nearest obstacle or the rim, negative inside one."""
        return between(self._clearance, points, self.cell)

    def nearest_wall(self, points: Floats) -> tuple[Floats, Floats]:
        """(n,) :meth:`clearance` of `points` (n, 2); (n, 2) unit vectors away from that wall, 0 midway between two."""
        return self.clearance(points), directions(self._away_x, self._away_y, points, self.cell)

    @cached_property
    def open_share(self) -> Floats:
        """(by, bx) part of each block in which no obstacle stands; blocks are squares of BLOCK m."""
        shape = int(np.ceil(self.size[1] / BLOCK)), int(np.ceil(self.size[0] / BLOCK))
        block = np.ravel_multi_index(cell_of(self._middles.reshape(-1, 2), BLOCK, shape), shape)
        cells, free = np.bincount(block), np.bincount(block, self._clearance.ravel() > 0.0)
        return (free / cells).reshape(shape)

    def at_cells(self, of_blocks: Floats) -> Floats:
        """(ny, nx) at the middles of the cells, what `of_blocks` (by, bx) is at the middles of blocks."""
        return between(of_blocks, self._middles.reshape(-1, 2), BLOCK).reshape(self._clearance.shape)

    def inside(self, points: Floats) -> Bools:
        """(n,) whether `points` (n, 2) lie within the rim."""
        within: Bools = np.all((points >= 0.0) & (points <= self.size), axis=-1)
        return within

    def stands(self, points: Floats, radius: float) -> Bools:
        """(n,) whether a body of `radius` m can stand at `points` (n, 2)."""
        return self.inside(points) & (self.clearance(points) >= radius)

    def nearest_stand(self, points: Floats, radius: float) -> Floats:
        """(n, 2) m, `points` (n, 2) where a body of `radius` m can stand, elsewhere the nearest free cell where it can.

        Whoever is moved stands clear of all others, so that a line laid through a house does not crowd at one wall.
        """
        fits = self.stands(points, radius)
        stand = points.copy()
        if not fits.all() and (cells := self._open_for(radius)).n:
            open_cells: Floats = cells.data
            taken = np.zeros(len(open_cells), dtype=np.bool_)
            taken[_within(cells, stand[fits], 2.0 * radius)] = True
            for i in np.flatnonzero(~fits):  # few: slots in a wall, orders aimed at a house
                stand[i] = open_cells[_nearest_free(cells, taken, points[i])]
                taken[_within(cells, stand[i : i + 1], 2.0 * radius)] = True
        return stand

    def _open_for(self, radius: float) -> cKDTree:
        """The cells where a body of `radius` m can stand; kept, for a tree of a whole town takes 40 ms; measured."""
        if radius not in self._open:
            self._open[radius] = cKDTree(self._middles[self._clearance >= radius])
        return self._open[radius]

    def sees(self, a: Floats, b: Floats) -> Bools:
        """(n,) whether no obstacle lies on the straight line from `a` to `b`, both (n, 2) or one (2,) for all."""
        a, b = np.broadcast_arrays(np.atleast_2d(a), np.atleast_2d(b))
        starts, ends = self._edges  # all edges at once: edge by edge, 76 lines past 96 edges took 2.0 ms; measured
        crossed = polygons.crosses(starts[:, None], ends[:, None], a, b)
        seen: Bools = np.logical_not(crossed.any(axis=0))
        return seen

    def _course(self, goal: Callable[[Floats], Floats], closed: float = CLOSED) -> Course:
        signed = goal(self._middles.reshape(-1, 2)).reshape(self._clearance.shape)
        return Course(signed, self._clearance, self.cell, closed)

    def _to_nearest(self, ways_out: frozenset[str]) -> Callable[[Floats], Floats]:
        def far(points: Floats) -> Floats:
            shapes = [zone.shape for name, zone in self.exits.items() if name in ways_out]
            signed = [polygons.signed_distance(shape, points) for shape in shapes]
            nearest: Floats = np.min([np.full(len(points), np.inf), *signed], axis=0)
            return nearest

        return far

    def _measure_clearance(self) -> Floats:
        """(ny, nx) m at the cells' middles: to the rim, and to obstacles exactly where they are near."""
        x, y = self._middles[..., 0], self._middles[..., 1]
        clearance: Floats = np.minimum(np.minimum(x, self.size[0] - x), np.minimum(y, self.size[1] - y))
        for polygon in self.obstacles:
            part = self._cells_near(polygon)
            signed = polygons.signed_distance(polygon, self._middles[part].reshape(-1, 2))
            clearance[part] = np.minimum(clearance[part], signed.reshape(clearance[part].shape))
        if self.obstacles:
            far = ndimage.distance_transform_edt(clearance > 0.0, sampling=self.cell)
            clearance = np.where(clearance < EXACT_BAND, clearance, np.minimum(clearance, far))
        return clearance

    def _cells_near(self, polygon: Floats) -> tuple[slice, slice]:
        low = np.maximum(((polygon.min(axis=0) - EXACT_BAND) / self.cell).astype(int), 0)
        high = np.maximum(((polygon.max(axis=0) + EXACT_BAND) / self.cell).astype(int) + 2, 0)
        return slice(low[1], high[1]), slice(low[0], high[0])


def _recent(kept: OrderedDict[Any, Way], key: Any, make: Callable[[], Way], most: int) -> Way:
    """What is `kept` under `key`, made if it is not; beyond `most`, what was asked for longest ago is let go."""
    if key not in kept:
        kept[key] = make()
        if len(kept) > most:
            kept.popitem(last=False)
    kept.move_to_end(key)
    return kept[key]


def _within(cells: cKDTree, places: Floats, radius: float) -> Ints:
    """Which of `cells` lie within `radius` m of any of `places` (k, 2)."""
    return np.array([cell for near in cells.query_ball_point(places, radius) for cell in near], dtype=np.int64)


def _nearest_free(cells: cKDTree, taken: Bools, point: Floats) -> int:
    """The nearest of `cells` to `point` (2,) that is not `taken` (n,); the nearest of all where every one near is."""
    _, order = cells.query(point, min(NEAREST_TRIED, cells.n))
    order = np.atleast_1d(order)
    return int(order[np.argmin(taken[order])])
