"""How orders travel: given by a seat, sent over the air, answered or refused by the unit."""

from dataclasses import dataclass

from game.rules.commands.command import UnitOrder
from game.world.events import Event
from game.world.reason import Reason
from game.world.world import TICKS_PER_SECOND, Command, OrderInAir, World


@dataclass(frozen=True)
class OrderSent(Event):
    """A seat has sent a unit an order; it is on the air."""

    command: str
    doing: str
    unit: str
    call: str


@dataclass(frozen=True)
class OrderReceived(Event):
    """A unit answers: understood, will do."""

    command: str
    doing: str
    call: str


@dataclass(frozen=True)
class RadioRepeated(Event):
    """A unit has not understood and asks to repeat."""

    doing: str
    call: str


@dataclass(frozen=True)
class Refused(Event):
    """An order that is not carried out, and why."""

    command: str
    doing: str
    call: str
    why: Reason


def give(world: World, seat: str, command: Command) -> None:
    """Take `command` from `seat`: refuse it, do it, or, if it is for a unit that has to hear it, send it."""
    why = command.check(world, seat)
    if why is not None:
        refuse(world, command.word, command.doing, why, seat)
    elif isinstance(command, UnitOrder) and command.travels:
        _send(world, seat, command)
    else:
        command.apply(world, seat)


def land(world: World) -> None:
    """Let the orders arrive whose time has come; none overtakes an earlier one to the same unit."""
    behind: list[str] = []
    for sent in list(world.air):
        unit = _unit_of(sent)
        if sent.arrives > world.tick:
            behind.append(unit)
        elif sent.garbled:
            _repeat(world, sent)
            behind.append(unit)
        elif unit not in behind:
            world.air.remove(sent)
            _receive(world, sent)


def refuse(world: World, command: str, doing: str, why: Reason, actor: str, because: tuple[int, ...] = ()) -> None:
    """Say that `actor` does not do it."""
    call = world.units[actor].label if actor in world.units else actor
    world.say(Refused(command=command, doing=doing, call=call, why=why, actor=actor, because=because))


def _send(world: World, seat: str, order: UnitOrder) -> None:
    unit = world.units[order.unit]
    told = world.say(
        OrderSent(command=order.word, doing=order.doing, unit=unit.name, call=unit.label, actor=seat, place=unit.spot)
    )
    arrives, garbled = _travel(world)
    world.air.append(OrderInAir(world.orders_sent, seat, order, arrives, told, garbled))
    world.orders_sent += 1


def _travel(world: World) -> tuple[int, bool]:
    """Tick at which a transmission sent now arrives, and whether it comes out garbled; always two draws."""
    delay = world.rng.uniform(world.radio.delay_low, world.radio.delay_high)
    garbled = bool(world.rng.random() < world.radio.fails)
    return world.tick + round(delay * TICKS_PER_SECOND), garbled


def _repeat(world: World, sent: OrderInAir) -> None:
    """Ask for it again; said slowly the second time, it is understood."""
    unit = world.units[_unit_of(sent)]
    order = sent.order
    world.say(RadioRepeated(doing=order.doing, call=unit.label, actor=unit.name, because=(sent.because,)))
    sent.arrives, _ = _travel(world)
    sent.garbled = False


def _receive(world: World, sent: OrderInAir) -> None:
    """Answer and do it, unless things have changed while it was on the air."""
    order, unit = sent.order, world.units[_unit_of(sent)]
    why = order.check(world, sent.seat)
    if why is not None:
        return refuse(world, order.word, order.doing, why, unit.name, (sent.because,))
    answer = OrderReceived(command=order.word, doing=order.doing, call=unit.label, actor=unit.name, place=unit.spot)
    world.say(answer, because=(sent.because,))
    return order.apply(world, sent.seat)


def _unit_of(sent: OrderInAir) -> str:
    assert isinstance(sent.order, UnitOrder)
    return sent.order.unit
