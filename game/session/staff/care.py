"""Medics to whoever is hurt, ours and theirs alike, and an ambulance within their reach."""

import numpy as np

from game.rules.commands.move import Move
from game.rules.commands.treat import Treat
from game.session.staff import reading
from game.session.staff.patience import Patience
from game.session.view import UnitView, View
from game.world.names import UnitName
from game.world.world import Command

AGAIN = 10.0  # s between two orders to the same medics; guess
DRIVES_AGAIN = 40.0  # s between two orders to the same ambulance; guess
IN_REACH = 20.0  # m from whoever lies at which it is near enough; medics carry 25
STOPS_AT = 12.0  # m from whoever lies, so that it does not drive into those around; guess
AMBULANCE = "ambulans"


def orders(view: View, patience: Patience) -> list[Command]:
    """Orders to medics with nothing else to do, and to ambulances while anybody lies hurt."""
    hurt = view.present & view.hurt & ~view.treated
    medics = [unit for unit in reading.able(view, "treat") if hurt.any() and reading.idle(unit)]
    going = [unit for unit in medics if patience.allows(view, f"treat {unit.name}", AGAIN)]
    treated: list[Command] = [Treat(unit=UnitName(unit.name)) for unit in going]
    ambulances = [unit for unit in reading.of_type(view, AMBULANCE) if reading.idle(unit)]
    return treated + [order for unit in ambulances for order in _drive(view, patience, unit)]


def _drive(view: View, patience: Patience, unit: UnitView) -> list[Command]:
    lying = reading.nearest(view, unit.centre, view.present & view.fallen & view.hurt)
    far = reading.away(unit.centre, lying)
    if lying is None or far <= IN_REACH or not patience.allows(view, f"drive {unit.name}", DRIVES_AGAIN):
        return []
    goal = lying + (np.array(unit.centre) - lying) * (STOPS_AT / far)
    return [Move(unit=UnitName(unit.name), to=goal.round(1).tolist())]
