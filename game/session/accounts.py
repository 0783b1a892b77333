"""What a commander has to account for: each change of the flag and each use of force, and what was said about it."""

from collections.abc import Iterator
from typing import Any

from game.rules.authority import OUTSIDE
from game.rules.commands.account import Accounted
from game.session.episodes import episodes
from game.session.tally import Tally
from game.world.world import TICKS_PER_SECOND

FLAGS = ("flag_raised", "flag_lowered")  # events


def accounts(tally: Tally) -> dict[str, Any]:
    """Every decision in its order; `why` is None where nothing was said."""
    said = {event.event: event for event in tally.judged if isinstance(event, Accounted)}
    decisions = [_told(decision, said) for decision in sorted([*_flags(tally), *_uses(tally)], key=lambda one: one[0])]
    given = sum(decision["why"] is not None for decision in decisions)
    return {"asked": len(decisions), "given": given, "decisions": decisions}


Decision = tuple[int, dict[str, Any], list[int]]  # tick, what was decided, events that an account may name


def _flags(tally: Tally) -> Iterator[Decision]:
    """Those of the seats: what the level itself declares is nobody's to explain."""
    for event in tally.judged:
        if event.word in FLAGS and event.actor not in OUTSIDE:
            yield event.tick, {"done": event.word, "flag": getattr(event, "flag", ""), "by": event.actor}, [event.id]


def _uses(tally: Tally) -> Iterator[Decision]:
    for use in episodes(tally.forces):
        yield use.first, {"done": "force_used", "tool": use.tool, "by": use.unit, "faults": use.faults}, use.events


def _told(decision: Decision, said: dict[int, Accounted]) -> dict[str, Any]:
    """The decision with its time in s and the first account of it."""
    tick, what, events = decision
    account = next((said[event] for event in events if event in said), None)
    why = {"why": account.why, "note": account.note} if account else {"why": None, "note": ""}
    return {"t": round(tick / TICKS_PER_SECOND, 1), **what, **why}
