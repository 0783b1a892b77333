"""What the level lets happen: injects that are due, and which phase comes next. All memory of it lies in the World."""

from game.level.exercise import END, Inject, Phase
from game.level.schema import Level
from game.rules.commands.enter_phase import EnterPhase
from game.world.names import PhaseName
from game.world.world import TICK, Command, World

__all__ = ["END", "Script"]

EVERY = 3  # ticks between two looks at the conditions: 10 Hz, as moods and wants move


class Script:
    """Gives the author's commands, as the seat `script`."""

    def __init__(self, level: Level) -> None:
        """Follow the phases of `level`."""
        self.phases = level.phases
        self.limit = level.limits.time

    def due(self, world: World) -> list[Command]:
        """What the script orders at this tick: injects in the order written, then at most one change of phase."""
        if world.script.phase == END or world.tick % EVERY:
            return []
        if self.limit is not None and world.seconds >= self.limit:
            return [EnterPhase(PhaseName(END))]
        phase = self.phases.get(world.script.phase, Phase())  # an instructor may name one that the level lacks
        return [*_injected(world, phase), *_next(world, phase)[:1]]


def _injected(world: World, phase: Phase) -> list[Command]:
    places = [f"{world.script.phase}.injects.{i}" for i in range(len(phase.injects))]
    return [
        command
        for place, inject in zip(places, phase.injects, strict=True)
        if _fires(world, place, inject)
        for command in inject.do
    ]


def _fires(world: World, place: str, inject: Inject) -> bool:
    """Whether `inject` is due now, and remember it."""
    due = inject.when.lasts(world, place) if inject.when else _since(world, world.script.since) >= (inject.at or 0.0)
    before = world.script.fired.get(place)
    if not due or (before is not None and (inject.repeat is None or _since(world, before) < inject.repeat)):
        return False
    world.script.fired[place] = world.tick
    return True


def _since(world: World, tick: int) -> float:
    """Seconds since `tick`."""
    return (world.tick - tick) * TICK


def _next(world: World, phase: Phase) -> list[Command]:
    """Every way that is open; each is asked, so that those with a duration keep their count."""
    return [
        EnterPhase(step.to)
        for i, step in enumerate(phase.next)
        if step.when.lasts(world, f"{world.script.phase}.next.{i}")
    ]
