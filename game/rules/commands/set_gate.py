"""A gate that somebody else opens or closes."""

from dataclasses import dataclass

from game.rules import gates
from game.rules.commands.command import Inject
from game.world.names import GateName
from game.world.reason import Reason, reason
from game.world.world import World


@dataclass(frozen=True)
class SetGate(Inject):
    """The gate or row of barriers `gate` opens, or with `shut` closes once nobody stands in it."""

    gate: GateName
    shut: bool

    def check(self, world: World, seat: str) -> Reason | None:
        if self.gate not in world.ground.gates:
            return reason("unknown_gate", gate=self.gate)
        if self.shut and self.gate in world.gates_broken:
            return reason("gate_is_broken", gate=self.gate)
        return super().check(world, seat)

    def apply(self, world: World, seat: str) -> None:
        if self.shut:
            gates.to_shut(world, self.gate)
        else:
            gates.open_up(world, self.gate, seat)
