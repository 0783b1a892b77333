"""Units and seats as their author writes them: who is there, who comes when asked, and who commands."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator
from pydantic_core import PydanticCustomError

from game.level.grammar import (
    AgencyName,
    AllOrSome,
    Count,
    Degrees,
    RankName,
    Share,
    Span,
    SpanOfTime,
    TypeName,
    Written,
)
from game.world.catalogue import UnitType
from game.world.names import UnitName, ZoneName
from game.world.quantities import Duration
from game.world.units import Formation

USUAL_DELAY = Span(2.0, 6.0)  # s; guess
TWO_THIRDS = "two_thirds"  # of a district's roster, the most it takes to the square; doctrine.md 1.3


@dataclass(frozen=True, kw_only=True)
class Seat(Written):
    """Someone who gives orders: to ``all`` units or to those named. One seat is the trainee's."""

    rank: RankName
    commands: AllOrSome[UnitName]
    played_by: Literal["trainee", "nobody"]


@dataclass(frozen=True, kw_only=True)
class OnRequest(Written):
    """A unit that waits elsewhere until it is asked for, and then needs so long to come."""

    arrives_after: Annotated[Duration, Field(gt=0)]


@dataclass(frozen=True, kw_only=True)
class Unit(Written):
    """A unit, its front rank in the middle of `at`; one that comes later, at a time or on request, stands in an exit.

    `hidden` is a promise that the check keeps: no civilian can see it at the start. One that is not `deployed` stays
    at its barracks unless the trainee places it.
    """

    type: TypeName
    agency: AgencyName
    at: ZoneName
    facing: Degrees = 0.0
    formation: Formation | None = None  # the type's first one
    posture: str | None = None  # the type's first one
    hidden: bool = False
    deployed: bool = True
    guards: ZoneName | None = None
    arrives: Duration | None = None
    on_request: OnRequest | None = None


@dataclass(frozen=True, kw_only=True)
class Radio(Written):
    """How long an order travels, and the share that must be repeated."""

    delay: SpanOfTime = USUAL_DELAY
    fails: Share = 0.02  # guess


def _read_most(value: Any) -> int | None:
    """A number of people; ``two_thirds`` is None."""
    if value == TWO_THIRDS:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise PydanticCustomError("most", "a number of people or two_thirds")
    return value


@dataclass(frozen=True, kw_only=True)
class Personnel(Written):
    """How many there are, and how many of them may be taken to the square; the rest keeps the district running."""

    roster: Count
    deploy_at_most: Annotated[int | None, PlainValidator(_read_most)] = None  # two thirds

    @property
    def most(self) -> int:
        """People."""
        return self.roster * 2 // 3 if self.deploy_at_most is None else self.deploy_at_most


def formation_of(unit: Unit, kind: UnitType) -> Formation:
    """How `unit` stands: as written, or in the first formation of its type, as that is usual."""
    return unit.formation or Formation.read(kind.formations[0])


def people_in(kind: UnitType) -> int:
    """How many people a unit of that type is."""
    return kind.strength * kind.crew
