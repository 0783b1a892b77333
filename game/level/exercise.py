"""An exercise as its author writes it: the story, its phases and what they lead to. Names are checked in lint.py."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from game.level.crowd import Group, Korlap
from game.level.forces import Personnel, Radio, Seat, Unit
from game.level.grammar import Degrees, DistrictName, DoctrineName, Name, PlaceName, TimeOfDay, Written
from game.rules.measures.measure import Measure
from game.rules.triggers.trigger import Trigger
from game.world.names import PhaseName, ZoneName
from game.world.quantities import Duration, Text
from game.world.world import Command

END = "end"  # the phase after the last
USUAL_DISTRICT = DistrictName("arunika")

# What a trainee must learn, doctrine.md section 6; words under teaches.*
Lesson = Literal[
    "voters_first",
    "outside_the_tps",
    "inform_the_voter",
    "box_custody",
    "read_the_phase",
    "talk_first",
    "force_matches_threat",
    "warn_three_times",
    "clean_relief",
    "right_authority",
    "keep_formation",
    "not_provoked",
    "exits_open",
    "watch_density",
    "gas_last",
    "water_with_care",
    "differentiate",
    "care_for_all",
    "partners_in_role",
    "step_down_and_account",
]


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
class Weather(Written):
    """The day's wind, told at the briefing."""

    wind_from: Degrees  # where it comes from
    wind_speed: Annotated[float, Field(ge=0, le=40, strict=True)]  # m/s; guess, a storm


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
    teaches: list[Lesson] = field(default_factory=list)
    best: Best
    place: PlaceName
    starts: TimeOfDay
    district: DistrictName = USUAL_DISTRICT
    doctrine: DoctrineName
    seed: Annotated[int, Field(ge=0, strict=True)]
    weather: Weather | None = None
    provenance: Provenance
    crowd: dict[Name, Group]
    korlap: Korlap | None = None
    seats: Annotated[dict[Name, Seat], Field(min_length=1)]
    units: Annotated[dict[Name, Unit], Field(min_length=1)]
    personnel: Personnel | None = None
    radio: Radio = field(default_factory=Radio)
    flag: Literal["hijau", "kuning", "merah"] = "hijau"
    exits_shut: list[ZoneName] = field(default_factory=list)
    aids: Aids = Aids()
    start: PhaseName
    phases: Annotated[dict[Name, Phase], Field(min_length=1)]
    objectives: list[Measure] = field(default_factory=list)
    limits: Limits = Limits()
