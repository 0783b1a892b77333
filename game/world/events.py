"""An Event is the only news out. Its class lives in the file of the rule that says it."""

from dataclasses import dataclass

from game.world.kind import Kind


@dataclass(frozen=True, kw_only=True)
class Event(Kind):
    """What happened, where, who did it and because of which earlier events."""

    id: int = -1
    tick: int = -1
    place: tuple[float, float] | None = None  # m
    actor: str = ""  # unit, group or seat
    because: tuple[int, ...] = ()  # ids of earlier events
