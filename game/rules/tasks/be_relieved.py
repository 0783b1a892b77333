"""Be relieved: what a line does while another takes its place."""

from dataclasses import dataclass

from game.rules import passage, slots
from game.rules.journey import SIDESTEP
from game.world.names import UnitName
from game.world.reason import Reason
from game.world.units import Task, Unit
from game.world.world import World


@dataclass(frozen=True)
class BeRelieved(Task):
    """Hold the line, and step back rank by rank, facing the crowd, as the relief by the unit `by` calls."""

    by: UnitName

    def begin(self, world: World, unit: Unit) -> Reason | None:
        return None

    def step(self, world: World, unit: Unit) -> None:
        if self.done(world, unit):  # over, or called off halfway: all stand together again
            slots.draw_up(world, unit, unit.centre, unit.facing)

    def steer(self, world: World, unit: Unit) -> None:
        passage.shoulder_on(world, unit.rows[passage.stepping_back(world.people, unit)])

    def done(self, world: World, unit: Unit) -> bool:
        relief = world.units[self.by].task
        return relief is None or relief.word != "relieve"

    def pace(self, world: World, unit: Unit) -> float:
        return SIDESTEP
