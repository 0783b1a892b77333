"""Order a team to take a person out of the crowd."""

from dataclasses import dataclass

from game.rules import custody
from game.rules.commands.command import Person, UnitOrder
from game.rules.tasks import arrest
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Arrest(UnitOrder):
    """`unit` takes the person of row `person`; with nothing seen done it is possible, and held against it."""

    person: Person
    queue: bool = False

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        if not self.queue and isinstance(unit.task, arrest.Arrest):
            return reason("arrest_under_way", unit=unit.label)
        return arrest.refuses(world, unit, self.person)

    def cautions(self, world: World) -> tuple[str, ...]:
        nothing_seen = custody.evidence(world, self.person) is None
        return (*super().cautions(world), *(("no_evidence",) if nothing_seen else ()))

    def carry(self, world: World, unit: Unit) -> None:
        unit.take(arrest.Arrest(person=self.person), self.queue)
