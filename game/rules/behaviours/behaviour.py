"""What every goal behaviour can be asked."""

import abc
from typing import ClassVar

import numpy as np

from game.world.kind import Kind
from game.world.people import Bools, Floats, Ints, People
from game.world.senses import perceived
from game.world.vectors import squared
from game.world.world import TICK, World

STANDS = 0.3  # m/s, below which people turn to what they look at and not to where they go; guess
TURNS = 2.0  # rad/s; guess
TENTH = 3 * TICK  # s between two choices


class Behaviour(Kind, abc.ABC):
    """A goal a person moves for. A group's plan names some of them; others are always open to everyone.

    `open_to_all` behaviours need no plan: fleeing, pressing a line. Each person has one goal behaviour at a time.
    """

    open_to_all: ClassVar[bool] = False

    def urge(self, world: World) -> Floats:
        """(n,) 0 … 1, how much each wants it now; a plan's own step bids PLAN_BID instead."""
        return np.zeros(len(world.people))

    @abc.abstractmethod
    def steer(self, world: World, who: Ints) -> Floats:
        """(k, 2) m/s where the rows `who` would go if nobody were there; may set their haven, press and heading."""

    def done(self, world: World, who: Ints) -> Bools:
        """(k,) whether each of `who` has come to the end of this step of the plan."""
        return np.zeros(len(who), dtype=np.bool_)


def doing(world: World, *words: str) -> Bools:
    """(n,) whose goal is one of the behaviours `words`."""
    from game.rules.kinds import BEHAVIOURS  # not above: it imports every behaviour and act

    chosen: Bools = np.logical_or.reduce([world.people.behaviour == BEHAVIOURS.index(word) for word in words])
    return chosen


def unit_vectors(apart: Floats) -> tuple[Floats, Floats]:
    """(k, 2) directions and (k,) lengths of `apart` (k, 2); 0 where there is no length."""
    length = np.hypot(apart[:, 0], apart[:, 1])
    return apart / np.where(length > 0.0, length, 1.0)[:, None], length


def stands(people: People) -> Bools:
    """(n,) who is hardly moving."""
    slow: Bools = squared(people.velocity) < STANDS * STANDS
    return slow


def line_before(world: World, who: Ints, radius: float) -> tuple[Floats, Bools]:
    """(k, 2) m from each of `who` to the nearest officer of a line; (k,) whether one is in sight within `radius`."""
    senses, position = perceived(world), world.people.position
    return position[senses.line[who]] - position[who], senses.faces_line(radius)[who]


def look(world: World, who: Ints, way: Floats) -> None:
    """Those of `who` who stand turn toward `way` (k, 2), a step nearer each time; 0 leaves them as they are."""
    turning = stands(world.people)[who] & ((way[:, 0] != 0.0) | (way[:, 1] != 0.0))
    rows = who[turning]
    wanted = np.arctan2(way[turning, 1], way[turning, 0])
    heading = world.people.heading[rows]
    off = (wanted - heading + np.pi) % (2.0 * np.pi) - np.pi
    world.people.heading[rows] = heading + np.clip(off, -TURNS * TENTH, TURNS * TENTH)
