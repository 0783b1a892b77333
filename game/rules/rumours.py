"""Rumours: who believes one tells those close by, until somebody who is trusted explains. Crowd-model.md 3.5.9."""

import numpy as np

from game.rules import mood
from game.rules.senses import feeling
from game.world.grid import Near
from game.world.people import Bools, Ints
from game.world.rumours import Hearsay
from game.world.senses import perceived
from game.world.world import World

STARTERS = 3  # people it begins with; guess
EARSHOT = 2.0  # m; 3.5.9
TELLS = 0.05  # 1/s, to each within earshot; 3.5.9
CORRECTED = 0.05  # 1/s where words of the police come across fully: as fast as one neighbour tells; guess
TAKEN_BACK = 0.5  # share of what believing did that a correction undoes; crowd-model.md 3.6, P13


def begin(world: World, members: Ints, trust: float, event: int) -> None:
    """A few of `members` (k,) believe something from now on that moves their trust by `trust`."""
    there = np.zeros(len(world.people), dtype=np.bool_)
    there[members] = feeling(world)[members]
    luck = np.where(there, world.rng.random(len(world.people)), np.inf)
    first = np.zeros_like(there)
    first[np.argsort(luck, kind="stable")[:STARTERS]] = True
    nobody = np.zeros_like(there)
    world.rumours.append(Hearsay(trust, event, nobody, nobody.copy()))
    _believe(world, world.rumours[-1], first & there)


def spread(world: World) -> None:
    """A second of talking: neighbours hear it, and those whom an explanation reaches believe it no more."""
    for rumour in world.rumours:
        told = feeling(world) & ~rumour.heard & _lucky(world, _chance_to_hear(world, rumour))
        reached = feeling(world) & rumour.tells & _lucky(world, CORRECTED * perceived(world).facilitation)
        _believe(world, rumour, told)
        _doubt(world, rumour, reached)


def correct(world: World, rows: Ints) -> None:
    """Those of `rows` (k,) who believe a rumour have been told better."""
    listening = np.zeros(len(world.people), dtype=np.bool_)
    listening[rows] = True
    for rumour in world.rumours:
        _doubt(world, rumour, rumour.tells & listening)


def _chance_to_hear(world: World, rumour: Hearsay) -> np.ndarray:
    """(n,) chance within a second: each who tells it close by is another."""
    position = world.people.position
    tellers = Near(position, rumour.tells & feeling(world)).count(position, EARSHOT)
    chance: np.ndarray = 1.0 - (1.0 - TELLS) ** tellers
    return chance


def _lucky(world: World, chance: np.ndarray) -> Bools:
    lucky: Bools = world.rng.random(len(world.people)) < chance
    return lucky


def _believe(world: World, rumour: Hearsay, who: Bools) -> None:
    rumour.heard = rumour.heard | who
    rumour.tells = rumour.tells | who
    mood.hear(world, np.flatnonzero(who), trust=rumour.trust, cause="news", event=rumour.event)


def _doubt(world: World, rumour: Hearsay, who: Bools) -> None:
    rumour.tells = rumour.tells & ~who
    mood.hear(world, np.flatnonzero(who), trust=-TAKEN_BACK * rumour.trust, cause="news", event=rumour.event)
