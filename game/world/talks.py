"""The conversation with the people's coordinator: what is asked, said, offered, promised and kept."""

from dataclasses import dataclass, field
from typing import Literal

from game.world.people import Ints

Standing = Literal["none", "open", "broken", "agreed"]
Stage = Literal["", "waiting", "led", "heard", "back"]


@dataclass
class Promise:
    """Something that was given one's word for."""

    what: str  # delegation, hearing, route, time
    to: str  # what of it: number of delegates, demand, exit, duration
    by: str  # seat that answers for it
    made: int  # tick
    due: int  # tick
    heard: Ints  # rows of those who heard it
    event: int  # id of the event that told of it
    kept: bool | None = None  # None until it is settled


@dataclass
class Talks:
    """Where the conversation stands; the first five are the level's and never change.

    An offer is named by what and to with a colon between: ``delegation:3``.
    """

    korlap: int  # row of the coordinator
    demands: tuple[str, ...]  # the one that matters most first
    red_lines: tuple[str, ...]  # words of rules/negotiation/red_lines.py
    granters: dict[str, str]  # demand → agency that can grant it
    rooms: tuple[str, ...] = ()  # zones in which a delegation is heard; none named: anywhere

    standing: Standing = "none"
    unit: str = ""  # who talks with the coordinator
    since: int = 0  # tick of the standing
    opened: int | None = None  # tick of the first contact
    answered: int = 0  # tick at which the coordinator last had a word, a promise kept or his delegates back
    said: dict[str, int] = field(default_factory=dict)  # turn → tick at which it was last taken
    heard: list[str] = field(default_factory=list)  # demands and red lines the negotiators have been told
    crossed: list[str] = field(default_factory=list)  # red lines that were crossed
    asked: dict[str, int] = field(default_factory=dict)  # offer put to its granter → tick at which the answer comes
    granted: list[str] = field(default_factory=list)  # offers somebody has stood up for
    denied: dict[str, int] = field(default_factory=dict)  # offer not granted → tick
    refused: dict[str, int] = field(default_factory=dict)  # offer the coordinator has turned down → tick
    counter: str = ""  # the offer the coordinator asked for instead
    promises: list[Promise] = field(default_factory=list)
    delegates: list[int] = field(default_factory=list)  # rows of those chosen to go in
    stage: Stage = ""  # what the delegates are about
    escort: str = ""  # unit that leads them
    room: str = ""  # zone they are led to
    until: int = 0  # tick until which they are heard, or have to be back
    fetched: list[float] = field(default_factory=list)  # (2) m, where they were fetched and go back to
    received: int = 0  # delegates heard inside so far
