"""Order a unit into a posture."""

from dataclasses import dataclass

from game.rules import stance
from game.rules.commands.command import UnitOrder
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Posture(UnitOrder):
    """`unit` takes up `posture`: siap, siaga, tangan_berkait, pegang_tali, berlindung, those to move in."""

    posture: str

    @property
    def detail(self) -> str:
        return self.posture

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        if self.posture not in unit.type.postures:
            return reason("posture_not_carried", unit=unit.label, posture=self.posture)
        return None

    def carry(self, world: World, unit: Unit) -> None:
        stance.take_up(world, unit, self.posture)
