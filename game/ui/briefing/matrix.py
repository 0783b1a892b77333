"""Who does what when: phase by agency, made from the level's units and its doctrine's rules, never by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.level.schema import Level
from game.world.ladder import FLAGS, Rule

PHASES: Final = {"aman": "hijau", "rawan": "kuning", "rusuh": "merah", "pemulihan": "hijau"}  # doctrine.md 2.5
DRILL: Final = ("form", "move", "face", "posture", "hold", "cancel")  # what every unit does at any time


@dataclass(frozen=True)
class Charge:
    """An order that an agency's units may be asked for."""

    word: str
    detail: str  # what of the order has a rule of its own, "" for none
    rank: str  # the least rank
    warned: bool  # only after the third himbauan named it

    @property
    def key(self) -> str:
        """As the doctrine calls it: spray:jet."""
        return f"{self.word}:{self.detail}" if self.detail else self.word


@dataclass(frozen=True)
class Stage:
    """A phase of the level, with the flag that belongs to it and the highest class of threat under that flag."""

    phase: str
    flag: str
    ceiling: int
    before: int  # the ceiling of the calmer stage, 0 for the first


def stages(level: Level) -> list[Stage]:
    """The level's phases that doctrine knows, in its order; recovery is judged as calm is."""
    known = [(phase, flag) for phase, flag in PHASES.items() if phase in level.phases]
    return [Stage(phase, flag, _ceiling(level, flag), _calmer(level, flag)) for phase, flag in known]


def charges(level: Level, agency: str, above: int, ceiling: int) -> list[Charge]:
    """What `agency`'s units may be asked for from a class of threat above `above` and up to `ceiling`."""
    found = [
        Charge(word, detail, rule.rank, rule.warned)
        for word in _orders(level, agency)
        for detail, rule in _rules(level, word)
        if above < rule.threat <= ceiling
    ]
    return list(dict.fromkeys(found))


def who_declares(level: Level, flag: str) -> str:
    """The least rank that may raise `flag`."""
    return level.ladder.rule("raise_flag", flag).rank


def _orders(level: Level, agency: str) -> list[str]:
    types = [level.catalogue.units[unit.type] for unit in level.units.values() if unit.agency == agency]
    return list(dict.fromkeys(word for kind in types for word in kind.orders if word not in DRILL))


def _rules(level: Level, word: str) -> Iterator[tuple[str, Rule]]:
    """The order's own rule, and those of its details that ask for a higher class of threat than it."""
    rules = level.ladder.rules
    own = rules.get(word)
    if own is not None:
        yield "", own
    for key, rule in rules.items():
        if key.startswith(f"{word}:") and (own is None or rule.threat > own.threat):
            yield key.partition(":")[2], rule


def _ceiling(level: Level, flag: str) -> int:
    """The highest class of threat for which the doctrine asks for `flag` or a lower one."""
    return max(
        (step for step, asked in enumerate(level.ladder.flag_for, start=1) if FLAGS.index(asked) <= FLAGS.index(flag)),
        default=0,
    )


def _calmer(level: Level, flag: str) -> int:
    step = FLAGS.index(flag)
    return _ceiling(level, FLAGS[step - 1]) if step else 0
