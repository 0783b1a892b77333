"""The water cannon beside the line, and what it is aimed at."""

from collections.abc import Iterator

import numpy as np

from game.rules.commands.move import Move
from game.rules.commands.spray import Spray
from game.session.staff import reading
from game.session.staff.patience import Patience
from game.session.view import UnitView, View
from game.world.air import Mode
from game.world.names import UnitName
from game.world.people import Bools, Floats
from game.world.world import Command

BESIDE = 16.0  # m from the middle of the line to either side: it blocks nobody's way, and who presses on the line is
# within the reach of the diffuse stream; doctrine.md 4.3
NEAR = 6.0  # m from there, within which it stays; guess
MOVES_AGAIN = 40.0  # s; guess
SPRAYS_AGAIN = 20.0  # s between two orders: 10 of water, 10 to see what it did; guess
DIFFUSE_FROM, JET_FROM, REACH = 10.0, 25.0, 50.0  # m; doctrine.md 4.3
NOZZLE = 5.0  # m from its middle to the nozzle, and a step to spare; levels/catalogue/units.yaml
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
    """Water on the thickest of `at` (n,): diffuse, or the jet on those far enough where it is to be `hard`."""
    ready = [unit for unit in reading.able(view, Spray.word) if reading.idle(unit) and unit.water > 0.0]
    return [
        Spray(unit=UnitName(unit.name), at=target.round(1).tolist(), mode=mode)
        for unit in ready
        for target, mode in _aims(view, unit, at, hard)
        if patience.allows(view, f"spray {unit.name}", SPRAYS_AGAIN)
    ]


def _aims(view: View, unit: UnitView, at: Bools, hard: bool) -> Iterator[tuple[Floats, Mode]]:
    """Where to and how, the gentler first; nobody is aimed at from nearer than the doctrine has it."""
    apart = view.position - reading.here(unit)
    far = np.hypot(apart[:, 0], apart[:, 1]) - NOZZLE
    bands: tuple[tuple[Mode, Bools], ...] = (
        ("diffuse", (far >= DIFFUSE_FROM) & (far < JET_FROM)),
        ("jet", hard & (far >= JET_FROM) & (far <= REACH)),
    )
    for mode, inside in bands:
        target = reading.thickest(view, at & inside, CLUSTER)
        if target is not None:
            yield target, mode
