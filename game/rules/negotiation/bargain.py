"""Offers and promises put to the coordinator, and his answer."""

from dataclasses import dataclass

from game.rules import mood
from game.rules.negotiation import delegation, korlap, promises
from game.rules.negotiation.answer import COUNTERS, answer, willingness
from game.rules.negotiation.subject import Subject
from game.world.events import Event
from game.world.reason import Reason, reason
from game.world.talks import Talks
from game.world.units import Unit
from game.world.world import TICK, World

AGAIN_AFTER = 60.0  # s after which what he turned down can be offered again; guess
CALMS = 0.10  # share of their anger that those who hear an agreement lose at once; guess
REASSURES = 0.05  # share of the trust still missing that they gain; guess


@dataclass(frozen=True, kw_only=True)
class OfferAccepted(Event):
    """The coordinator takes the offer; the actor is the group."""

    what: str
    to: str


@dataclass(frozen=True, kw_only=True)
class CounterOffer(Event):
    """The coordinator asks for this instead; the actor is the group."""

    what: str
    to: str


@dataclass(frozen=True, kw_only=True)
class OfferRefused(Event):
    """The coordinator turns the offer down; the actor is the group."""

    what: str
    to: str


@dataclass(frozen=True, kw_only=True)
class PromiseGiven(Event):
    """A unit gives its word; the actor is the unit, `heard` those who will remember."""

    what: str
    to: str
    heard: int
    call: str


def refuses(world: World, talks: Talks, offered: Subject) -> Reason | None:
    """Why the coordinator need not be asked, or None."""
    turned_down = talks.refused.get(offered.name)
    if turned_down is None or (world.tick - turned_down) * TICK >= AGAIN_AFTER:
        return None
    wait = AGAIN_AFTER - (world.tick - turned_down) * TICK
    return reason("refused_before", what=offered.what, to=offered.to, wait=max(1, round(wait)))


def offer(world: World, talks: Talks, unit: Unit, offered: Subject) -> None:
    """He accepts, and it is agreed; or asks for more; or turns it down."""
    match answer(world, talks, offered):
        case "accept":
            told = korlap.tell(world, talks, OfferAccepted(what=offered.what, to=offered.to))
            _agree(world, talks, unit, offered, told)
        case "counter":
            wanted = offered.countered()
            assert wanted is not None
            talks.counter = wanted.name
            korlap.tell(world, talks, CounterOffer(what=wanted.what, to=wanted.to))
        case "refuse":
            talks.refused[offered.name] = world.tick
            korlap.tell(world, talks, OfferRefused(what=offered.what, to=offered.to))


def promise(world: World, talks: Talks, unit: Unit, promised: Subject) -> None:
    """All in earshot have heard it; delegates are named only when he still believes such words."""
    heard = len(korlap.hearers(world, talks))
    given = PromiseGiven(what=promised.what, to=promised.to, heard=heard, call=unit.label)
    told = world.say(given, actor=unit.name, place=unit.spot)
    promises.give(world, talks, unit, promised, told)
    if willingness(world, talks) + promised.worth >= COUNTERS:
        delegation.choose(world, talks, promised.delegates, told)


def _agree(world: World, talks: Talks, unit: Unit, agreed: Subject, told: int) -> None:
    """It is a promise from now on, and everyone in earshot is calmer at once."""
    talks.standing, talks.since, talks.counter = "agreed", world.tick, ""
    people, rows = world.people, korlap.hearers(world, talks)
    promises.give(world, talks, unit, agreed, told)
    mood.hear(
        world,
        rows,
        cause="talks",
        event=told,
        trust=REASSURES * (1.0 - people.trust[rows]),
        anger=-CALMS * people.anger[rows],
    )
    delegation.choose(world, talks, agreed.delegates, told)
