"""Whether a place can be drawn and stood on: shapes with a size that do not cross themselves, all within the ground."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from game.level import lint_services, lint_walls
from game.level.document import Document
from game.level.mistake import Mistake, Path
from game.level.place import Place
from game.world import polygons
from game.world.people import Floats

SMALLEST = 0.05  # m², below which a shape is a slip of the pen; guess


def mistakes(place: Place, document: Document) -> Iterator[Mistake]:
    """What is wrong with the shapes of `place`."""
    for path, shape in _shapes(place):
        if _crosses_itself(shape):  # first: both halves of a bow tie may come to no area at all
            yield document.mistake(path, "crosses_itself")
        elif polygons.area(shape) < SMALLEST:
            yield document.mistake(path, "no_area")
        if not _within(shape, place):
            yield document.mistake(path, "outside", width=place.size[0], height=place.size[1])
    for i, wall in enumerate(place.walls):
        if not _within(wall.line, place):
            yield document.mistake(("walls", i, "line"), "outside", width=place.size[0], height=place.size[1])
    for kind, barring in (("gates", place.gates), ("barriers", place.barriers)):
        for name, bar in barring.items():
            if not _within(bar.line, place):
                yield document.mistake((kind, name, "line"), "outside", width=place.size[0], height=place.size[1])
    for name in sorted(place.gates.keys() & place.barriers.keys()):
        yield document.mistake_of_name(("barriers", name), "named_twice", got=name)
    yield from lint_walls.mistakes(place, document)
    yield from lint_services.mistakes(place, document)
    for name in sorted(place.zones.keys() & place.exits.keys()):
        yield document.mistake_of_name(("exits", name), "named_twice", got=name)


def _shapes(place: Place) -> Iterator[tuple[Path, Floats]]:
    for i, area in enumerate(place.areas):
        yield ("areas", i, "shape"), area.shape
    for name, building in place.buildings.items():
        yield ("buildings", name, "shape"), building.shape
    for i, thing in enumerate(place.furniture):
        yield ("furniture", i, "shape"), thing.shape
    for name, zone in place.zones.items():
        yield ("zones", name, "shape"), zone.shape
    for name, zone in place.exits.items():
        yield ("exits", name, "shape"), zone.shape


def _within(points: Floats, place: Place) -> bool:
    return bool(np.all((points >= 0.0) & (points <= place.size)))


def _crosses_itself(shape: Floats) -> bool:
    """Whether two edges that are not neighbours meet."""
    starts, ends = polygons.edges(shape)
    last = len(shape) - 1
    apart = (pair for pair in combinations(range(len(shape)), 2) if pair[1] - pair[0] not in (1, last))
    return any(polygons.crosses(starts[i], ends[i], starts[j : j + 1], ends[j : j + 1])[0] for i, j in apart)
