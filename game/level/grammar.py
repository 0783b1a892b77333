"""The small words of the level language: numbers, names, times, shapes."""

import re
from dataclasses import dataclass
from typing import Annotated, Any, NewType, TypeVar

import numpy as np
from pydantic import BeforeValidator, ConfigDict, Field, PlainValidator, TypeAdapter
from pydantic_core import PydanticCustomError

from game.world.people import Floats
from game.world.quantities import read_duration

T = TypeVar("T")

# Names of what other files declare; a name that this file declares lies in world/names.py.
PlaceName = NewType("PlaceName", str)
DistrictName = NewType("DistrictName", str)
DoctrineName = NewType("DoctrineName", str)
RoleName = NewType("RoleName", str)
TypeName = NewType("TypeName", str)
AgencyName = NewType("AgencyName", str)
RankName = NewType("RankName", str)

_NAME = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


class Written:
    """A part of a file: fields it does not know are mistakes."""

    __pydantic_config__ = ConfigDict(extra="forbid", allow_inf_nan=False)


def _read_name(value: Any) -> str:
    """Small letters, digits and single hyphens: never a path, so that no name leads out of the levels folder."""
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise PydanticCustomError("name", "a name")
    return value


def _read_time_of_day(value: Any) -> float:
    """``"14:30"`` → seconds after midnight."""
    match = _TIME.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError("time_of_day", "a time of day such as 14:30")
    return 3600.0 * int(match[1]) + 60.0 * int(match[2])


@dataclass(frozen=True)
class Span:
    """From `low` to `high` seconds."""

    low: float
    high: float


def _read_span(value: Any) -> Span:
    """``2s..6s`` or ``4s``."""
    low, dots, high = value.partition("..") if isinstance(value, str) else ("", "", "")
    try:
        span = Span(read_duration(low), read_duration(high if dots else low))
    except PydanticCustomError as wrong:
        raise PydanticCustomError("span", "a duration or two such as 2s..6s") from wrong
    if span.low > span.high:
        raise PydanticCustomError("span", "the shorter one first")
    return span


LARGEST = 400.0  # m, side of a place; a field of one goal then takes 20 MB; guess
MOST_CORNERS = 200  # of one shape: a check compares each edge with each other; guess
Spot = Annotated[
    list[Annotated[float, Field(ge=0, le=LARGEST, strict=True, allow_inf_nan=False)]], Field(min_length=2, max_length=2)
]  # m
_POINTS = TypeAdapter(Annotated[list[Spot], Field(min_length=2, max_length=MOST_CORNERS)])


def _read_line(value: Any) -> Floats:
    line = np.array(_POINTS.validate_python(value), dtype=np.float64)
    line.setflags(write=False)
    return line


def _read_shape(value: Any) -> Floats:
    """Corners of a polygon; two points are opposite corners of a rectangle along the axes."""
    corners = _read_line(value)
    if len(corners) > 2:
        return corners
    (x1, y1), (x2, y2) = corners
    return _read_line([[x1, y1], [x2, y1], [x2, y2], [x1, y2]])


ALL = "all"


def _listed_or_all(value: Any) -> Any:
    """``all`` is None, one name a list of one."""
    return None if value == ALL else _listed(value)


def _listed(value: Any) -> Any:
    """One name is a list of one."""
    return [value] if isinstance(value, str) else value


def named(value: Any) -> Any:
    """``{da1: {…}}`` → ``{da1: {name: da1, …}}``, for records that know their own name."""
    if not isinstance(value, dict):
        return value
    return {name: {**fields, "name": name} if isinstance(fields, dict) else fields for name, fields in value.items()}


Name = Annotated[str, BeforeValidator(_read_name)]
TimeOfDay = Annotated[float, BeforeValidator(_read_time_of_day)]
SpanOfTime = Annotated[Span, PlainValidator(_read_span)]
Line = Annotated[Floats, PlainValidator(_read_line)]  # (m, 2) m
Shape = Annotated[Floats, PlainValidator(_read_shape)]  # (m, 2) m
AllOrSome = Annotated[list[T] | None, BeforeValidator(_listed_or_all)]  # None: all of them
OneOrMore = Annotated[list[T], BeforeValidator(_listed), Field(min_length=1)]
Share = Annotated[float, Field(ge=0, le=1, strict=True)]  # 0 … 1
Count = Annotated[int, Field(ge=1, le=10_000, strict=True)]  # people; twice the 5,000 that run in real time
Metres = Annotated[float, Field(gt=0, le=LARGEST, strict=True)]
Degrees = Annotated[float, Field(ge=-360, le=360, strict=True)]
