"""Uses of force as one speaks of them: what a unit did with one tool without letting go, and what it is blamed for."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from game.rules.force import ForceUsed
from game.world.world import TICKS_PER_SECOND

LETS_GO = 10 * TICKS_PER_SECOND  # ticks without it after which using it again is another use; guess


@dataclass
class Episode:
    """One use of force, from its first to its last event."""

    unit: str
    tool: str
    level: int
    ordered_by: str
    threat: int  # the lowest class while it lasted
    first: int  # tick
    last: int  # tick
    events: list[int]  # ids
    hit: int  # people at most at once
    innocent: int  # of them nobody had seen do anything forbidden, at most
    faults: list[str]  # each once, in the order they came up

    def grow(self, event: ForceUsed) -> None:
        """Make `event` part of it."""
        self.last = event.tick
        self.events.append(event.id)
        self.threat = min(self.threat, event.threat)
        self.level = max(self.level, event.level)
        self.hit, self.innocent = max(self.hit, event.hit), max(self.innocent, event.innocent)
        self.faults += [fault for fault in event.faults if fault not in self.faults]

    def plain(self) -> dict[str, Any]:
        """As a summary tells it; times in s."""
        plain = asdict(self)
        return plain | {"first": self.first / TICKS_PER_SECOND, "last": self.last / TICKS_PER_SECOND}


def episodes(events: Iterable[ForceUsed]) -> list[Episode]:
    """The uses that `events`, in order, tell of."""
    found: list[Episode] = []
    open_now: dict[tuple[str, str], Episode] = {}
    for event in events:
        use = open_now.get((event.actor, event.tool))
        if use is None or event.tick - use.last > LETS_GO:
            use = open_now[event.actor, event.tool] = _begun(event)
            found.append(use)
        use.grow(event)
    return found


def _begun(event: ForceUsed) -> Episode:
    return Episode(
        unit=event.actor,
        tool=event.tool,
        level=event.level,
        ordered_by=event.ordered_by,
        threat=event.threat,
        first=event.tick,
        last=event.tick,
        events=[],
        hit=0,
        innocent=0,
        faults=[],
    )
