"""What every task ends with: the unit's report."""

from dataclasses import dataclass
from typing import Literal

from game.rules import slots
from game.world.events import Event
from game.world.units import Task, Unit
from game.world.world import World

Result = Literal["complete", "partial"]


@dataclass(frozen=True)
class TaskDone(Event):
    """A unit reports the end of a task: `in_place` of the `of` on their feet stand where they should."""

    task: str
    doing: str
    result: Result
    in_place: int
    of: int
    call: str


def report(world: World, unit: Unit, task: Task) -> TaskDone:
    """What `unit` says at the end of `task`: honest about who is not in place."""
    stands = slots.in_place(world, unit)
    result: Result = "complete" if stands.mean() >= slots.DRESSED else "partial"
    return TaskDone(
        task=task.word, doing=task.doing, result=result, in_place=int(stands.sum()), of=len(stands), call=unit.label
    )
