"""Quantities as an author writes them: durations with their unit, positions, texts in both languages."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer
from pydantic_core import PydanticCustomError

LONGEST = 86_400.0  # s, a day; guess: no exercise is longer
_DURATION = re.compile(r"(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?")


def read_duration(value: Any) -> float:
    """``90s``, ``8m``, ``1m30s`` → seconds; nothing else is a duration."""
    match = _DURATION.fullmatch(value) if isinstance(value, str) and value else None
    if match is None:
        raise PydanticCustomError("duration", "a duration such as 90s, 8m or 1m30s")
    minutes, seconds = match.groups()
    return 60.0 * float(minutes or 0) + float(seconds or 0)


def write_duration(seconds: float) -> str:
    """Seconds → a duration that reads back to the same number; never in exponent form."""
    return f"{seconds:.9f}".rstrip("0").rstrip(".") + "s"


Duration = Annotated[
    float, Field(ge=0, le=LONGEST), BeforeValidator(read_duration), PlainSerializer(write_duration, return_type=str)
]

Point = Annotated[list[Annotated[float, Field(allow_inf_nan=False)]], Field(min_length=2, max_length=2)]


@dataclass(frozen=True)
class Text:
    """What a user reads, in both languages."""

    id: str
    en: str

    def say(self, language: str) -> str:
        """The text in `language`, ``id`` or ``en``."""
        return self.en if language == "en" else self.id
