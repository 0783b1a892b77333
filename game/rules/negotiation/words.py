"""Listening and explaining: turns that need nobody's leave and wear off when they are only repeated."""

from dataclasses import dataclass

from game.rules import mood, rumours
from game.rules.negotiation import korlap
from game.world.events import Event
from game.world.people import Ints
from game.world.talks import Talks
from game.world.units import Unit
from game.world.world import TICKS_PER_SECOND, World

# What a turn does to those who follow it: share of the trust still missing, and of their anger; guess, five turns are
# worth what two minutes of a liaison officer's presence are (feelings.py).
HEARD_TRUST, HEARD_ANGER = 0.04, 0.06
EXPLAINED_TRUST, EXPLAINED_ANGER = 0.06, 0.02

STALE = 0.25  # of the effect, when nothing new comes of the turn; guess
NEWS_AFTER = 120 * TICKS_PER_SECOND  # ticks after which the same explanation is worth hearing again; guess


@dataclass(frozen=True, kw_only=True)
class TurnTaken(Event):
    """A negotiator has had a turn with the coordinator; the actor is the unit."""

    turn: str
    call: str


@dataclass(frozen=True, kw_only=True)
class DemandHeard(Event):
    """The coordinator has said what his people want; the actor is the group."""

    demand: str
    call: str


@dataclass(frozen=True, kw_only=True)
class RedLineHeard(Event):
    """The coordinator has said what he will not bear; the actor is the group."""

    red_line: str
    call: str


def hear_out(world: World, talks: Talks, unit: Unit) -> None:
    """One more of his demands and red lines is known; his company is calmer for it."""
    told = _told(world, unit, "listen")
    untold = [each for each in (*talks.demands, *talks.red_lines) if each not in talks.heard]
    for each in untold[:1]:
        talks.heard.append(each)
        event = _demand_or_line(talks, each, unit)
        korlap.tell(world, talks, event, (told,))
    fresh = 1.0 if untold else STALE
    _move(world, korlap.company(world, talks), fresh * HEARD_TRUST, fresh * HEARD_ANGER, told)


def explain(world: World, talks: Talks, unit: Unit) -> None:
    """Everyone in earshot knows what the police is here for, and better than any rumour."""
    told = _told(world, unit, "explain")
    before = talks.said.get("explain")
    fresh = 1.0 if before is None or world.tick - before >= NEWS_AFTER else STALE
    rows = korlap.hearers(world, talks)
    _move(world, rows, fresh * EXPLAINED_TRUST, fresh * EXPLAINED_ANGER, told)
    rumours.correct(world, rows)


def _told(world: World, unit: Unit, turn: str) -> int:
    return world.say(TurnTaken(turn=turn, call=unit.label, actor=unit.name, place=unit.spot))


def _demand_or_line(talks: Talks, each: str, unit: Unit) -> Event:
    if each in talks.demands:
        return DemandHeard(demand=each, call=unit.label)
    return RedLineHeard(red_line=each, call=unit.label)


def _move(world: World, rows: Ints, trust: float, anger: float, event: int) -> None:
    people = world.people
    more, less = trust * (1.0 - people.trust[rows]), -anger * people.anger[rows]
    mood.hear(world, rows, cause="talks", event=event, trust=more, anger=less)
