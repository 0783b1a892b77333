"""Order a unit to let somebody go."""

from dataclasses import dataclass

from game.rules import custody
from game.rules.commands.command import Person, UnitOrder
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Release(UnitOrder):
    """`unit` lets the person of row `person` go, whom it holds or has handed over."""

    person: Person

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        arrest = custody.of(world, self.person)
        return reason("not_held_by", unit=unit.label) if arrest is None or arrest.unit != unit.name else None

    def carry(self, world: World, unit: Unit) -> None:
        arrest = custody.of(world, self.person)
        assert arrest is not None  # cannot has looked
        custody.release(world, arrest, "ordered")
