"""What can be offered or promised: a delegation, a hearing, time, a way out."""

import math
from dataclasses import dataclass
from typing import Literal

from pydantic_core import PydanticCustomError

from game.world.quantities import read_duration
from game.world.reason import Reason, reason
from game.world.talks import Talks
from game.world.world import World

What = Literal["delegation", "hearing", "time", "route"]

LEAST, MOST = 2, 10  # delegates; the two of doctrine.md 1.2 V8, ten fill a meeting room: guess
HEARD_BY = 2  # delegates who take a demand inside; doctrine.md 1.2 V8
MORE = 2  # delegates that he asks for on top; guess
SHORTEST, LONGEST = 60.0, 1800.0  # s of time that can be given; guess
MORE_TIME = 1.5  # times the time that was offered; guess

# What it is worth to him, on the scale of answer.py; guess.
WORTH_A_DELEGATE = 0.03
WORTH_OF_HEARING = 0.10
WORTH_OF_MAIN_HEARING = 0.20  # when it is for what matters most
WORTH_OF_TIME = 0.15  # when it is the longest
WORTH_OF_ROUTE = 0.05


@dataclass(frozen=True)
class Subject:
    """One thing that can be given: `to` says what of it, `within` how many s it may take."""

    what: What
    to: str  # number of delegates, demand, duration or exit
    within: float = 0.0  # s
    main: bool = False  # whether it is for the demand that matters most

    @property
    def name(self) -> str:
        """What the talks remember it by."""
        return f"{self.what}:{self.to}"

    @property
    def delegates(self) -> int:
        """How many people would go inside, 0 for what needs none."""
        return {"delegation": _whole(self.to), "hearing": HEARD_BY}.get(self.what, 0)

    @property
    def due(self) -> float:
        """S from now until it must be kept; time is kept when it is over."""
        return seconds(self.to) if self.what == "time" else self.within

    @property
    def worth(self) -> float:
        """What it is worth to the coordinator."""
        match self.what:
            case "delegation":
                return WORTH_A_DELEGATE * self.delegates
            case "hearing":
                return WORTH_OF_MAIN_HEARING if self.main else WORTH_OF_HEARING
            case "time":
                return WORTH_OF_TIME * self.due / LONGEST
        return WORTH_OF_ROUTE

    def countered(self) -> "Subject | None":
        """What the coordinator would rather have, or None where there is nothing more to ask for."""
        match self.what:
            case "delegation" if self.delegates < MOST:
                return Subject("delegation", str(min(self.delegates + MORE, MOST)), self.within)
            case "hearing":
                return Subject("delegation", str(HEARD_BY + MORE), self.within)
            case "time" if self.due < LONGEST:
                longer = math.ceil(min(MORE_TIME * self.due, LONGEST) / 60.0)
                return Subject("time", f"{longer}m", self.within)
        return None

    def unfit(self, world: World, talks: Talks) -> Reason | None:
        """Why nobody can give this here, or None."""
        match self.what:
            case "delegation" if not LEAST <= _whole(self.to) <= MOST:
                return reason("delegation_size", least=LEAST, most=MOST)
            case "time" if not SHORTEST <= seconds(self.to) <= LONGEST:
                return reason("time_unfit", least=round(SHORTEST / 60), most=round(LONGEST / 60))
            case "route" if self.to not in world.ground.exits:
                return reason("unknown_exit", exit=self.to)
            case "route" if self.to not in world.exits_shut:
                return reason("exit_is_open", exit=self.to)
            case "hearing" if self.to not in talks.demands or self.to not in talks.heard:
                return reason("demand_unheard", demand=self.to)
        return None


def seconds(text: str) -> float:
    """``5m`` → 300; 0 for what is no duration."""
    try:
        return read_duration(text)
    except PydanticCustomError:
        return 0.0


def _whole(text: str) -> int:
    """``3`` → 3; 0 for what is no whole number."""
    return int(text) if text.isdecimal() and len(text) < 4 else 0
