"""Ask for a unit that waits elsewhere."""

from dataclasses import dataclass
from typing import ClassVar

from game.rules.commands.command import UnitOrder
from game.world.events import Event
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import TICK, TICKS_PER_SECOND, World


@dataclass(frozen=True)
class Requested(Event):
    """A unit was asked for and is on its way; the actor is the unit."""

    call: str
    minutes: int


@dataclass(frozen=True)
class Request(UnitOrder):
    """`unit`, which the level keeps elsewhere, is asked for by telephone and comes after the time it needs."""

    travels: ClassVar[bool] = False
    of_any_type: ClassVar[bool] = True
    needs_presence: ClassVar[bool] = False

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        if unit.on_request is None:
            return reason("comes_unasked", unit=unit.label)
        if unit.requested is None:
            return None
        left = unit.on_request - (world.tick - unit.requested) * TICK
        return reason("asked_already", unit=unit.label, minutes=max(1, round(left / 60)))

    def carry(self, world: World, unit: Unit) -> None:
        assert unit.on_request is not None
        unit.requested = world.tick
        world.people.arrives[unit.rows] = world.tick + round(unit.on_request * TICKS_PER_SECOND)
        world.say(Requested(call=unit.label, minutes=max(1, round(unit.on_request / 60)), actor=unit.name))
