"""The line before the crowd: who stands in it, in which posture, and its relief by those with shields."""

from dataclasses import dataclass

import numpy as np

from game.rules.commands.move import Move
from game.rules.commands.posture import Posture
from game.rules.commands.relieve import Relieve
from game.rules.tasks.relieve import ReliefDone
from game.session.staff import reading
from game.session.staff.patience import Patience
from game.session.view import UnitView, View
from game.world.names import UnitName
from game.world.world import Command

FIRST, SECOND = "dalmas_awal", "dalmas_lanjut"
TENSE = 3  # class of threat from which arms are linked and the line is relieved; doctrine.md 2.5
POSTURE_EVERY = 20.0  # s; guess
COMES_UP = 55.0  # m from which it comes up by itself in good order; rules/commands/relieve.py
NEARER = 20.0  # m behind the line, where who is farther away goes first; guess
MOVES_AGAIN = 30.0  # s; guess
RELIEVES_AGAIN = 20.0  # s; guess


@dataclass
class Line:
    """Remembers from the radio who has relieved whom."""

    holder: str = ""  # unit that relieved the first line, "" while nobody has

    def hear(self, view: View) -> None:
        """Note what was reported since the last look."""
        for event in view.events:
            if isinstance(event, ReliefDone):
                self.holder = event.actor

    def front(self, view: View) -> UnitView | None:
        """Who relieved the line, or else the line that is nearest to the crowd; None without any."""
        who = reading.crowd(view)
        lines = [unit for kind in (FIRST, SECOND) for unit in reading.of_type(view, kind)]
        holding = [unit for unit in lines if unit.name == self.holder]
        near = [reading.away(unit.centre, reading.nearest(view, unit.centre, who)) for unit in holding or lines]
        return (holding or lines)[int(np.argmin(near))] if near else None


def posture(view: View, patience: Patience, unit: UnitView) -> list[Command]:
    """Open while people only talk, arms linked or ready when they push, shields up while things fly."""
    tense, flies = reading.threat(view) >= TENSE, bool(len(view.scene.thrown))
    ladder = {FIRST: ("siap", "tangan_berkait"), SECOND: ("siap", "berlindung" if flies else "siaga")}
    wanted = ladder[unit.type][tense]
    if wanted == unit.posture or wanted not in unit.postures:
        return []
    again = patience.allows(view, f"posture {unit.name} {wanted}", POSTURE_EVERY)
    return [Posture(unit=UnitName(unit.name), posture=wanted)] if again else []


def relieve(view: View, patience: Patience, before: UnitView) -> list[Command]:
    """Those with shields come up behind the line and pass through it, if it has none yet."""
    fresh = next(
        (unit for unit in reading.able(view, Relieve.word) if reading.idle(unit) and unit.type == SECOND), None
    )
    if before.type != FIRST or fresh is None or before.task != "hold":
        return []
    if reading.away(before.centre, reading.here(fresh)) > COMES_UP:
        to, facing = reading.behind(before, NEARER), reading.degrees(before.facing)
        goes = patience.allows(view, f"up {fresh.name}", MOVES_AGAIN)
        return [Move(unit=UnitName(fresh.name), to=to, facing=facing)] if goes else []
    again = patience.allows(view, f"relieve {before.name}", RELIEVES_AGAIN)
    return [Relieve(unit=UnitName(fresh.name), whom=UnitName(before.name))] if again else []
