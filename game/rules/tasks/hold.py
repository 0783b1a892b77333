"""Stand where you are."""

from dataclasses import dataclass

from game.rules import slots
from game.world.reason import Reason
from game.world.units import Task, Unit
from game.world.world import TICKS_PER_SECOND, World

DRESS_TIME = 15 * TICKS_PER_SECOND  # ticks to dress at the most; crowd-model.md 4 (reform 5 … 15 s)


@dataclass(frozen=True)
class Hold(Task):
    """Stop and dress where the unit is."""

    def begin(self, world: World, unit: Unit) -> Reason | None:
        slots.draw_up(world, unit, unit.centre, unit.facing)
        return None

    def step(self, world: World, unit: Unit) -> None:
        """Standing is all there is to do."""

    def done(self, world: World, unit: Unit) -> bool:
        return slots.dressed(world, unit) or world.tick - unit.begun >= DRESS_TIME
