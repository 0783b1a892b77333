"""Who ran away, dares to come back, and with which feelings."""

from dataclasses import dataclass

import numpy as np

from game.rules import arrivals, exits
from game.rules.feelings import (
    ANGER_FADES,
    FEAR_FADES,
    RETURNS_AFTER,
    RETURNS_ANGRY,
    RETURNS_TRUSTING,
    RETURNS_WITHIN,
)
from game.world.events import Event
from game.world.people import NOBODY, Ints
from game.world.world import TICK, TICKS_PER_SECOND, World


@dataclass(frozen=True)
class CameBack(Event):
    """People who had run off are there again; the actor is their group."""

    people: int


def come_back(world: World) -> None:
    """Once a second: bring back those who dare to, by the exit they ran through, with what they still feel."""
    rows = _daring(world)
    if len(rows) and len(rows := arrivals.with_room(world, rows)):
        _calm_down(world, rows)
        people = world.people
        people.present[rows], people.left[rows], people.fled[rows] = True, False, NOBODY
        people.behaviour[rows] = people.exit[rows] = NOBODY
        for group in np.unique(people.group[rows]):
            came = rows[people.group[rows] == group]
            x, y = people.position[came].mean(axis=0)
            world.say(CameBack(people=len(came), actor=world.groups[group].name, place=(float(x), float(y))))


def _daring(world: World) -> Ints:
    """Rows of those for whom it is time: the careful wait longer, and none comes without trust or anger."""
    people = world.people
    rows = np.flatnonzero(people.left & (people.fled != NOBODY))
    away = (world.tick - people.fled[rows]) * TICK
    dares = away >= RETURNS_AFTER + RETURNS_WITHIN * people.risk_aversion[rows]
    dares &= (people.trust[rows] >= RETURNS_TRUSTING) | (people.anger[rows] >= RETURNS_ANGRY)
    daring: Ints = rows[dares & exits.inside(world, people.position[rows])]
    return daring


def _calm_down(world: World, rows: Ints) -> None:
    """Fear and anger have eased meanwhile as they do on the square; crowd-model.md 3.5.2 and 3.5.3."""
    people = world.people
    away = (world.tick - people.fled[rows]) / TICKS_PER_SECOND
    for feeling, rate, rest in (("fear", FEAR_FADES, 0.0), ("anger", ANGER_FADES, people.anger_base[rows])):
        change = np.zeros(len(people))
        change[rows] = (rest - getattr(people, feeling)[rows]) * (1.0 - np.exp(-rate * away))
        world.causes.book(people, feeling, "relaxation", change)
