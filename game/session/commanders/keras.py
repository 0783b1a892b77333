"""The commander of shields and force at once: what many exercises rehearse, and what the others are held against."""

from dataclasses import dataclass, field

import numpy as np

from game.rules.commands.posture import Posture
from game.rules.commands.push import Push
from game.rules.commands.raise_flag import RaiseFlag
from game.rules.commands.request import Request
from game.session.commanders.commander import Commander
from game.session.staff import arrests, line, reading, water
from game.session.staff.line import Line
from game.session.staff.patience import Patience
from game.session.view import UnitView, View
from game.world.names import UnitName
from game.world.world import Command

SHIELDS = "berlindung"
CLOSE = 15.0  # m to the nearest of the crowd from which the line pushes; guess
PUSH = 10.0  # m; guess
PUSHES_AGAIN = 40.0  # s; guess
RAISES_AGAIN = 60.0  # s; guess


@dataclass
class Keras(Commander):
    """Shields to the front before anybody has done anything; push and water whenever somebody is near; no word said."""

    patience: Patience = field(default_factory=Patience)
    line: Line = field(default_factory=Line)

    def orders(self, view: View) -> list[Command]:
        self.line.hear(view)
        before = self.line.front(view)
        if before is None:
            return []
        return [
            *self._flag(view),
            *self._request(view),
            *self._shields(view),
            *line.relieve(view, self.patience, before),
            *self._push(view, before),
            *water.post(view, self.patience, before),
            *water.spray(view, self.patience, reading.crowd(view), hard=True),
            *arrests.orders(view, self.patience, before),
        ]

    def _flag(self, view: View) -> list[Command]:
        raises = view.flag == "hijau" and self.patience.allows(view, "flag", RAISES_AGAIN)
        return [RaiseFlag(flag="kuning")] if raises else []

    def _request(self, view: View) -> list[Command]:
        waiting = [unit for unit in view.units if unit.mine and unit.on_request and not unit.strength]
        asked = [unit for unit in waiting if self.patience.allows(view, f"request {unit.name}", np.inf)]
        return [Request(unit=UnitName(unit.name)) for unit in asked]

    def _shields(self, view: View) -> list[Command]:
        """Everyone who has one, wherever they stand."""
        carry = [unit for unit in reading.able(view, "posture") if SHIELDS in unit.postures]
        lowered = [unit for unit in carry if unit.posture != SHIELDS]
        again = [unit for unit in lowered if self.patience.allows(view, f"shields {unit.name}", PUSHES_AGAIN)]
        return [Posture(unit=UnitName(unit.name), posture=SHIELDS) for unit in again]

    def _push(self, view: View, before: UnitView) -> list[Command]:
        near = reading.away(before.centre, reading.nearest(view, before.centre, reading.crowd(view))) <= CLOSE
        able = Push.word in before.orders and before.type == line.SECOND and reading.idle(before)
        if not near or not able or not self.patience.allows(view, f"push {before.name}", PUSHES_AGAIN):
            return []
        return [Push(unit=UnitName(before.name), metres=PUSH)]
