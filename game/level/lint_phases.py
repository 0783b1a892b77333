"""Whether the phases of an exercise lead somewhere: each is reached, it ends, and it can end calmly."""

from collections.abc import Callable, Iterator

from game.level.document import Document
from game.level.exercise import END, Exercise, Phase
from game.level.mistake import Mistake
from game.rules.commands.enter_phase import EnterPhase
from game.rules.triggers.all import All
from game.rules.triggers.any import Any
from game.rules.triggers.not_ import Not
from game.rules.triggers.threat_at_least import ThreatAtLeast
from game.rules.triggers.threat_at_most import ThreatAtMost
from game.rules.triggers.trigger import Trigger

Way = tuple[str, Trigger | None]  # a phase, and the condition that leads to it


def mistakes(level: Exercise, document: Document) -> Iterator[Mistake]:
    """Phases that nothing leads to, an exercise that could go on for ever, and one that no calm can end."""
    reached = _reached(level, lambda when: True)
    for name in level.phases:
        if name not in reached:
            yield document.mistake_of_name(("phases", name), "phase_unreachable", phase=name)
    if END in level.phases:
        yield document.mistake_of_name(("phases", END), "end_is_taken")
    if level.limits.time is None and END not in reached:
        yield document.mistake_of_name(("phases",), "cannot_end")
    if END in reached and END not in _reached(level, in_calm):
        yield document.mistake_of_name(("phases",), "cannot_end_calm")
    for name, phase in level.phases.items():
        for i, inject in enumerate(phase.injects):
            if (inject.at is None) == (inject.when is None):
                yield document.mistake(("phases", name, "injects", i), "at_or_when")


def _reached(level: Exercise, passes: Callable[[Trigger | None], bool]) -> set[str]:
    """The phases that can be come to from the start through conditions that `passes` lets pass."""
    reached: set[str] = set()
    ahead = [str(level.start)]
    while ahead:
        name = ahead.pop()
        if name in reached:
            continue
        reached.add(name)
        if phase := level.phases.get(name):
            ahead += [to for to, when in _ways(phase) if passes(when)]
    return reached


def _ways(phase: Phase) -> Iterator[Way]:
    for step in phase.next:
        yield step.to, step.when
    for inject in phase.injects:
        yield from ((order.phase, inject.when) for order in inject.do if isinstance(order, EnterPhase))


def in_calm(when: Trigger | None) -> bool:
    """Whether `when` can come to hold while the threat is of class 1 all along."""
    match when:
        case ThreatAtLeast():
            return when.class_ <= 1
        case All():
            return all(map(in_calm, when.of))
        case Any():
            return any(map(in_calm, when.of))
        case Not():
            return _fails_in_calm(when.of)
    return True


def _fails_in_calm(when: Trigger) -> bool:
    """Whether `when` can fail to hold while the threat is of class 1 all along."""
    match when:
        case ThreatAtMost():
            return False
        case ThreatAtLeast():
            return when.class_ > 1
        case All():
            return any(map(_fails_in_calm, when.of))
        case Any():
            return all(map(_fails_in_calm, when.of))
        case Not():
            return in_calm(when.of)
    return True
