"""Order a unit to open a gate."""

from dataclasses import dataclass

from game.rules.commands.command import UnitOrder
from game.rules.tasks.swing_gate import SwingGate
from game.world.names import GateName
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class OpenGate(UnitOrder):
    """`unit` goes to the shut gate or row of barriers `gate` and opens it."""

    gate: GateName
    queue: bool = False

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        if self.gate not in world.ground.gates:
            return reason("unknown_gate", gate=self.gate)
        return None if self.gate in world.gates_shut else reason("gate_is_open", gate=self.gate)

    def carry(self, world: World, unit: Unit) -> None:
        unit.take(SwingGate(gate=self.gate, shut=False), self.queue)
