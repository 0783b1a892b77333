"""The ground as well-known text, for programs that measure on trajectories: the square with a hole for each obstacle.

Holes of a valid polygon neither meet each other nor the rim. So each straight piece of a wall is shortened by its
thickness at both ends, which opens cracks too narrow for anybody; what stands at the rim is moved a centimetre off it;
and an obstacle that still meets a larger one is left out. Every hole is ground that nobody walks on; not quite all such
ground is in a hole.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from game.level.place import Place, Wall
from game.world import polygons
from game.world.people import Floats

OFF_THE_RIM = 0.01  # m; guess: thinner than any wall, and seen by every program


def walkable(place: Place) -> str:
    """POLYGON of the whole ground of `place`, then of its holes; m."""
    width, height = place.size
    rim = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=float)
    return f"POLYGON ({', '.join(_ring(ring) for ring in (rim, *holes(place)))})"


def holes(place: Place) -> list[Floats]:
    """Obstacles of `place` that do not meet, (m, 2) m each, the largest first."""
    inside = [np.clip(shape, OFF_THE_RIM, np.array(place.size) - OFF_THE_RIM) for shape in _obstacles(place)]
    chosen: list[Floats] = []
    for shape in sorted(inside, key=polygons.area, reverse=True):
        if polygons.area(shape) > 0.0 and not any(_meet(shape, other) for other in chosen):
            chosen.append(shape)
    return chosen


def _obstacles(place: Place) -> Iterator[Floats]:
    yield from (building.shape for building in place.buildings.values())
    for wall in place.walls:
        yield from _pieces(wall)


def _pieces(wall: Wall) -> Iterator[Floats]:
    """A rectangle for each straight piece that is longer than what is taken off it."""
    for start, end in zip(wall.line[:-1], wall.line[1:], strict=True):
        length = float(np.hypot(*(end - start)))
        if length > 2.0 * wall.thickness:
            along = (end - start) / length * wall.thickness
            aside = np.array([-along[1], along[0]]) / 2.0
            first, last = start + along, end - along
            yield np.array([first - aside, last - aside, last + aside, first + aside])


def _meet(a: Floats, b: Floats) -> bool:
    """Whether two shapes overlap or touch."""
    starts, ends = polygons.edges(b)
    crossed = any(bool(polygons.crosses(start, end, starts, ends).any()) for start, end in _pairs(a))
    return crossed or bool(polygons.contains(a, b[:1])[0]) or bool(polygons.contains(b, a[:1])[0])


def _pairs(shape: Floats) -> Sequence[tuple[Floats, Floats]]:
    return list(zip(*polygons.edges(shape), strict=True))


def _ring(corners: Floats) -> str:
    closed = np.vstack([corners, corners[:1]])
    return "(" + ", ".join(f"{x:.3f} {y:.3f}" for x, y in closed) + ")"
