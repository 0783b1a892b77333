"""Himbauan one to three in their order, each with time to answer, the third naming what will be used."""

from dataclasses import dataclass, field

from game.rules.commands.warn import Warn
from game.rules.himbauan import Tool
from game.rules.tasks.warn import HimbauanGiven
from game.session.staff import reading
from game.session.staff.patience import Patience
from game.session.view import UnitView, View
from game.world.names import UnitName
from game.world.world import TICKS_PER_SECOND, Command

APART = 60.0  # s between himbauan; doctrine.md 4.3
AGAIN = 30.0  # s between two orders to give one: the radio, and to say it; guess
CALM_EVERY = 120.0  # s between himbauan 1 while nothing happens; guess
TENSE = 3  # class of threat from which the second and third are given; doctrine.md 2.5
IN_EARSHOT = 45.0  # m from the crowd at which it is worth speaking; levels/catalogue: reach of a megaphone
TIME_TO_GO = 60.0  # s from the third to what it names; doctrine.md 4.3


@dataclass
class Warnings:
    """Remembers from the radio which were given and what they named."""

    given: dict[int, float] = field(default_factory=dict)  # level → s of the latest
    named: dict[str, float] = field(default_factory=dict)  # tool → s of the latest himbauan that named it

    def hear(self, view: View) -> None:
        """Note what was said since the last look."""
        for event in view.events:
            if isinstance(event, HimbauanGiven):
                second = event.tick / TICKS_PER_SECOND
                self.given[event.level] = second
                self.named |= dict.fromkeys(event.tools, second)

    def orders(self, view: View, patience: Patience, names: tuple[Tool, ...]) -> list[Command]:
        """The next himbauan, the third naming `names`."""
        speaker, level = _speaker(view), self._level(view)
        every = CALM_EVERY if reading.threat(view) < TENSE else APART
        waits = view.seconds - max(self.given.values(), default=-every) < every
        if speaker is None or waits or not patience.allows(view, "himbauan", AGAIN):
            return []
        return [Warn(unit=UnitName(speaker.name), level=level, names=names if level == 3 else ())]

    def allow(self, view: View, tool: Tool) -> bool:
        """Whether people were told that `tool` follows and had time to go."""
        return tool in self.named and view.seconds - self.named[tool] >= TIME_TO_GO

    def _level(self, view: View) -> int:
        """One while it is calm; then each once, and the third again where that changed nothing."""
        if reading.threat(view) < TENSE or 1 not in self.given:
            return 1
        return 2 if 2 not in self.given else 3


def _speaker(view: View) -> UnitView | None:
    """Who has a loudhailer, nothing else to do, and stands in the crowd's earshot; the nearest of them."""
    free = [unit for unit in reading.able(view, "warn") if reading.idle(unit) and unit.type != reading.TALKERS]
    who = reading.crowd(view)
    away = {unit.name: reading.away(unit.centre, reading.nearest(view, unit.centre, who)) for unit in free}
    near = [unit for unit in free if away[unit.name] <= IN_EARSHOT]
    return min(near, key=lambda unit: away[unit.name], default=None)
