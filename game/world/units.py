"""A unit, what it is asked to do and in which order."""

import abc
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import numpy as np
from pydantic import Field

from game.world.catalogue import UnitType
from game.world.kind import Kind
from game.world.people import Floats, Ints, People
from game.world.reason import Reason

if TYPE_CHECKING:
    from game.world.world import World

Ranks = Annotated[int, Field(ge=1, le=6)]


class Formation(Kind, abc.ABC):
    """How a unit stands."""

    @abc.abstractmethod
    def places(self, count: int) -> Floats:
        """(count, 2) m, facing +x, x = 0 the front rank, y = 0 the middle; rank by rank, each from left to right."""

    def headings(self, count: int) -> Floats:
        """(count,) rad, where each faces when the unit faces +x; in most formations all face as the unit does."""
        return np.zeros(count)

    def fitted(self, count: int, frontage: float) -> "Formation":
        """The same formation of `count` officers with a front as near to `frontage` m as its rules allow."""
        return self


class Task(Kind, abc.ABC):
    """What a unit does over time; its state is plain data in the unit."""

    @property
    def doing(self) -> str:
        """What it is called in a report: ``doing.<this>`` of the texts."""
        return self.word

    @property
    def joins(self) -> str:
        """Name of the unit with which its own makes one line now, "" for none."""
        return ""

    @abc.abstractmethod
    def begin(self, world: "World", unit: "Unit") -> Reason | None:
        """Start, or say why not."""

    @abc.abstractmethod
    def step(self, world: "World", unit: "Unit") -> None:
        """Ten times a second while it is the unit's task."""

    @abc.abstractmethod
    def done(self, world: "World", unit: "Unit") -> bool:
        """Whether it has come to its end."""

    def pace(self, world: "World", unit: "Unit") -> float:
        """At how many m/s its officers go; the slowest sets it."""
        return unit.pace(world.people)

    def steer(self, world: "World", unit: "Unit") -> None:
        """Change the ways that lead everyone to their slots, after they are set, where the task knows better."""


@dataclass
class Unit:
    """One unit of officers; its people are rows of People."""

    name: str
    index: int  # people.unit of its rows
    type: UnitType
    agency: str  # a key of the district's agencies
    label: str  # call-sign on the map, DA1
    rows: Ints  # (k,) rows of People
    centre: Floats  # (2,) m, the middle of the front rank
    facing: float  # rad
    formation: Formation
    posture: str
    posture_before: str = ""  # the one it goes back to when its task ends, "" where it keeps what it has
    task: Task | None = None  # None: holds where it is
    begun: int = 0  # tick at which the task began
    queue: list[Task] = field(default_factory=list)
    queued_by: list[str] = field(default_factory=list)  # the seat that ordered each of the queue
    goal: Floats | None = None  # (2,) m, where a march ends; None while it does not march
    warned_at: dict[int, int] = field(default_factory=dict)  # himbauan level → tick of the latest
    on_request: float | None = None  # s it takes to come once asked for; None for a unit that comes by itself
    guards: str | None = None  # the zone it was sent to guard
    requested: int | None = None  # tick at which it was asked for
    heard_from: str = ""  # the seat whose order it heard last
    ordered_by: str = ""  # the seat whose order it carries out
    strain: float = 0.0  # 0 fresh … 1 at the end of their tether
    water: float = 0.0  # litres left

    def take(self, task: Task, queued: bool = False) -> None:
        """Do `task` next: at once, dropping what was queued, or after what is queued already."""
        if not queued:
            self.task, self.queue, self.queued_by = None, [], []
        self.queue.append(task)
        self.queued_by.append(self.heard_from)

    @property
    def marches(self) -> bool:
        """Whether it is on its way to a place, not standing in one."""
        return self.goal is not None

    @property
    def spot(self) -> tuple[float, float]:
        """(x, y) m, the place of what it says."""
        return float(self.centre[0]), float(self.centre[1])

    def pace(self, people: People, run: bool = False) -> float:
        """m/s of the slowest who is on their feet, walking in step or at a run; the unit moves no faster."""
        slowest = float(people.free_speed[self.rows[people.up[self.rows]]].min(initial=self.type.walk))
        return slowest * self.type.run / self.type.walk if run else slowest

    def present_rows(self, present: np.ndarray) -> Ints:
        """The rows of those who are there."""
        rows: Ints = self.rows[present[self.rows]]
        return rows
