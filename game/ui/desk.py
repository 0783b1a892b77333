"""What lies before the trainee: which units are selected, which orders were given and not yet heard."""

from dataclasses import dataclass, field
from typing import Protocol

from game.session.view import UnitView, View
from game.ui.aim import Aim
from game.ui.camera import Camera
from game.ui.offers import Offer
from game.ui.pace import Pace
from game.world.people import Bools, Floats
from game.world.reason import Reason
from game.world.world import Command

CANCEL, FORM = "cancel", "form"  # orders
ANSWERS = ("order_received", "order_cancelled", "refused")  # events by which a unit settles an order


class Orders(Protocol):
    """Where orders go; a Session is one."""

    def submit(self, *commands: Command, seat: str) -> None:
        """Give `commands` as `seat`."""

    def check(self, command: Command, seat: str) -> Reason | None:
        """Why `seat` may not give `command` now, or None."""

    def cautions(self, command: Command) -> tuple[str, ...]:
        """What the doctrine would hold against `command` now."""


@dataclass(frozen=True)
class Verdict:
    """Whether an order is allowed now (`why` is None), and what the doctrine would hold against it all the same."""

    why: Reason | None
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class Footprint:
    """Where a unit was told to stand: slots (k, 2) m, facing rad, and which can be stood on (k,); until it answers."""

    unit: str
    slots: Floats
    facing: float
    stands: Bools


@dataclass
class Desk:
    """Selection, pace and the orders on their way. Orders go to `orders` as `seat`."""

    orders: Orders
    seat: str
    camera: Camera
    pace: Pace = field(default_factory=Pace)
    selected: list[str] = field(default_factory=list)  # unit names, in the order chosen
    footprints: list[Footprint] = field(default_factory=list)
    refusal: Reason | None = None  # of the latest order given, if any
    aim: Aim | None = None  # the next click on the map completes it
    group: str = "moves"  # of orders, on the page of the ribbon that is open
    asking: str = ""  # panel in which the rest of an order is said: warn.1 … warn.3, negotiate
    untaken: list[Command] = field(default_factory=list)  # given at `tick`, as while paused: nothing has heard them yet
    tick: int = -1

    def units(self, view: View) -> list[UnitView]:
        """The selected units."""
        return [unit for unit in view.units if unit.name in self.selected]

    def select(self, names: list[str], more: bool = False) -> None:
        """Select `names`; with `more` beside those selected, or not any more if they all were."""
        if more and all(name in self.selected for name in names):
            self.selected = [name for name in self.selected if name not in names]
        else:
            self.selected = list(dict.fromkeys([*(self.selected if more else []), *names]))
        self.aim, self.asking, self.refusal = None, "", None

    def give(self, *commands: Command) -> bool:
        """Give orders, and keep for the eye what would refuse them now; the answer itself comes by radio.

        True if all of them are allowed now.
        """
        self.aim = None
        self.refusal = next(filter(None, (self.why_not(command) for command in commands)), None)
        self.orders.submit(*commands, seat=self.seat)
        for command in commands:
            self._remember(command)
        return self.refusal is None

    def _remember(self, command: Command) -> None:
        """Keep an order in mind until time passes; one that cancels takes away the latest of its unit."""
        latest = self._latest_untaken(command)
        if command.word != CANCEL:
            self.untaken.append(command)
        elif latest is not None:
            self.untaken.remove(latest)
            if latest.word == FORM:
                self._forget(getattr(latest, "unit", ""), -1)

    def _latest_untaken(self, command: Command) -> Command | None:
        """The last order not yet taken for the unit of `command`."""
        unit = getattr(command, "unit", None)
        return next((one for one in reversed(self.untaken) if unit and getattr(one, "unit", None) == unit), None)

    def give_one(self, order: Command) -> None:
        """Give `order`."""
        self.give(order)

    def press(self, offer: Offer) -> None:
        """Give what is offered, or ask the map or a panel for the rest; pressed again, settle or drop it."""
        again = self.aim is not None and self.aim.code == offer.code
        settled = self.aim.target.settled(offer.commands) if self.aim and again else ()
        if offer.panel:
            self.asking = "" if self.asking == offer.panel else offer.panel
        elif settled or offer.aim is None:
            self.give(*(settled or offer.commands))
        else:
            self.aim, self.refusal = None if again else offer.aim, None

    def verdict(self, commands: tuple[Command, ...]) -> Verdict:
        """How the one of `commands` stands that has the least against it."""
        whys = [self.why_not(command) for command in commands]
        allowed = [command for command, why in zip(commands, whys, strict=True) if why is None]
        if not allowed:
            return Verdict(next(filter(None, whys), None))
        return Verdict(None, min((self.orders.cautions(command) for command in allowed), key=len))

    def why_not(self, command: Command) -> Reason | None:
        """Why `command` is not allowed now, or None; what was given while paused can be cancelled while paused."""
        if command.word == CANCEL and self._latest_untaken(command):
            return None
        return self.orders.check(command, self.seat)

    def hear(self, view: View) -> None:
        """Forget a footprint of each unit that has answered since, and all when an order was not even sent."""
        if view.tick != self.tick:
            self.tick = view.tick
            self.untaken.clear()
        for event in view.events:
            if event.word == "refused" and event.actor == self.seat:
                self.footprints.clear()
            elif event.word in ANSWERS:
                self._forget(event.actor, 0)

    def _forget(self, unit: str, which: int) -> None:
        """Drop the first (0) or last (-1) footprint of `unit`."""
        mine = [number for number, footprint in enumerate(self.footprints) if footprint.unit == unit]
        if mine:
            del self.footprints[mine[which]]
