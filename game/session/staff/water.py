"""The water cannon beside the line, and what it is aimed at."""

import numpy as np

from game.rules.commands.move import Move
from game.rules.commands.spray import Spray
from game.session.staff import reading
from game.session.staff.patience import Patience
from game.session.view import UnitView, View
from game.world.names import UnitName
from game.world.people import Bools
from game.world.world import Command

BESIDE = 16.0  # m from the middle of the line to either side: it blocks nobody's way, and who presses on the line is
# within the reach of the diffuse stream; doctrine.md 4.3
NEAR = 6.0  # m from there, within which it stays; guess
MOVES_AGAIN = 40.0  # s; guess
SPRAYS_AGAIN = 20.0  # s between two orders: 10 of water, 10 to see what it did; guess
DIFFUSE_FROM, JET_FROM, REACH = 10.0, 25.0, 50.0  # m; doctrine.md 4.3
CLUSTER = 4.0  # m; guess


def post(view: View, patience: Patience, line: UnitView) -> list[Command]:
    """Bring it up beside `line`, to the left, and where that does not work to the right."""
    left, right = reading.beside(line, BESIDE), reading.beside(line, -BESIDE)
    far = [unit for unit in reading.able(view, Spray.word) if reading.idle(unit) and not _at(unit, left, right)]
    goes = [unit for unit in far if patience.allows(view, f"up {unit.name}", MOVES_AGAIN)]
    first = [patience.allows(view, f"left {unit.name}", np.inf) for unit in goes]
    return [Move(unit=UnitName(u.name), to=left if once else right) for u, once in zip(goes, first, strict=True)]


def _at(unit: UnitView, *places: list[float]) -> bool:
    return any(reading.away((x, y), reading.here(unit)) <= NEAR for x, y in places)


def spray(view: View, patience: Patience, at: Bools, hard: bool) -> list[Command]:
    """Water on the thickest of `at` (n,): the jet where they are far enough and it is to be `hard`, else diffuse."""
    target = reading.thickest(view, at, CLUSTER)
    ready = [unit for unit in reading.able(view, Spray.word) if reading.idle(unit) and unit.water > 0.0]
    if target is None:
        return []
    aimed = [(unit, float(np.hypot(*(target - reading.here(unit))))) for unit in ready]
    inside = [(unit, far) for unit, far in aimed if DIFFUSE_FROM <= far <= (REACH if hard else JET_FROM)]
    return [
        Spray(unit=UnitName(unit.name), at=target.round(1).tolist(), mode="jet" if far >= JET_FROM else "diffuse")
        for unit, far in inside
        if patience.allows(view, f"spray {unit.name}", SPRAYS_AGAIN)
    ]
