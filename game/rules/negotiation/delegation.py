"""The delegates: who is chosen, where they stand, when they have been heard, when it is over."""

from dataclasses import dataclass

import numpy as np

from game.rules import going, mood
from game.rules.negotiation import granting, korlap, promises
from game.rules.negotiation.subject import Subject
from game.world.events import Event
from game.world.people import Ints
from game.world.talks import Stage, Talks
from game.world.units import Unit
from game.world.world import TICKS_PER_SECOND, World

HEARD_FOR = 60.0, 90.0  # s, at least and at most; guess, a real one takes longer and would fill the exercise
UNASKED = 0.5  # chance that a door opens to delegates whom nobody has announced; guess
BACK_WITHIN = 3.0  # m of where they were fetched, where delegates are back; guess
BACK_BY = 180.0  # s after which they are no delegates any more, wherever they are; guess
GROUP_CALMS = 0.15  # share of their anger that a whole group loses whose delegates were heard; guess
SATISFIED = 0.5  # how much those mean to go home who have what they came for; guess


@dataclass(frozen=True, kw_only=True)
class DelegationAgreed(Event):
    """So many will go in to be heard; the actor is the group."""

    count: int


@dataclass(frozen=True, kw_only=True)
class DelegationReceived(Event):
    """Delegates have been heard in the zone `to`; the actor is the group."""

    count: int
    to: str


@dataclass(frozen=True, kw_only=True)
class DelegationTurnedAway(Event):
    """Delegates came to a door that nobody had asked to open; the actor is the group."""

    count: int
    to: str


def choose(world: World, talks: Talks, count: int, because: int) -> None:
    """The `count` calm people nearest to the coordinator are the delegates; he stays with the others."""
    rows = korlap.own_people(world, talks)
    rows = rows[(rows != talks.korlap) & ~world.people.hostile[rows]]
    apart = np.hypot(*(world.people.position[rows] - korlap.place(world, talks)).T)
    chosen = rows[np.argsort(apart, kind="stable")[:count]]
    if len(chosen):
        talks.delegates = sorted(chosen.tolist())
        enter(world, talks, "waiting")
        korlap.tell(world, talks, DelegationAgreed(count=len(chosen)), (because,))


def enter(world: World, talks: Talks, stage: Stage) -> None:
    """The delegates are about something else from now on; only who is led or on the way passes lines."""
    talks.stage = stage
    if stage in ("", "waiting"):
        talks.escort, talks.room = "", ""
    if stage == "":
        talks.delegates = []
    world.people.escorted[:] = False
    world.people.escorted[talks.delegates] = stage in ("led", "heard", "back")


def able(world: World, talks: Talks) -> Ints:
    """(k,) rows of the delegates who are there, on their feet and free."""
    rows = np.array(talks.delegates, dtype=np.int64)
    free: Ints = rows[world.people.free[rows]]
    return free


def fetch(world: World, talks: Talks, unit: Unit, room: str) -> None:
    """From now on they follow `unit`, which leads them to the zone `room`."""
    talks.fetched = world.people.position[able(world, talks)].mean(axis=0).tolist()
    talks.escort, talks.room = unit.name, room
    enter(world, talks, "led")


def keep(world: World, talks: Talks, rows: Ints) -> None:
    """Only those of `rows` (k,) are delegates any longer."""
    talks.delegates = rows.tolist()
    enter(world, talks, talks.stage if len(rows) else "")


def receive(world: World, talks: Talks) -> None:
    """They stand at the door: they are heard if they are expected, or if it opens all the same; always two draws."""
    least, most = HEARD_FOR
    takes, opens = world.rng.uniform(least, most), world.rng.random() < UNASKED
    if opens or _expected(talks):
        enter(world, talks, "heard")
        talks.until = world.tick + round(takes * TICKS_PER_SECOND)
    else:
        turned_away = DelegationTurnedAway(count=len(able(world, talks)), to=talks.room)
        korlap.tell(world, talks, turned_away)
        go_back(world, talks, heard=False)


def go_back(world: World, talks: Talks, heard: bool) -> None:
    """They walk back to where they were fetched; only who was `heard` has something to tell there."""
    if not heard:
        talks.room = ""
    enter(world, talks, "back")
    talks.until = world.tick + round(BACK_BY * TICKS_PER_SECOND)


def call_off(world: World, talks: Talks) -> None:
    """There is no talking any more: who waits is a delegate no longer, who is inside or on the way comes back."""
    if talks.stage == "waiting":
        enter(world, talks, "")
    elif talks.stage in ("led", "heard"):
        go_back(world, talks, heard=False)


def look(world: World, talks: Talks) -> None:
    """Once a second: end what has come to its end."""
    if not talks.delegates:
        return
    rows = able(world, talks)
    if len(rows) < len(talks.delegates):
        keep(world, talks, rows)
    elif talks.stage == "waiting" and not promises.open_ones(talks, *promises.INSIDE):
        enter(world, talks, "")
    elif talks.stage == "led" and not _led(world, talks):
        enter(world, talks, "waiting")
    elif talks.stage == "heard" and world.tick >= talks.until:
        _heard(world, talks)
        go_back(world, talks, heard=True)
    elif talks.stage == "back" and (world.tick >= talks.until or _are_back(world, talks, rows)):
        _report(world, talks)
        enter(world, talks, "")


def _led(world: World, talks: Talks) -> bool:
    """Whether their escort is still about it."""
    task = world.units[talks.escort].task
    return task is not None and task.word == "escort"


def _expected(talks: Talks) -> bool:
    """Whether somebody stands up for what they were promised."""
    given = promises.open_ones(talks, *promises.INSIDE)
    return any(f"{promise.what}:{promise.to}" in talks.granted for promise in given)


def _heard(world: World, talks: Talks) -> None:
    """They have been heard: what was promised is kept, and their group is calmer."""
    talks.received += len(talks.delegates)
    told = DelegationReceived(count=len(talks.delegates), to=talks.room)
    event = korlap.tell(world, talks, told)
    for promise in promises.open_ones(talks, *promises.INSIDE):
        if promise.what == "delegation" or granting.granter(talks, Subject("hearing", promise.to)):
            promises.settle(world, talks, promise, kept=True, because=(event,))
    rows = korlap.own_people(world, talks)
    mood.hear(world, rows, cause="talks", event=event, anger=-GROUP_CALMS * world.people.anger[rows])


def _report(world: World, talks: Talks) -> None:
    """They tell the others how it went: as large as the share of demands heard is that of people who are content."""
    talks.answered = world.tick
    if talks.room and talks.demands[0] in talks.granters:
        heard = sum(demand in talks.granters for demand in talks.demands)
        satisfied = world.rng.random(len(world.people)) < heard / len(talks.demands)
        rows = korlap.own_people(world, talks)
        going.call(world, rows[satisfied[rows]], SATISFIED)


def _are_back(world: World, talks: Talks, rows: Ints) -> bool:
    apart = world.people.position[rows] - np.array(talks.fetched)
    return bool((np.hypot(apart[:, 0], apart[:, 1]) <= BACK_WITHIN).all())
