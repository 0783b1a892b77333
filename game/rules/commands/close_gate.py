"""Order a unit to close a gate."""

from dataclasses import dataclass

from game.rules.commands.command import UnitOrder
from game.rules.tasks.swing_gate import SwingGate
from game.world.names import GateName
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class CloseGate(UnitOrder):
    """`unit` goes to the open gate or row of barriers `gate` and closes it, once nobody stands in it."""

    gate: GateName
    queue: bool = False

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        if self.gate not in world.ground.gates:
            return reason("unknown_gate", gate=self.gate)
        if self.gate in world.gates_broken:
            return reason("gate_is_broken", gate=self.gate)
        return reason("gate_is_shut", gate=self.gate) if self.gate in world.gates_shut else None

    def carry(self, world: World, unit: Unit) -> None:
        unit.take(SwingGate(gate=self.gate, shut=True), self.queue)
