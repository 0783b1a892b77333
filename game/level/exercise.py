"""An exercise as its author writes it: crowd, seats, units, phases. Names are checked in lint.py."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from game.level.grammar import (
    AgencyName,
    AllOrSome,
    Count,
    Degrees,
    DistrictName,
    DoctrineName,
    Name,
    OneOrMore,
    PlaceName,
    RankName,
    RoleName,
    Share,
    Span,
    SpanOfTime,
    TimeOfDay,
    TypeName,
    Written,
)
from game.rules.behaviours.behaviour import Behaviour
from game.rules.triggers.trigger import Trigger
from game.world.names import GroupName, PhaseName, UnitName, ZoneName
from game.world.quantities import Duration, Text
from game.world.units import Formation
from game.world.world import Command

END = "end"  # the phase after the last
USUAL_DISTRICT = DistrictName("arunika")
USUAL_DELAY = Span(2.0, 6.0)  # s; guess


@dataclass(frozen=True, kw_only=True)
class Mood(Written):
    """How a group feels at the start and what it comes back to, where that is not as its role says."""

    anger: Share | None = None
    trust: Share | None = None
    unity: Share | None = None


@dataclass(frozen=True, kw_only=True)
class Arrival(Written):
    """People come one by one from `at` on, within `spread`."""

    at: Duration
    spread: Duration = 0.0


@dataclass(frozen=True, kw_only=True)
class Group(Written):
    """A part of the crowd. It stands `in` zones or `among` another group; who arrives later stands in an exit."""

    role: RoleName
    count: Count
    in_: Annotated[OneOrMore[ZoneName] | None, Field(alias="in")] = None
    among: GroupName | None = None
    mood: Mood = Mood()
    plan: Annotated[list[Behaviour], Field(min_length=1)]
    arrives: Arrival | None = None


@dataclass(frozen=True, kw_only=True)
class Seat(Written):
    """Someone who gives orders: to ``all`` units or to those named. One seat is the trainee's."""

    rank: RankName
    commands: AllOrSome[UnitName]
    played_by: Literal["trainee", "nobody"]


@dataclass(frozen=True, kw_only=True)
class Unit(Written):
    """A unit, its front rank in the middle of `at`; one that arrives later stands in an exit."""

    type: TypeName
    agency: AgencyName
    at: ZoneName
    facing: Degrees = 0.0
    formation: Formation
    posture: str | None = None  # the type's first one
    arrives: Duration | None = None


@dataclass(frozen=True, kw_only=True)
class Radio(Written):
    """How long an order travels, and the share that must be repeated."""

    delay: SpanOfTime = USUAL_DELAY
    fails: Share = 0.02  # guess


@dataclass(frozen=True, kw_only=True)
class Inject(Written):
    """Commands that the script gives: `at` a time in the phase or `when` something is so; once, or each `repeat`."""

    at: Duration | None = None
    when: Trigger | None = None
    repeat: Annotated[Duration, Field(ge=1)] | None = None
    do: Annotated[list[Command], Field(min_length=1)]


@dataclass(frozen=True, kw_only=True)
class Next(Written):
    """A way to another phase, up, down or to the end."""

    to: PhaseName
    when: Trigger


@dataclass(frozen=True, kw_only=True)
class Phase(Written):
    """A chapter of the author's: what happens in it and where it leads."""

    injects: list[Inject] = field(default_factory=list)
    next: list[Next] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Limits(Written):
    """When the exercise ends at the latest."""

    time: Annotated[Duration | None, Field(gt=0)] = None


@dataclass(frozen=True, kw_only=True)
class Best(Written):
    """The calmest end that good command can reach."""

    threat: Annotated[int, Field(ge=1, le=5)]


@dataclass(frozen=True, kw_only=True)
class Aids(Written):
    """Training aids."""

    meters: bool = True


@dataclass(frozen=True, kw_only=True)
class Provenance(Written):
    """Where the story and its numbers come from."""

    based_on: str
    numbers: Literal["doctrine", "paper", "guess"]


@dataclass(frozen=True, kw_only=True)
class Exercise(Written):
    """One file of levels/."""

    format: Literal[1]
    title: Text
    brief: Text
    best: Best
    place: PlaceName
    starts: TimeOfDay
    district: DistrictName = USUAL_DISTRICT
    doctrine: DoctrineName
    seed: Annotated[int, Field(ge=0, strict=True)]
    provenance: Provenance
    crowd: dict[Name, Group]
    seats: Annotated[dict[Name, Seat], Field(min_length=1)]
    units: Annotated[dict[Name, Unit], Field(min_length=1)]
    radio: Radio = Radio()
    flag: Literal["hijau", "kuning", "merah"] = "hijau"
    aids: Aids = Aids()
    start: PhaseName
    phases: Annotated[dict[Name, Phase], Field(min_length=1)]
    limits: Limits = Limits()
