"""Take back the latest order that has not begun."""

from dataclasses import dataclass
from typing import ClassVar

from game.rules.commands.command import UnitOrder
from game.world.events import Event
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import OrderInAir, World


@dataclass(frozen=True)
class OrderCancelled(Event):
    """An order is taken back before it began."""

    doing: str
    call: str


@dataclass(frozen=True)
class Cancel(UnitOrder):
    """The latest order to `unit` that is on the air or in its queue is undone; what has begun goes on."""

    travels: ClassVar[bool] = False
    of_any_type: ClassVar[bool] = True

    def sets_aside(self, world: World, unit: Unit) -> list[str]:
        on_air = self._on_air(world)
        return [on_air[-1].seat] if on_air else unit.queued_by[-1:]

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        if unit.queue or self._on_air(world):
            return None
        return reason("nothing_to_cancel", unit=unit.label)

    def carry(self, world: World, unit: Unit) -> None:
        on_air = self._on_air(world)
        if on_air:
            world.air.remove(on_air[-1])
            doing = on_air[-1].order.doing
        else:
            doing = unit.queue.pop().doing
            unit.queued_by.pop()
        world.say(OrderCancelled(doing=doing, call=unit.label, actor=unit.name, place=unit.spot))

    def _on_air(self, world: World) -> list[OrderInAir]:
        return [sent for sent in world.air if isinstance(sent.order, UnitOrder) and sent.order.unit == self.unit]
