"""Words given: who heard them, when they are kept, and what becomes of trust when they are not."""

from dataclasses import dataclass

from game.rules import mood
from game.rules.negotiation import korlap
from game.rules.negotiation.subject import Subject
from game.world.events import Event
from game.world.reason import Reason, reason
from game.world.talks import Promise, Talks
from game.world.units import Unit
from game.world.world import TICKS_PER_SECOND, World

INSIDE = ("delegation", "hearing")  # what delegates go inside for

BROKEN_TRUST = 0.5  # share of their trust that all who heard a broken promise lose: the contract's "halves"
BROKEN_ANGERS = 0.20  # share of the calm still left that they lose; guess
KEPT_TRUST = 0.30  # share of the trust still missing that all who heard a kept promise gain; guess
KEPT_CALMS = 0.30  # share of their anger that they lose; guess
FULL_TIME = 600 * TICKS_PER_SECOND  # ticks of peace that are worth a promise kept; less is worth less; guess


@dataclass(frozen=True, kw_only=True)
class PromiseKept(Event):
    """A promise has come true; the actor is the seat that answers for it."""

    what: str
    to: str
    heard: int


@dataclass(frozen=True, kw_only=True)
class PromiseBroken(Event):
    """A promise has not come true, or was acted against; the actor is the seat that answers for it."""

    what: str
    to: str
    heard: int


def refuses(talks: Talks, subject: Subject) -> Reason | None:
    """Why one's word is not given for `subject` now, or None: it is given already, or delegates are on their way."""
    given = [promise for promise in talks.promises if f"{promise.what}:{promise.to}" == subject.name]
    if any(promise.kept is None for promise in given):
        return reason("promised_already", what=subject.what, to=subject.to)
    if subject.what in ("hearing", "route") and any(promise.kept for promise in given):
        return reason("given_already", what=subject.what, to=subject.to)
    return reason("delegation_under_way") if subject.delegates and talks.delegates else None


def give(world: World, talks: Talks, unit: Unit, subject: Subject, told: int) -> None:
    """From now on everyone in earshot waits for it; the event `told` told of it."""
    talks.promises.append(
        Promise(
            what=subject.what,
            to=subject.to,
            by=unit.ordered_by,
            made=world.tick,
            due=world.tick + round(subject.due * TICKS_PER_SECOND),
            heard=korlap.hearers(world, talks),
            event=told,
        )
    )


def open_ones(talks: Talks, *whats: str) -> list[Promise]:
    """Those of the kinds `whats`, or of every kind, that nobody has kept or broken yet."""
    return [each for each in talks.promises if each.kept is None and (not whats or each.what in whats)]


def look(world: World, talks: Talks) -> None:
    """Once a second: settle what has come true and what is overdue, but for what delegates are inside for."""
    for promise in open_ones(talks):
        overdue = world.tick >= promise.due and not (talks.stage == "heard" and promise.what in INSIDE)
        if promise.what == "route" and promise.to not in world.exits_shut:
            settle(world, talks, promise, kept=True)
        elif overdue:
            settle(world, talks, promise, kept=promise.what == "time")


def settle(world: World, talks: Talks, promise: Promise, kept: bool, because: tuple[int, ...] = ()) -> None:
    """It is `kept` or broken; everyone who heard it feels it, wherever they are by now."""
    promise.kept = kept
    people, rows = world.people, promise.heard
    kind = PromiseKept if kept else PromiseBroken
    told = kind(what=promise.what, to=promise.to, heard=len(rows))
    event = world.say(told, actor=promise.by, place=korlap.spot(world, talks), because=(promise.event, *because))
    if kept:
        talks.answered = world.tick
        weight = min(1.0, (promise.due - promise.made) / FULL_TIME) if promise.what == "time" else 1.0
        trust, anger = weight * KEPT_TRUST * (1.0 - people.trust[rows]), -weight * KEPT_CALMS * people.anger[rows]
    else:
        trust, anger = -BROKEN_TRUST * people.trust[rows], BROKEN_ANGERS * (1.0 - people.anger[rows])
        if talks.standing == "agreed":
            talks.standing, talks.since = "open", world.tick
    mood.hear(world, rows, cause="talks", event=event, trust=trust, anger=anger)
