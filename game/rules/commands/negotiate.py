"""Order a unit to talk with the coordinator."""

from dataclasses import dataclass

from game.rules.commands.command import UnitOrder
from game.rules.tasks import negotiate
from game.rules.turns.turn import Turn
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Negotiate(UnitOrder):
    """`unit` goes up to the coordinator and takes one turn: `say` listen, explain, offer or promise."""

    say: Turn
    queue: bool = False

    @property
    def detail(self) -> str:
        return self.say.detail

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        if not unit.type.talks:
            return reason("not_for_this_type", unit=unit.label, command=self.word)
        return None if self.queue else negotiate.refuses(world, unit, self.say)

    def carry(self, world: World, unit: Unit) -> None:
        unit.take(negotiate.Negotiate(say=self.say), self.queue)
