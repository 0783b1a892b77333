"""A place: the ground on which exercises happen, with everything drawn on it."""

import functools
from dataclasses import dataclass, field
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from game.level.grammar import Line, Metres, Name, Shape, Spot, Written
from game.world import ground
from game.world.people import Floats
from game.world.quantities import Text

Kinds = Literal["asphalt", "pavement", "grass", "yard", "crossing"]


@dataclass(frozen=True, eq=False)
class Area(Written):
    """A surface; a later one lies on an earlier one."""

    kind: Kinds
    shape: Shape  # (m, 2) m


@dataclass(frozen=True, eq=False)
class Building(Written):
    """A roof nobody walks through."""

    shape: Shape  # (m, 2) m
    label: Text | None = None


@dataclass(frozen=True, eq=False)
class Wall(Written):
    """A fence or wall along a line; a gate is where there is none."""

    kind: Literal["fence", "wall"]
    line: Line  # (m, 2) m
    thickness: Annotated[float, Field(ge=0.1, le=2, strict=True)] = 0.2  # m; guess


@dataclass(frozen=True, eq=False)
class Zone(Written):
    """A part of the ground with a name; an exit is one where people can leave."""

    shape: Shape  # (m, 2) m
    label: Text | None = None


@dataclass(frozen=True)
class Tree(Written):
    """A crown; people pass below it."""

    at: Spot  # m
    radius: Annotated[float, Field(gt=0, le=15, strict=True)]  # m


@dataclass(frozen=True, eq=False)
class Place(Written):
    """Ground, x to the east and y to the north, from the south-western corner."""

    format: Literal[1]
    title: Text
    size: Annotated[list[Metres], Field(min_length=2, max_length=2)]  # m
    areas: list[Area] = field(default_factory=list)
    buildings: dict[Name, Building] = field(default_factory=dict)
    walls: list[Wall] = field(default_factory=list)
    zones: dict[Name, Zone] = field(default_factory=dict)
    exits: Annotated[dict[Name, Zone], Field(min_length=1, validate_default=True)] = field(default_factory=dict)
    trees: list[Tree] = field(default_factory=list)
    lanes: list[Line] = field(default_factory=list)  # dashed middle lines of roads

    @property
    def everywhere(self) -> dict[str, Zone]:
        """Zones and exits: wherever a name may point to."""
        return {**self.zones, **self.exits}

    @property
    def obstacles(self) -> tuple[Floats, ...]:
        """What nobody walks through: (m, 2) m each."""
        strips = [strip for wall in self.walls for strip in _strips(wall)]
        return (*(building.shape for building in self.buildings.values()), *strips)

    @functools.cached_property
    def ground(self) -> ground.Ground:
        """The ground as the rules know it, made once: exits are zones, too."""
        zones = {name: ground.Zone(name, zone.shape, zone.label) for name, zone in self.everywhere.items()}
        exits = {name: zones[name] for name in self.exits}
        return ground.Ground((self.size[0], self.size[1]), self.obstacles, zones, exits)


def _strips(wall: Wall) -> list[Floats]:
    """A thin rectangle for each straight piece of a wall, half a thickness longer at both ends: corners close."""
    strips = []
    for start, end in zip(wall.line[:-1], wall.line[1:], strict=True):
        along = (end - start) / max(float(np.hypot(*(end - start))), 1e-9) * wall.thickness / 2.0
        aside = np.array([-along[1], along[0]])
        strips.append(
            np.array([start - along - aside, end + along - aside, end + along + aside, start - along + aside])
        )
    return strips
