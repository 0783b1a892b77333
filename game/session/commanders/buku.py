"""The commander who goes by the doctrine's book: talk all along, warn three times, no more force than the threat."""

from dataclasses import dataclass, field

import numpy as np

from game.rules.commands.form import Form
from game.rules.commands.request import Request
from game.rules.formations.bersaf import Bersaf
from game.rules.himbauan import Tool
from game.session.commanders.commander import Commander
from game.session.staff import accounts, arrests, care, flags, line, reading, water
from game.session.staff.conversation import Conversation
from game.session.staff.line import Line
from game.session.staff.patience import Patience
from game.session.staff.warnings import Warnings
from game.session.view import UnitView, View
from game.world.names import UnitName
from game.world.world import Command

TENSE, RIOT = 3, 4  # classes of threat: disorder, riot; doctrine.md 2.5
ENOUGH = 5  # people in the crowd for each officer in a line, beyond which neighbours are asked; doctrine.md 4.3, kuning
ASKS_AFTER = 60.0  # s, when the crowd can be counted; guess
ROOM_BEHIND = 4.0  # m by which the line stands forward of its gate, so that it can be relieved there; guess
NAMES: tuple[Tool, ...] = ("arrest", "spray")  # what the third himbauan names


@dataclass
class Buku(Commander):
    """Doctrine.md 2.4 to 2.6 and section 6, in the order of worth: care, words, the line, arrests, water."""

    patience: Patience = field(default_factory=Patience)
    warnings: Warnings = field(default_factory=Warnings)
    line: Line = field(default_factory=Line)

    def orders(self, view: View) -> list[Command]:
        self.warnings.hear(view)
        self.line.hear(view)
        before = self.line.front(view)
        return [
            *accounts.orders(view, self.seat, self.patience),
            *care.orders(view, self.patience),
            *self._talk(view),
            *self.warnings.orders(view, self.patience, NAMES),
            *flags.follow(view, self.patience),
            *self._neighbours(view),
            *(self._line(view, before) if before else []),
            *(self._arrests(view, before) if before else []),
            *(self._water(view, before) if before else []),
        ]

    def _talk(self, view: View) -> list[Command]:
        talkers = reading.of_type(view, reading.TALKERS)
        conversation = Conversation(self.patience)
        return [order for unit in talkers[:1] for order in conversation.orders(view, unit)]

    def _line(self, view: View, before: UnitView) -> list[Command]:
        """In ranks; relieved by shields once there is disorder and not before."""
        orders: list[Command] = []
        if self.patience.allows(view, "form", np.inf):
            ahead = reading.behind(before, -ROOM_BEHIND)
            orders.append(Form(unit=UnitName(before.name), formation=Bersaf(), at=ahead))
        orders += line.posture(view, self.patience, before)
        return orders + (line.relieve(view, self.patience, before) if reading.threat(view) >= TENSE else [])

    def _neighbours(self, view: View) -> list[Command]:
        """They need minutes to come, so they are asked while it is calm."""
        officers = sum(unit.strength for kind in (line.FIRST, line.SECOND) for unit in reading.of_type(view, kind))
        if view.seconds < ASKS_AFTER or np.count_nonzero(reading.crowd(view)) <= ENOUGH * officers:
            return []
        waiting = [unit for unit in view.units if unit.mine and unit.on_request and not unit.strength]
        asked = [unit for unit in waiting if self.patience.allows(view, f"request {unit.name}", np.inf)]
        return [Request(unit=UnitName(unit.name)) for unit in asked]

    def _arrests(self, view: View, before: UnitView) -> list[Command]:
        """Not while the coordinator talks, which it would end; but in a riot, or once the law was named in vain."""
        live = view.talks is not None and view.talks.standing in ("open", "agreed")
        if reading.threat(view) < (RIOT if live and 2 not in self.warnings.given else TENSE):
            return []
        acts = arrests.UNHEEDED if self.warnings.allow(view, "arrest") else arrests.GRAVE
        return arrests.orders(view, self.patience, before, acts)

    def _water(self, view: View, before: UnitView) -> list[Command]:
        """Brought up in disorder; used in a riot, on those who push or throw, once they were told and could go."""
        if reading.threat(view) < TENSE:
            return []
        if reading.threat(view) < RIOT or not self.warnings.allow(view, "spray"):
            return water.post(view, self.patience, before)
        pushing = reading.crowd(view) & view.pressing
        pushing[reading.offenders(view, arrests.GRAVE, arrests.FRESH)] = True
        return water.spray(view, self.patience, pushing, hard=False)
