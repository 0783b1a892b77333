"""Placing units before the first tick: each change is an order to the session and so recorded with it."""

import numpy as np

from game.level.schema import Level
from game.rules.commands.deploy import deployed
from game.session.session import BEFORE, Session
from game.session.view import UnitView
from game.world.reason import Reason
from game.world.world import Command

Placement = tuple[Command, ...]  # in the order given


def place(session: Session, seat: str, placement: Placement) -> None:
    """Put everybody where `placement` says, before the first tick."""
    session.submit(*placement, seat=seat)
    session.prepare()


def placement_of(session: Session, seat: str) -> Placement:
    """What `seat` ordered before the first tick."""
    return tuple(command for tick, giver, command in session.given if tick == BEFORE and giver == seat)


class Placing:
    """The hands of `seat` on its units; `refusal` is why the latest wish was not granted."""

    def __init__(self, session: Session, seat: str) -> None:
        self.session, self.seat = session, seat
        self.refusal: Reason | None = None
        self._chosen = 0
        self._look()

    @property
    def level(self) -> Level:
        """What is being prepared."""
        return self.session.level

    @property
    def units(self) -> list[UnitView]:
        """Those that can be placed."""
        return [unit for unit in self.view.units if unit.mine and not unit.on_request]

    @property
    def later(self) -> list[UnitView]:
        """Those that can be asked for once the exercise runs."""
        return [unit for unit in self.view.units if unit.mine and unit.on_request]

    @property
    def chosen(self) -> UnitView | None:
        """The unit in hand."""
        return self.units[self._chosen] if self.units else None

    @property
    def people(self) -> int:
        """How many are deployed."""
        return deployed(self.session.world)

    @property
    def most(self) -> int | None:
        """How many may be, None without a limit."""
        return self.session.world.deploy_at_most

    def step(self, steps: int) -> None:
        """Take another unit in hand."""
        if self.units:
            self._chosen = (self._chosen + steps) % len(self.units)
            self._look()

    def pick(self, name: str) -> None:
        """Take the unit `name` in hand."""
        self._chosen = [unit.name for unit in self.units].index(name)
        self._look()

    def put(self, zone: str) -> None:
        """Place the unit in hand in `zone`."""
        if self.chosen is not None:
            self._order(Command.read({"deploy": {"unit": self.chosen.name, "at": zone}}))

    def toggle(self) -> None:
        """Leave the unit in hand at its barracks, or bring it to where the level has it."""
        unit = self.chosen
        if unit is not None and len(unit.rows):
            self._order(Command.read({"stand_down": {"unit": unit.name}}))
        elif unit is not None:
            self.put(self.level.units[unit.name].at)

    def step_zone(self, steps: int) -> None:
        """Place the unit in hand in the next of the zones that take it."""
        if self.zones and self.where is not None:
            here = self.zones.index(self.where) if self.where in self.zones else 0
            self.put(self.zones[(here + steps) % len(self.zones)])
        elif self.zones:
            self.put(self.zones[0])

    def may(self, zone: str) -> Reason | None:
        """Why the unit in hand cannot be placed in `zone`, or None."""
        return self._why_not[zone]

    def _order(self, command: Command) -> None:
        self.refusal = self.session.check(command, self.seat)
        if self.refusal is None:
            place(self.session, self.seat, (command,))
            self._look(kept=True)

    def _look(self, kept: bool = False) -> None:
        """See how things stand now, and which zones would take the unit in hand."""
        self.view = self.session.view(self.seat)
        self._zone_of = {unit.name: self._find_zone(unit) for unit in self.view.units}
        if not kept:
            self.refusal = None
        self._why_not = {zone: self._ask(zone) for zone in self.level.place.zones}
        self.zones = [zone for zone, why in self._why_not.items() if why is None or zone == self.where]

    def _ask(self, zone: str) -> Reason | None:
        if self.chosen is None:
            return None
        return self.session.check(Command.read({"deploy": {"unit": self.chosen.name, "at": zone}}), self.seat)

    @property
    def where(self) -> str | None:
        """The zone that the unit in hand stands in, None at its barracks or elsewhere."""
        return None if self.chosen is None else self.zone_of(self.chosen)

    def zone_of(self, unit: UnitView) -> str | None:
        """The smallest zone that the middle of `unit`'s front lies in."""
        return self._zone_of[unit.name]

    def _find_zone(self, unit: UnitView) -> str | None:
        if not len(unit.rows):
            return None
        middle = np.array(unit.centre)[None]
        zones = self.session.world.ground.zones
        around = [name for name in self.level.place.zones if zones[name].contains(middle)[0]]
        return min(around, key=lambda name: zones[name].area, default=None)
