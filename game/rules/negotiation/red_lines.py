"""What ends the talking: force in the coordinator's sight, and the red lines that a level gives him."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.rules import mood, news
from game.rules.force import ForceUsed
from game.rules.negotiation import delegation, korlap, promises
from game.rules.negotiation.answer import LONG
from game.world.events import Event
from game.world.people import NOBODY
from game.world.talks import Talks
from game.world.world import TICK, World

SEES = 60.0  # m at which force is seen for what it is; feelings.py, WITNESS_RANGE
ORDERLY = 1  # class of threat at which a crowd is orderly: the first force is the police's; doctrine.md 2.5
HANDS = 3  # level of force from which it breaks talks; Perkap 1/2009 Art. 5
COOLS = 60.0  # s until one can begin again; guess
COSTS_TRUST = 0.15  # share of their trust that all in earshot lose when talks break; guess
ANGERS = 0.10  # share of the calm still left that they lose; guess


@dataclass(frozen=True, kw_only=True)
class RedLineCrossed(Event):
    """Something the coordinator will not bear has happened; the actor is the group."""

    red_line: str


@dataclass(frozen=True, kw_only=True)
class TalksBroken(Event):
    """The coordinator talks no more; `broken_by` is a red line or force. The actor is the group."""

    broken_by: str


def see_force(world: World, talks: Talks) -> None:
    """Every tick: force used in his sight breaks the talks, a promise of time, and a red line."""
    seen = [event for event in news.of_this_tick(world) if isinstance(event, ForceUsed) and _sees(world, talks, event)]
    if not seen:
        return
    because = tuple(event.id for event in seen)
    for promise in promises.open_ones(talks, "time"):
        promises.settle(world, talks, promise, kept=False, because=because)
    if any(event.threat <= ORDERLY for event in seen):
        _cross(world, talks, "force_first", because)
    break_off(world, talks, "force", because)


def see_relief(world: World, talks: Talks) -> None:
    """Once a second: another line that comes up before them breaks a promise of time."""
    begun = any(unit.task is not None and unit.task.word == "relieve" for unit in world.units.values())
    for promise in promises.open_ones(talks, "time") if begun else ():
        promises.settle(world, talks, promise, kept=False)


def look(world: World, talks: Talks) -> None:
    """Once a second: each red line that is crossed ends the talking, once."""
    for word in talks.red_lines:
        if word in CROSSED and word not in talks.crossed and CROSSED[word](world, talks):
            _cross(world, talks, word)


def break_off(world: World, talks: Talks, broken_by: str, because: tuple[int, ...] = ()) -> None:
    """Where there are talks, there are none any more, and everyone in earshot knows why."""
    if talks.standing not in ("open", "agreed"):
        return
    talks.standing, talks.since = "broken", world.tick
    people, rows = world.people, korlap.hearers(world, talks)
    event = korlap.tell(world, talks, TalksBroken(broken_by=broken_by), because)
    trust, anger = -COSTS_TRUST * people.trust[rows], ANGERS * (1.0 - people.anger[rows])
    mood.hear(world, rows, cause="talks", event=event, trust=trust, anger=anger)
    delegation.call_off(world, talks)


def cooling(world: World, talks: Talks) -> float:
    """S until one can begin again after talks were broken, 0 when one can."""
    return max(0.0, COOLS - (world.tick - talks.since) * TICK) if talks.standing == "broken" else 0.0


def _shields_first(world: World, talks: Talks) -> bool:
    """His people saw shields before anybody had talked to him."""
    seen = world.script.shields_seen.get(korlap.group_of(world, talks))
    return seen is not None and (talks.opened is None or seen < talks.opened)


def _arrest_of_korlap(world: World, talks: Talks) -> bool:
    """He is held."""
    return bool(world.people.custody[talks.korlap] != NOBODY)


def _no_answer(world: World, talks: Talks) -> bool:
    """Talks have begun, and nobody has had a word with him for long, nor is anything on its way."""
    if talks.opened is None or talks.asked or talks.delegates or promises.open_ones(talks):
        return False
    return (world.tick - talks.answered) * TICK > LONG


# What a level may name; `force_first` is crossed by :func:`see_force`.
CROSSED: dict[str, Callable[[World, Talks], bool]] = {
    "shields_first": _shields_first,
    "arrest_of_korlap": _arrest_of_korlap,
    "no_answer": _no_answer,
}


def _cross(world: World, talks: Talks, word: str, because: tuple[int, ...] = ()) -> None:
    if word in talks.red_lines and word not in talks.crossed:
        talks.crossed.append(word)
        crossed = korlap.tell(world, talks, RedLineCrossed(red_line=word), because)
        break_off(world, talks, word, (crossed,))


def _sees(world: World, talks: Talks, event: ForceUsed) -> bool:
    """Whether the coordinator, there and awake, sees force at the place of `event`."""
    if event.level < HANDS or event.place is None or korlap.away(world, talks) is not None:
        return False
    here, there = korlap.place(world, talks), np.array(event.place)
    near = float(np.hypot(*(there - here))) <= SEES
    return near and bool(world.ground.sees(here, there)[0])
