"""What a himbauan says: its parts, read from the words themselves, and what the doctrine asks of each level."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from game.world.quantities import Text
from game.world.world import World

Part = Literal["speaker", "reason", "law", "way_out", "consequence"]
Tool = Literal["push", "spray", "arrest"]

# Level → what must be said: who asks and why; by which law and where to; and what follows. doctrine.md 2.5
REQUIRED: dict[int, tuple[Part, ...]] = {
    1: ("speaker", "reason"),
    2: ("speaker", "reason", "law", "way_out"),
    3: ("speaker", "reason", "law", "way_out", "consequence"),
}

_SELF, _SELF_EN = r"\b(saya|kami|ini)\b[^.!?]{0,60}", r"\b(i am|i'm|this is|we are)\b[^.!?]{0,60}"
_OFFICE = r"kapolres|kapolsek|kapolda|polres|polda|polri|kepolisian|polisi|danton|danki|komandan|negosiator"
_OFFICE_EN = r"police|officers?|chief|commander|negotiators?"

# How people say it, in both languages; guess from the wording of exercises, doctrine.md 1.1 and 2.5.
SAID: dict[Part, str] = {
    "speaker": rf"{_SELF}\b({_OFFICE})\b|{_SELF_EN}\b({_OFFICE_EN})\b",
    "reason": r"\b(karena|sebab|agar|supaya|demi|sehubungan|because|since|so that|in order that|for the sake)\b",
    "law": r"\b(undang-undang|uu|pasal|kuhp|hukum|peraturan|perkap|law|article|act|code)\b",
    "way_out": r"\b(jalan keluar|lewat|melalui|ke arah|menuju|way out|leave by|leave through|via|towards?)\b",
    "consequence": r"\b(jika|bila|kalau|apabila|if|unless)\b.*\b(akan|will|shall)\b|\b(otherwise)\b",
}
NAMED: dict[Tool, str] = {
    "push": r"\b(dorong|mendorong|didorong|desak|didesak|push|pushed|move you back)\b",
    "spray": r"\b(meriam air|awc|semprot|semprotkan|disemprot|menyemprot|menyemprotkan|water cannon|water)\b",
    "arrest": r"\b(tangkap|ditangkap|menangkap|amankan|diamankan|mengamankan|arrest|arrested|detain|detained)\b",
}
PACE = 0.4  # s a word takes by loudhailer: 150 words a minute; guess
SHORTEST, LONGEST = 5.0, 40.0  # s; guess


@dataclass(frozen=True)
class Content:
    """What of a himbauan was said."""

    parts: tuple[Part, ...]
    missing: tuple[Part, ...]  # of what its level requires
    tools: tuple[Tool, ...]  # named as what follows

    @property
    def clarity(self) -> float:
        """0 … 1, the share of what is required that was said: who hears no more cannot understand more."""
        return 1.0 - len(self.missing) / (len(self.missing) + len(self.parts)) if self.missing else 1.0


def content_of(world: World, level: int, text: str, names: tuple[Tool, ...]) -> Content:
    """What himbauan `level` says in the words `text`; without words the standard wording, naming the tools `names`."""
    if not text:
        said = [part for part in REQUIRED[level] if part != "consequence" or names]
        return _content(level, said, names if level == max(REQUIRED) else ())
    return content_in(level, text, [way_out.label for way_out in world.ground.exits.values() if way_out.label])


def content_in(level: int, text: str, ways_out: Iterable[Text]) -> Content:
    """What himbauan `level` says in the words `text`, where the exits are called `ways_out`."""
    words = " ".join(text.lower().split())
    found = [part for part, pattern in SAID.items() if re.search(pattern, words)]
    if "way_out" not in found and any(_mentions(words, label) for label in ways_out):
        found.append("way_out")
    tools = tuple(tool for tool, pattern in NAMED.items() if re.search(pattern, words))
    return _content(level, found, tools if "consequence" in found else ())


def seconds_to_say(text: str, usual: float) -> float:
    """How long `text` takes; the standard wording takes the `usual` s."""
    return min(max(PACE * len(text.split()), SHORTEST), LONGEST) if text else usual


def _content(level: int, said: list[Part], tools: tuple[Tool, ...]) -> Content:
    required = REQUIRED[level]
    parts = tuple(part for part in required if part in said)
    return Content(parts, tuple(part for part in required if part not in said), tools)


def _mentions(words: str, label: Text) -> bool:
    return label.id.lower() in words or label.en.lower() in words
