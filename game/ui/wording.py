"""Reasons, events and times in words, in the language of the window."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from game.rules.negotiation.subject import seconds
from game.text import known, say
from game.world.events import Event
from game.world.quantities import Text
from game.world.reason import Reason

HEADER = ("id", "tick", "place", "because")
PREFIXES = {  # a field of an event or a reason → under which texts its words of doctrine stand
    "doing": "doing",
    "result": "result",
    "command": "command",
    "formation": "formation",
    "posture": "posture",
    "flag": "flag",
    "before": "flag",
    "rank": "rank",
    "needed": "rank",
    "status": "status",
    "by": "harm",
    "causes": "crush",
    "severity": "severity",
    "why": "why",
    "missing": "part",
    "tools": "command",
    "faults": "fault",
    "act": "act",
    "tool": "doing",
    "released": "released",
    "what": "offer",
    "to": "demand",
    "demand": "demand",
    "red_line": "red_line",
    "broken_by": "red_line",
}


def reason_in_words(reason: Reason, language: str) -> str:
    """The sentence of a Reason."""
    return say(f"reason.{reason.code}", values_in_words(reason.values, language), language)


def event_in_words(event: Event, language: str) -> str | None:
    """What is said of `event`; None for what has no words."""
    code = f"event.{event.word}"
    if not known(code):
        return None
    return say(code, fields_in_words(event, language), language)


def offer_in_words(what: str, to: str, language: str) -> str:
    """As "delegasi 3 orang": what is offered, promised or asked for."""
    shown = round(seconds(to) / 60.0) if what == "time" else _word("to", to, language)
    return say(f"offered.{what}", {"to": str(shown).replace("-", " ")}, language)


def fields_in_words(event: Event, language: str) -> dict[str, Any]:
    """What `event` tells beyond when, where and why, each part in words."""
    return values_in_words(fields_of(event), language)


def fields_of(event: Event) -> dict[str, Any]:
    """What `event` tells beyond when, where and why."""
    return {f.name: getattr(event, f.name) for f in dataclasses.fields(event) if f.name not in HEADER}


def values_in_words(values: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Each value in words."""
    words = {name: _word(name, value, language) for name, value in values.items()}
    if "what" in values and "to" in values:
        words["what"] = offer_in_words(values["what"], values["to"], language)
    return words


def _word(name: str, value: Any, language: str) -> Any:
    """A Reason or Text as a sentence, a word of doctrine by its name, several of them listed; else as it is."""
    if isinstance(value, Reason):
        return reason_in_words(value, language)
    if isinstance(value, Text):
        return value.say(language)
    if isinstance(value, tuple):
        return ", ".join(str(_word(name, each, language)) for each in value)
    code = f"{PREFIXES.get(name, '')}.{value}".replace(":", ".")  # a tool may be spray:jet
    return say(code, {}, language) if known(code) else value


def clock(seconds: float) -> str:
    """Seconds after midnight as 14:32."""
    return f"{int(seconds) // 3600 % 24:02d}:{int(seconds) // 60 % 60:02d}"


def stopwatch(seconds: float) -> str:
    """A duration as 06:12, beyond an hour as 1:06:12."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes:02d}:{rest:02d}" if minutes < 60 else f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"
