"""The conversation with the people's coordinator: what is asked, said, offered, promised and kept."""

from dataclasses import dataclass, field
from typing import Literal

from game.world.people import Ints

Standing = Literal["none", "open", "broken", "agreed"]


@dataclass
class Promise:
    """Something that was given one's word for."""

    what: str  # delegation, hearing, route, time, or a demand
    to: str  # what of it: number of delegates, agency, exit, seconds
    by: str  # seat that answers for it
    made: int  # tick
    due: int  # tick
    heard: Ints  # rows of those who heard it
    event: int  # id of the event that told of it
    kept: bool | None = None  # None until it is settled


@dataclass
class Talks:
    """Where the conversation stands; the first four are the level's and never change."""

    korlap: int  # row of the coordinator
    demands: tuple[str, ...]
    red_lines: tuple[str, ...]
    granters: dict[str, str]  # demand → agency that can grant it

    standing: Standing = "none"
    unit: str = ""  # who talks with the coordinator
    since: int = 0  # tick of the standing
    heard: list[str] = field(default_factory=list)  # demands and red lines the negotiators have been told
    crossed: list[str] = field(default_factory=list)  # red lines that were crossed
    asked: dict[str, int] = field(default_factory=dict)  # offer put to its granter → tick at which the answer comes
    refused: list[str] = field(default_factory=list)  # offers the coordinator has turned down
    promises: list[Promise] = field(default_factory=list)
    delegates: list[int] = field(default_factory=list)  # rows of those chosen to go in
    received: int = 0  # delegates heard inside so far
