"""Whether what nobody walks through is drawn once: no wall over itself or another, no solid thing in another."""

from collections.abc import Iterator
from itertools import combinations, pairwise

import numpy as np

from game.level.document import Document
from game.level.mistake import Mistake, Path, dotted
from game.level.place import Place
from game.world import polygons
from game.world.people import Floats

Piece = tuple[Floats, Floats]  # start and end, (2,) m each

PARALLEL = 0.02  # sine of the angle between two pieces below which they run along each other: 1 degree; guess
BESIDE = 0.05  # m between two pieces below which they are one; guess: half the thinnest wall
ALONG = 0.3  # m over which they must be for that: walls that join overlap by their thickness; guess
DEEP = 0.02  # m that a solid must reach into another: those that stand wall to wall share a rim; guess


def mistakes(place: Place, document: Document) -> Iterator[Mistake]:
    """Walls that cross themselves or lie on another, and buildings and furniture that stand in each other."""
    pieces = [_pieces(wall.line) for wall in place.walls]
    for number, own in enumerate(pieces):
        path: Path = ("walls", number, "line")
        if _meets_itself(own):
            yield document.mistake(path, "wall_crosses_itself")
        before = (other for other in range(number) if any(_overlap(a, b) for a in own for b in pieces[other]))
        if (other := next(before, None)) is not None:
            yield document.mistake(path, "overlaps", other=dotted(("walls", other, "line")))
    for (other_path, other_shape), (path, shape) in combinations(_solids(place), 2):
        if _reaches_into(shape, other_shape) or _reaches_into(other_shape, shape):
            yield document.mistake(path, "overlaps", other=dotted(other_path))


def _pieces(line: Floats) -> list[Piece]:
    return list(pairwise(line))


def _solids(place: Place) -> list[tuple[Path, Floats]]:
    """Buildings and furniture whose outline is one."""
    buildings: list[tuple[Path, Floats]] = [
        (("buildings", name, "shape"), b.shape) for name, b in place.buildings.items()
    ]
    return [*buildings, *((("furniture", i, "shape"), thing.shape) for i, thing in enumerate(place.furniture))]


def _meets_itself(pieces: list[Piece]) -> bool:
    """Whether pieces cross that do not follow each other, first and last of a closed line apart, or one runs back."""
    last = len(pieces) - 1
    closed = len(pieces) > 2 and bool(np.allclose(pieces[0][0], pieces[-1][1]))
    for (i, a), (j, b) in combinations(enumerate(pieces), 2):
        joined = j == i + 1 or (closed and (i, j) == (0, last))
        if _overlap(a, b) or (not joined and _cross(a, b)):
            return True
    return False


def _cross(a: Piece, b: Piece) -> bool:
    return bool(polygons.crosses(*a, b[0][None], b[1][None])[0])


def _overlap(a: Piece, b: Piece) -> bool:
    """Whether `b` runs along `a`, as good as on it."""
    way = a[1] - a[0]
    length, turn = float(np.hypot(*way)), b[1] - b[0]
    if length == 0.0 or abs(way[0] * turn[1] - way[1] * turn[0]) > PARALLEL * length * float(np.hypot(*turn)):
        return False
    unit = way / length
    along = np.sort([(end - a[0]) @ unit for end in b])
    aside = abs(unit[0] * (b[0] - a[0])[1] - unit[1] * (b[0] - a[0])[0])
    return bool(aside < BESIDE and min(along[1], length) - max(along[0], 0.0) > ALONG)


def _reaches_into(shape: Floats, other: Floats) -> bool:
    """Whether a corner of `shape`, or the middle of a stretch of its rim between two that cross it, lies in `other`."""
    starts, ends = polygons.edges(shape)
    stretches = [_middles(start, end, other) for start, end in zip(starts, ends, strict=True)]
    points = np.concatenate([starts, *stretches, _within(shape, starts, ends)])
    return bool((polygons.signed_distance(other, points) < -DEEP).any())


def _middles(start: Floats, end: Floats, other: Floats) -> Floats:
    """(k, 2) m, the middle of each stretch into which the rim of `other` cuts the piece from `start` to `end`."""
    before, after = polygons.edges(other)
    crossing = polygons.crosses(start, end, before, after)
    shares = polygons.shares_along(start, end, before[crossing], after[crossing])
    cuts = np.concatenate([[0.0], np.sort(shares), [1.0]])
    middles: Floats = start + ((cuts[:-1] + cuts[1:]) / 2.0)[:, None] * (end - start)
    return middles


def _within(shape: Floats, starts: Floats, ends: Floats) -> Floats:
    """(k, 2) m, points a little inside `shape` beside the middles of its edges: two alike share all corners."""
    way = ends - starts
    aside = np.column_stack([-way[:, 1], way[:, 0]]) / np.maximum(np.hypot(*way.T), polygons.TINY)[:, None]
    beside = np.concatenate([(starts + ends) / 2.0 + side * 2.0 * DEEP * aside for side in (1.0, -1.0)])
    return beside[polygons.contains(shape, beside)]
