"""An errand: some of a unit leave its ranks to see to a person, the others stay; then all close up again."""

import abc
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linear_sum_assignment

from game.rules import slots
from game.rules.drill import ARRIVES_OVER
from game.world.people import Floats, Ints
from game.world.units import Task, Unit
from game.world.world import TICK, World

LOOKS_AHEAD = 1.5  # m, how far along the way round a corner one walks before looking again; guess
GRID = 2.0  # m, to which a place that moves is rounded when one has to find the way there; guess
PARTS = 150.0  # N with which who is on an errand parts a crowd; crowd-model.md 4 (100 … 250)
CLOSES_UP_IN = 15.0  # s at the most; crowd-model.md 4 (reform 5 … 15 s)

Stations = tuple[tuple[float, float], ...]  # m forward and to the left of the person


@dataclass(kw_only=True)
class Errand(Task, abstract=True):
    """What two to four of a unit do for, or with, one person away from its ranks."""

    party: list[int] = field(default_factory=list)  # rows of who goes
    since: int = 0  # tick at which the stage began

    @property
    def doing(self) -> str:
        return "regroup" if self.over else self.word  # what came of it has been told by then

    def done(self, world: World, unit: Unit) -> bool:
        return self.over and (slots.dressed(world, unit) or self.lasts(world) >= CLOSES_UP_IN)

    @property
    @abc.abstractmethod
    def over(self) -> bool:
        """Whether the party is only on its way back."""

    def steer(self, world: World, unit: Unit) -> None:
        part_the_crowd(world, self.able(world))

    def lasts(self, world: World) -> float:
        """S since the stage began."""
        return (world.tick - self.since) * TICK

    def set_out(self, world: World, unit: Unit, rows: Ints, person: int, count: int) -> None:
        """The nearest `count` of `rows` go for `person`; the rest keep their places."""
        slots.draw_up(world, unit, unit.centre, unit.facing)
        self.party = rows[np.argsort(apart(world, rows, person), kind="stable")[:count]].tolist()
        self.since = world.tick

    def able(self, world: World) -> Ints:
        """Those of the party who are on their feet."""
        rows = np.array(self.party, dtype=np.int64)
        up: Ints = rows[world.people.up[rows]]
        return up


def apart(world: World, rows: Ints, person: int) -> Floats:
    """(k,) m between each of `rows` and `person`."""
    way = world.people.position[rows] - world.people.position[person]
    far: Floats = np.hypot(way[:, 0], way[:, 1])
    return far


def go(world: World, rows: Ints, goals: Floats) -> None:
    """Send `rows` (k,) toward `goals` (k, 2) m, straight where they see them, else round what stands between."""
    people = world.people
    people.slot[rows] = goals
    hidden = np.flatnonzero(~world.ground.sees(people.position[rows], goals))
    for which in hidden.tolist():
        row, goal = rows[which], np.round(goals[which] / GRID) * GRID
        people.slot[row] = _round(world, people.position[row], goal)


def part_the_crowd(world: World, rows: Ints) -> None:
    """Let those of `rows` who are not where they were sent get through whoever stands in the way."""
    people = world.people
    way = people.slot[rows] - people.position[rows]
    people.press[rows] = np.where(np.hypot(way[:, 0], way[:, 1]) > slots.IN_PLACE, PARTS, 0.0)


def slowly(world: World, rows: Ints, pace: float) -> None:
    """Let `rows` go to where they were sent at no more than `pace` m/s."""
    people, step = world.people, pace * ARRIVES_OVER
    way = people.slot[rows] - people.position[rows]
    far = np.hypot(way[:, 0], way[:, 1])
    people.slot[rows] = people.position[rows] + way * (step / np.maximum(far, step))[:, None]


def _round(world: World, here: Floats, goal: Floats) -> Floats:
    """(2,) m, the next piece of the way from `here` to `goal`, both (2,)."""
    ahead: Floats = here + LOOKS_AHEAD * world.ground.field_to_point(goal).way(here[None])[0]
    return ahead


def stand_round(world: World, rows: Ints, person: int, toward: Floats, stations: Stations) -> None:
    """Send `rows`, in the shortest way for all, to `stations` round `person`, who is taken to face `toward` (2,) m."""
    here = world.people.position[person]
    way = toward - here
    facing = float(np.arctan2(way[1], way[0]))
    places = here + slots.turned(np.array(stations), facing)
    ways = world.people.position[rows][:, None] - places
    go(world, rows, places[linear_sum_assignment(np.square(ways).sum(axis=-1))[1]])
