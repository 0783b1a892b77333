"""The commander who talks first: himbauan early and again, a soft line, a flag that follows what is seen."""

from dataclasses import dataclass, field

import numpy as np

from game.rules.commands.command import FlagName
from game.rules.commands.form import Form
from game.rules.commands.lower_flag import LowerFlag
from game.rules.commands.move import Move
from game.rules.commands.posture import Posture
from game.rules.commands.raise_flag import RaiseFlag
from game.rules.commands.warn import Warn
from game.rules.formations.bersaf import Bersaf
from game.session.commanders.commander import Commander
from game.session.view import UnitView, View
from game.world.ladder import FLAGS
from game.world.names import UnitName
from game.world.people import NOBODY, Floats
from game.world.world import Command

TALKERS = "negosiator"
FIRST_LINE = "dalmas_awal"
CALM, LINKED = "siap", "tangan_berkait"  # postures without a shield; doctrine.md 2.3
TALK_EVERY = 85.0  # s; 60 between himbauan (doctrine.md 4.3), 12 to say it, some for the radio and to take it in
FLAG_EVERY = 30.0  # s between two orders about the flag; guess
FIRST_WORDS = 5.0  # s, when the line has been ordered; guess
NEAR_ENOUGH = 12.0  # m from the nearest of the crowd within which talking works; crowd-model.md 3.5.5
KEPT = 6.0  # m left between negotiators and crowd; guess
MANY = 5  # people pressing who make disorder plain to see; rules/threat.py
FLAG_FOR: tuple[FlagName, ...] = ("hijau", "hijau", "kuning", "merah", "merah")  # at threat 1 … 5; doctrine.md 2.5


@dataclass
class Tenang(Commander):
    """Himbauan 1 by the negotiators from the start, Dalmas Awal in ranks at the gate, shields left where they are."""

    due: dict[str, float] = field(default_factory=dict)  # what → s before which it is not ordered again

    def orders(self, view: View) -> list[Command]:
        mine = [unit for unit in view.units if unit.mine and unit.strength]
        line = [order for unit in mine if unit.type == FIRST_LINE for order in self._line(view, unit)]
        talk = [order for unit in mine if unit.type == TALKERS for order in self._talk(view, unit)]
        return [*line, *talk, *self._flag(view)]

    def _line(self, view: View, unit: UnitView) -> list[Command]:
        """Bersaf where it stands, once; arms linked only while the threat is more than words."""
        orders: list[Command] = []
        if self._once(view, f"form {unit.name}", np.inf):
            orders.append(Form(unit=UnitName(unit.name), formation=Bersaf(), at=None, facing=None))
        wanted = CALM if _threat(view) < 3 else LINKED
        if wanted in unit.postures and unit.posture != wanted and self._once(view, f"posture {unit.name}", FLAG_EVERY):
            orders.append(Posture(unit=UnitName(unit.name), posture=wanted))
        return orders

    def _talk(self, view: View, unit: UnitView) -> list[Command]:
        """Himbauan 1, walking up to the crowd before it when that is far."""
        if view.seconds < FIRST_WORDS or unit.in_air or not self._once(view, f"talk {unit.name}", TALK_EVERY):
            return []
        walk = _step_up(view, unit)
        return [*walk, Warn(unit=UnitName(unit.name), level=1, queue=bool(walk))]

    def _flag(self, view: View) -> list[Command]:
        """The flag that the threat asks for; merah is not the Kapolres's to raise, and is asked for all the same."""
        asked = FLAG_FOR[_threat(view) - 1]
        if view.flag == asked or not self._once(view, "flag", FLAG_EVERY):
            return []
        higher = FLAGS.index(asked) > FLAGS.index(view.flag)
        return [RaiseFlag(flag=asked)] if higher else [LowerFlag(flag=asked)]

    def _once(self, view: View, what: str, every: float) -> bool:
        """Whether `what` may be ordered now; then not again for `every` s."""
        if view.seconds < self.due.get(what, 0.0):
            return False
        self.due[what] = view.seconds + every
        return True


def _threat(view: View) -> int:
    """The class shown; without that training aid, what many people pressing the line tell."""
    if view.meters:
        return view.meters.threat
    return 3 if np.count_nonzero(view.pressing & view.present) >= MANY else 1


def _step_up(view: View, unit: UnitView) -> list[Command]:
    """An order to walk up to the nearest of the crowd, if they are too far to talk to."""
    crowd = view.position[view.present & (view.cast.unit == NOBODY)]
    if not len(crowd):
        return []
    here = np.array(unit.centre)
    nearest: Floats = crowd[np.argmin(np.hypot(*(crowd - here).T))]
    away = float(np.hypot(*(nearest - here)))
    if away <= NEAR_ENOUGH:
        return []
    goal = nearest + (here - nearest) * (KEPT / away)
    return [Move(unit=UnitName(unit.name), to=goal.round(1).tolist(), facing=None)]
