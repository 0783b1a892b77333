"""Who can grant an offer, and what they say when they are asked."""

from dataclasses import dataclass

from game.rules.negotiation.subject import Subject
from game.world.events import Event
from game.world.reason import Reason, reason
from game.world.talks import Talks
from game.world.world import TICK, TICKS_PER_SECOND, World

ANSWERS = 15.0, 40.0  # s, soonest and latest, over radio and telephone; guess
GRANTS = 0.95  # chance for up to ROOM_FOR people; guess
ROOM_FOR = 5  # delegates for whom there is always room; UU 9/1998: 1 to 5 answer for 100, doctrine.md 2.1
EACH_MORE = 0.15  # less for each delegate beyond; guess
RIOT = 4  # class of threat from which nobody opens their doors; doctrine.md 2.5
AGAIN_AFTER = 60.0  # s after which who said no can be asked again; guess


@dataclass(frozen=True, kw_only=True)
class GrantAsked(Event):
    """Somebody is asked whether an offer can be made."""

    what: str
    to: str
    agency: str


@dataclass(frozen=True, kw_only=True)
class OfferGranted(Event):
    """Who was asked stands up for the offer; the actor is the agency."""

    what: str
    to: str
    agency: str


@dataclass(frozen=True, kw_only=True)
class OfferNotGranted(Event):
    """Who was asked does not; the actor is the agency."""

    what: str
    to: str
    agency: str


def granter(talks: Talks, subject: Subject) -> str | None:
    """The agency that must be asked; "" for what who gives the order can grant, None where nobody can."""
    if subject.what in ("time", "route"):
        return ""
    if subject.what == "hearing":
        return talks.granters.get(subject.to)
    return next((talks.granters[demand] for demand in talks.demands if demand in talks.granters), None)


def refuses(world: World, talks: Talks, subject: Subject) -> Reason | None:
    """Why nobody will stand up for `subject` now, or None."""
    agency = granter(talks, subject)
    if agency is None:
        return reason("nobody_can_grant", what=subject.what)
    denied = talks.denied.get(subject.name)
    if denied is not None and (world.tick - denied) * TICK < AGAIN_AFTER:
        return reason("not_granted", what=subject.what, agency=agency.upper())
    return None


def granted(world: World, talks: Talks, subject: Subject) -> bool:
    """Whether somebody stands up for `subject`; if nobody has been asked yet, they are now."""
    agency = granter(talks, subject)
    if not agency or subject.name in talks.granted:
        return True
    if subject.name not in talks.asked:
        soonest, latest = ANSWERS
        talks.asked[subject.name] = world.tick + round(world.rng.uniform(soonest, latest) * TICKS_PER_SECOND)
        talks.denied.pop(subject.name, None)
        world.say(GrantAsked(what=subject.what, to=subject.to, agency=agency.upper()))
    return False


def hear_back(world: World, talks: Talks) -> None:
    """Those whose time has come answer; always one draw each."""
    for name in [name for name, tick in talks.asked.items() if tick <= world.tick]:
        del talks.asked[name]
        what, _, to = name.partition(":")
        subject = Subject(what, to)  # type: ignore[arg-type]
        agency = granter(talks, subject) or ""
        if world.rng.random() < chance(world, subject):
            talks.granted.append(name)
            world.say(OfferGranted(what=what, to=to, agency=agency.upper(), actor=agency))
        else:
            talks.denied[name] = world.tick
            world.say(OfferNotGranted(what=what, to=to, agency=agency.upper(), actor=agency))


def chance(world: World, subject: Subject) -> float:
    """0 … 1 that it is granted: the more people, the less; in a riot nobody opens their doors."""
    if world.threat >= RIOT:
        return 0.0
    return max(0.0, GRANTS - EACH_MORE * max(0, subject.delegates - ROOM_FOR))
