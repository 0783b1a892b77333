"""A formation being laid with the right button: a drag's length is the frontage, its left-hand side the front."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from game.session.view import UnitView
from game.ui.targets import degrees
from game.world.ground import Ground
from game.world.people import Bools, Floats
from game.world.units import Formation
from game.world.world import Command

LINE: Final = "bersaf"  # what a drag lays; who cannot stand so takes the first formation it knows
SHORTEST: Final = 1.5  # m; a shorter drag is a click that shook; guess
MOST_RANKS: Final = 6  # game.world.units.Ranks
OFFICER: Final = 0.3  # m, radius that must be free; crowd-model.md 1.3


@dataclass(frozen=True)
class Laid:
    """Where one unit would stand: its slots (k, 2) m and which of them can be stood on (k,)."""

    unit: UnitView
    at: Floats  # (2,) m, middle of the front rank
    facing: float  # rad
    formation: Formation
    frontage: float  # m
    slots: Floats
    stands: Bools


@dataclass
class Plan:
    """The drag from `start` to `end`, m, from the left flank to the right; `ranks` once the wheel has turned."""

    start: Floats
    end: Floats
    ranks: int | None = None

    @property
    def length(self) -> float:
        """How far the drag has gone, m."""
        return float(np.hypot(*(self.end - self.start)))

    @property
    def is_click(self) -> bool:
        """Whether this is too short to be a front."""
        return self.length < SHORTEST

    def more_ranks(self, steps: int, laid: list[Laid]) -> None:
        """Turn the wheel by `steps`, beginning from what is `laid` now."""
        now = self.ranks or max((ranks_of(one.formation) for one in laid), default=1)
        self.ranks = int(np.clip(now + steps, 1, MOST_RANKS))

    def lay(self, units: list[UnitView], ground: Ground) -> list[Laid]:
        """Share the front among `units` by strength, in the order in which they stand along it."""
        along = (self.end - self.start) / max(self.length, 1e-9)
        ordered = sorted(units, key=lambda unit: float(np.dot(unit.centre, along)))
        strengths = np.array([max(unit.strength, 1) for unit in ordered], float)
        edges = np.concatenate([[0.0], np.cumsum(strengths) / strengths.sum()])
        facing = float(np.arctan2(along[0], -along[1]))  # a quarter turn left of the drag
        middles = self.start + np.outer((edges[1:] + edges[:-1]) / 2 * self.length, along)
        widths = np.diff(edges) * self.length
        return [
            self._one(unit, at, facing, float(width), ground)
            for unit, at, width in zip(ordered, middles, widths, strict=True)
        ]

    def _one(self, unit: UnitView, at: Floats, facing: float, width: float, ground: Ground) -> Laid:
        formation = self._formation(unit, width)
        places = formation.places(unit.strength)
        turn = np.array([[np.cos(facing), np.sin(facing)], [-np.sin(facing), np.cos(facing)]])
        slots = at + places @ turn
        frontage = float(np.ptp(places[:, 1])) if len(places) else 0.0
        return Laid(unit, at, facing, formation, frontage, slots, ground.stands(slots, OFFICER))

    def _formation(self, unit: UnitView, width: float) -> Formation:
        if LINE not in unit.formations:
            return Formation.read(unit.formations[0])
        if self.ranks is not None:
            return Formation.read({LINE: {"ranks": self.ranks}})
        return Formation.read(LINE).fitted(unit.strength, width)


def ranks_of(formation: Formation) -> int:
    """How many ranks it stands in; a formation that has no choice of them counts as one."""
    return int(getattr(formation, "ranks", 1))


def form_order(laid: Laid, queue: bool) -> Command:
    """The order that has the unit stand so."""
    at = [round(float(part), 2) for part in laid.at]
    fields = {"unit": laid.unit.name, "formation": laid.formation.plain(), "at": at, "facing": degrees(laid.facing)}
    return Command.read({"form": {**fields, "queue": queue}})


def move_order(unit: UnitView, to: Floats, queue: bool) -> Command:
    """The order to go to `to`, m."""
    return Command.read({"move": {"unit": unit.name, "to": [round(float(x), 2) for x in to], "queue": queue}})
