"""The commander who talks first: himbauan early and again, a soft line, a flag that follows what is seen."""

from dataclasses import dataclass, field

import numpy as np

from game.rules.commands.form import Form
from game.rules.commands.move import Move
from game.rules.commands.posture import Posture
from game.rules.commands.warn import Warn
from game.rules.formations.bersaf import Bersaf
from game.session.commanders.commander import Commander
from game.session.staff import accounts, care, flags, reading
from game.session.staff.conversation import Conversation
from game.session.staff.patience import Patience
from game.session.view import UnitView, View
from game.world.names import UnitName
from game.world.people import NOBODY
from game.world.world import Command

FIRST_LINE = "dalmas_awal"
CALM, LINKED = "siap", "tangan_berkait"  # postures without a shield; doctrine.md 2.3
TALK_EVERY = 85.0  # s; 60 between himbauan (doctrine.md 4.3), 12 to say it, some for the radio and to take it in
POSTURE_EVERY = 30.0  # s between two orders about it; guess
FIRST_WORDS = 5.0  # s, when the line has been ordered; guess
NEAR_ENOUGH = 12.0  # m from the nearest of the crowd within which talking works; crowd-model.md 3.5.5
KEPT = 6.0  # m left between negotiators and crowd; guess


@dataclass
class Tenang(Commander):
    """Dalmas Awal in ranks at the gate, shields left where they are, talk, and medics for whoever is hurt.

    Where the crowd has a coordinator the negotiators talk with them and the line says himbauan 1, else the negotiators.
    """

    patience: Patience = field(default_factory=Patience)

    def orders(self, view: View) -> list[Command]:
        line = [order for unit in reading.of_type(view, FIRST_LINE) for order in self._line(view, unit)]
        return [
            *accounts.orders(view, self.seat, self.patience),
            *care.orders(view, self.patience),
            *line,
            *self._words(view),
            *flags.follow(view, self.patience),
        ]

    def _line(self, view: View, unit: UnitView) -> list[Command]:
        """Bersaf where it stands, once; arms linked only while the threat is more than words."""
        orders: list[Command] = []
        if self.patience.allows(view, f"form {unit.name}", np.inf):
            orders.append(Form(unit=UnitName(unit.name), formation=Bersaf(), at=None, facing=None))
        wanted = CALM if reading.threat(view) < 3 else LINKED
        changes = wanted in unit.postures and unit.posture != wanted
        if changes and self.patience.allows(view, f"posture {unit.name}", POSTURE_EVERY):
            orders.append(Posture(unit=UnitName(unit.name), posture=wanted))
        return orders

    def _words(self, view: View) -> list[Command]:
        talkers = reading.of_type(view, reading.TALKERS)
        if view.talks is None:
            return [order for unit in talkers for order in self._talk(view, unit)]
        conversation = Conversation(self.patience)
        talk = [order for unit in talkers[:1] for order in conversation.orders(view, unit)]
        return talk + [order for unit in reading.of_type(view, FIRST_LINE)[:1] for order in self._appeal(view, unit)]

    def _talk(self, view: View, unit: UnitView) -> list[Command]:
        """Himbauan 1, walking up to the crowd before it when that is far."""
        if view.seconds < FIRST_WORDS or unit.in_air or not self.patience.allows(view, f"talk {unit.name}", TALK_EVERY):
            return []
        walk = _step_up(view, unit)
        return [*walk, Warn(unit=UnitName(unit.name), level=1, queue=bool(walk))]

    def _appeal(self, view: View, unit: UnitView) -> list[Command]:
        """Himbauan 1 from where the line stands."""
        if not reading.idle(unit) or not self.patience.allows(view, "appeal", TALK_EVERY):
            return []
        return [Warn(unit=UnitName(unit.name), level=1)]


def _step_up(view: View, unit: UnitView) -> list[Command]:
    """An order to walk up to the nearest of the crowd, if they are too far to talk to."""
    nearest = reading.nearest(view, unit.centre, view.present & (view.cast.unit == NOBODY))
    away = reading.away(unit.centre, nearest)
    if nearest is None or away <= NEAR_ENOUGH:
        return []
    goal = nearest + (np.array(unit.centre) - nearest) * (KEPT / away)
    return [Move(unit=UnitName(unit.name), to=goal.round(1).tolist(), facing=None)]
