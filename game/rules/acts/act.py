"""What every act can be asked."""

import abc
from typing import ClassVar, cast

import numpy as np

from game.rules.behaviours.behaviour import doing
from game.world.kind import Kind
from game.world.people import Bools, Floats, Ints
from game.world.world import TICKS_PER_CHOICE, TICKS_PER_SECOND, World

NEVER = -1.0  # the margin of an act for which there is no opportunity
CHOICES_PER_HOLD = 20  # wants run at 10 Hz: each reconsiders the act every twentieth time, so it holds 2 s
LOOKS_ROUND = 60 * TICKS_PER_SECOND  # ticks after coming in which nobody does anything grave; guess


class Act(Kind, abc.ABC):
    """Something a person does in place: chant, throw, film. Each person does at most one."""

    loud: ClassVar[bool] = False  # whether it drowns a loudhailer

    @abc.abstractmethod
    def urge(self, world: World) -> Floats:
        """(n,) margin over its threshold where there is opportunity, NEVER where there is none."""


def only(world: World, rows: Ints, margin: Floats) -> Floats:
    """(n,) `margin` (k,) for `rows`, NEVER for everyone else."""
    urge = np.full(len(world.people), NEVER)
    urge[rows] = margin
    return urge


def reconsiders(world: World, later: int = 0) -> Bools:
    """(n,) who has just chosen anew what to do, or did so `later` tenths of a second ago; everyone in their turn."""
    now = np.zeros(len(world.people), dtype=np.bool_)
    now[(later - world.tick // TICKS_PER_CHOICE) % CHOICES_PER_HOLD :: CHOICES_PER_HOLD] = True
    return now


def considers(world: World, word: str) -> Bools:
    """(n,) whose margin for the act `word` is read now: whose turn it is, and who is at it. The others' is not asked.

    For acts that look round: asked of all, they cost four times as much as all other acts together; measured.
    """
    asked: Bools = reconsiders(world) | acting(world, word)
    return asked


def settled(world: World) -> Bools:
    """(n,) who has been about for a minute and is neither on the way here nor on the way home."""
    about = world.tick - world.people.arrives >= LOOKS_ROUND
    there: Bools = about & ~doing(world, "go", "leave", "flee", "disperse")
    return there


def acting(world: World, *words: str) -> Bools:
    """(n,) who does one of the acts `words`."""
    from game.rules.kinds import ACTS  # not above: it imports every behaviour and act

    chosen: Bools = world.people.act == ACTS.index(words[0])
    for word in words[1:]:
        chosen |= world.people.act == ACTS.index(word)
    return chosen


def loudly(world: World) -> Bools:
    """(n,) who makes a noise."""
    from game.rules.kinds import ACTS

    loud = [cast(type[Act], Act.words[word]).loud for word in ACTS]
    noisy: Bools = np.array([*loud, False])[world.people.act]  # the last for those who do nothing, -1
    return noisy
