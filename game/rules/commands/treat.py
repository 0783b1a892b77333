"""Order medics to somebody who is hurt."""

from dataclasses import dataclass

from game.rules import care
from game.rules.commands.command import Person, UnitOrder
from game.rules.tasks import treat
from game.world.reason import Reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Treat(UnitOrder):
    """`unit` treats the person of row `person`, None whoever needs it most, ours and theirs alike."""

    person: Person | None = None
    queue: bool = False

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        if self.person is not None:
            return treat.refuses(world, self.person)
        return treat.refuses(world, care.next_patient(world, unit, treat.spoken_for(world, unit)))

    def carry(self, world: World, unit: Unit) -> None:
        unit.take(treat.Treat(person=self.person), self.queue)
