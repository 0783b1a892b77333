"""The conversation in a tick: what was seen, what was answered, what has come true; and who may talk now."""

from dataclasses import dataclass

import numpy as np

from game.rules.negotiation import delegation, granting, korlap, promises, red_lines
from game.world.events import Event
from game.world.reason import Reason, reason
from game.world.talks import Talks
from game.world.units import Unit
from game.world.world import TICKS_PER_SECOND, World

PARLEYS = 60.0  # s after a turn for which the coordinator stays with the negotiators; guess
SPEAKS_WITHIN = 6.0  # m at which two can talk; the contract's


@dataclass(frozen=True, kw_only=True)
class TalksOpened(Event):
    """A unit has made contact with the coordinator, for the first time or again; the actor is the unit."""

    call: str


def go_on(world: World) -> None:
    """Every tick: see force; once a second: settle what time has settled."""
    talks = world.talks
    if talks is None:
        return
    red_lines.see_force(world, talks)
    if world.tick % TICKS_PER_SECOND == 0:
        red_lines.see_relief(world, talks)
        red_lines.look(world, talks)
        granting.hear_back(world, talks)
        delegation.look(world, talks)
        promises.look(world, talks)


def refuses(world: World, unit: Unit) -> Reason | None:
    """Why `unit` cannot talk with the coordinator now, or None."""
    talks = world.talks
    if talks is None:
        return reason("nobody_to_talk_to")
    other = next((each for each in world.units.values() if each is not unit and negotiates(each)), None)
    if other is not None:
        return reason("another_talks", unit=other.label)
    wait = red_lines.cooling(world, talks)
    if wait > 0.0:
        return reason("talks_cool", wait=int(np.ceil(wait)))
    return korlap.away(world, talks)


def negotiates(unit: Unit) -> bool:
    """Whether `unit` talks or is on its way to it."""
    return unit.task is not None and unit.task.word == "negotiate"


def meet(world: World, talks: Talks, unit: Unit) -> None:
    """`unit` stands before him: they talk from now on."""
    talks.unit = unit.name
    if talks.standing in ("none", "broken"):
        talks.standing, talks.since, talks.answered = "open", world.tick, world.tick
        talks.opened = world.tick if talks.opened is None else talks.opened
        world.say(TalksOpened(call=unit.label), actor=unit.name, place=unit.spot)


def partner(world: World, talks: Talks) -> Unit | None:
    """The unit that the coordinator goes to meet, or stays with while it stands there after a turn; None without."""
    if red_lines.cooling(world, talks) > 0.0:
        return None
    seeking = next((unit for unit in world.units.values() if negotiates(unit)), None)
    if seeking is not None or talks.standing == "broken":
        return seeking
    recent = talks.said and world.tick - talks.answered < PARLEYS * TICKS_PER_SECOND
    return world.units[talks.unit] if recent and world.units[talks.unit].task is None else None


def within_reach(world: World, talks: Talks, unit: Unit, distance: float) -> bool:
    """Whether somebody of `unit` stands within `distance` m of him, with nothing between."""
    row, apart = korlap.officer_nearest(world, talks, unit)
    here, there = world.people.position[row], korlap.place(world, talks)
    return apart <= distance and bool(world.ground.sees(here, there)[0])
