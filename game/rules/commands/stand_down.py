"""Leave a unit at its barracks, before the exercise begins."""

from dataclasses import dataclass
from typing import ClassVar

from game.rules.commands.command import UnitOrder
from game.rules.commands.deploy import not_ours, too_late
from game.world.people import NEVER
from game.world.reason import Reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class StandDown(UnitOrder):
    """`unit` keeps the district running and takes no part, unless it is deployed again."""

    travels: ClassVar[bool] = False
    of_any_type: ClassVar[bool] = True
    needs_presence: ClassVar[bool] = False

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        return too_late(world) or not_ours(unit)

    def carry(self, world: World, unit: Unit) -> None:
        world.people.present[unit.rows], world.people.arrives[unit.rows] = False, NEVER
