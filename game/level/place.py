"""A place: the ground on which exercises happen, with everything drawn on it."""

import functools
from dataclasses import dataclass, field
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from game.level.grammar import Degrees, Line, Metres, Name, Shape, Spot, Written
from game.world import gates, ground, services
from game.world.people import Floats
from game.world.quantities import Duration, Text

BARRIER_HOLDS = 1500.0  # N/m, steel crowd barriers hooked to each other; crowd-model.md 1.5: 1 … 5 kN/m by design
Kinds = Literal["asphalt", "pavement", "grass", "yard", "crossing", "floor"]


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
class Barring(Written):
    """A line that bars the way while it is shut: across a gate, or a row of barriers that stand on the ground."""

    line: Line  # (m, 2) m
    label: Text
    open: bool = False
    holds: Annotated[float, Field(ge=100, le=20_000, strict=True)] | None = None  # N/m of push before it gives way

    def known_as(self, name: str, movable: bool) -> gates.Gate:
        """As the rules know it; a barrier of which nothing else is said holds what barriers do."""
        strips = tuple(_strips(Wall(kind="fence", line=self.line)))
        holds = BARRIER_HOLDS if movable and self.holds is None else self.holds
        return gates.Gate(name, self.label, self.line, strips, holds, movable)


@dataclass(frozen=True, eq=False)
class Furniture(Written):
    """Something that stands in a room and that nobody walks through."""

    kind: Literal["table", "booth", "box"]
    shape: Shape  # (m, 2) m


@dataclass(frozen=True)
class Takes(Written):
    """How long one person takes."""

    mean: Annotated[Duration, Field(ge=1.0)]  # s
    sd: Duration = 0.0  # s


@dataclass(frozen=True, eq=False, kw_only=True)
class Service(Written):
    """Where people are served one by one: a desk, a stall, a gate check.

    They stand `at` a spot each while served, and wait on `chairs` or in a `queue`, a line from its head back.
    """

    label: Text
    at: Annotated[list[Spot], Field(min_length=1)]  # m
    takes: Takes
    facing: Degrees = 0.0  # where those look who are served or sit
    by: list[Spot] = field(default_factory=list)  # m, posts of those who serve; none where people serve themselves
    queue: Line | None = None  # (m, 2) m
    chairs: list[Spot] = field(default_factory=list)  # m, the first to be taken first

    @property
    def waiting(self) -> Floats:
        """(m, 2) m, where one waits."""
        return _spots(self.chairs) if self.queue is None else services.along(self.queue)

    def known_as(self, name: str) -> services.Service:
        """As the rules know it."""
        return services.Service(
            name=name,
            at=_spots(self.at),
            waiting=self.waiting,
            by=_spots(self.by),
            seated=self.queue is None,
            facing=float(np.radians(self.facing)),
            mean=self.takes.mean,
            sd=self.takes.sd,
        )


@dataclass(frozen=True, eq=False)
class Place(Written):
    """Ground, x to the east and y to the north, from the south-western corner."""

    format: Literal[1]
    title: Text
    size: Annotated[list[Metres], Field(min_length=2, max_length=2)]  # m
    areas: list[Area] = field(default_factory=list)
    buildings: dict[Name, Building] = field(default_factory=dict)
    walls: list[Wall] = field(default_factory=list)
    gates: dict[Name, Barring] = field(default_factory=dict)
    barriers: dict[Name, Barring] = field(default_factory=dict)
    zones: dict[Name, Zone] = field(default_factory=dict)
    exits: Annotated[dict[Name, Zone], Field(min_length=1, validate_default=True)] = field(default_factory=dict)
    furniture: list[Furniture] = field(default_factory=list)
    services: dict[Name, Service] = field(default_factory=dict)
    trees: list[Tree] = field(default_factory=list)
    lanes: list[Line] = field(default_factory=list)  # dashed middle lines of roads

    @property
    def everywhere(self) -> dict[str, Zone]:
        """Zones and exits: wherever a name may point to."""
        return {**self.zones, **self.exits}

    @property
    def barring(self) -> dict[str, Barring]:
        """Gates and barriers: whatever may be opened and shut."""
        return {**self.gates, **self.barriers}

    @property
    def obstacles(self) -> tuple[Floats, ...]:
        """What nobody walks through: (m, 2) m each."""
        strips = [strip for wall in self.walls for strip in _strips(wall)]
        solid = [building.shape for building in self.buildings.values()] + [thing.shape for thing in self.furniture]
        return (*solid, *strips)

    @functools.cached_property
    def ground(self) -> ground.Ground:
        """The ground as the rules know it, made once: exits are zones, too."""
        zones = {name: ground.Zone(name, zone.shape, zone.label) for name, zone in self.everywhere.items()}
        exits = {name: zones[name] for name in self.exits}
        counters = {name: service.known_as(name) for name, service in self.services.items()}
        shut = [name for name, bar in self.barring.items() if not bar.open]
        bars = {name: bar.known_as(name, name in self.barriers) for name, bar in self.barring.items()}
        size = (self.size[0], self.size[1])
        return ground.Ground(size, self.obstacles, zones, exits, services=counters, gates=bars, shut=shut)


def _spots(spots: list[list[float]]) -> Floats:
    """(k, 2) m, also where there are none."""
    return np.array(spots, dtype=np.float64).reshape(-1, 2)


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
