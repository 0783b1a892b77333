"""Turn to another chapter of the level."""

from dataclasses import dataclass

from game.rules.commands.command import Inject
from game.world.events import Event
from game.world.names import PhaseName
from game.world.world import World


@dataclass(frozen=True)
class PhaseEntered(Event):
    """The author's next chapter has begun; shown to the instructor only."""

    phase: str
    before: str


@dataclass(frozen=True)
class EnterPhase(Inject):
    """The level is in `phase`, from now."""

    phase: PhaseName

    def apply(self, world: World, seat: str) -> None:
        script, before = world.script, world.script.phase
        script.phase, script.since = self.phase, world.tick
        script.holding.clear()
        world.say(PhaseEntered(phase=self.phase, before=before, actor=seat))
