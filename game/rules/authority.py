"""Who may give which order."""

from collections.abc import Iterable

from game.world.ladder import Rule
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import World

OUTSIDE = ("script", "instructor")  # seats above the exercise: they may give everything


def refuses(world: World, seat: str, order: str, detail: str = "", unit: str | None = None) -> Reason | None:
    """Why `seat` may not give `order` to `unit`, or None; `detail` is what of it needs a rank of its own."""
    if seat in OUTSIDE:
        return None
    given = world.seats.get(seat)
    if given is None:
        return reason("unknown_seat", seat=seat)
    if unit is not None and unit not in given.units:
        return reason("not_yours", unit=world.units[unit].label)
    rule = _rule(world, order, detail)
    if rule is None or world.ladder.allows(given.rank, rule):
        return None
    return reason("rank_too_low", needed=rule.rank, rank=given.rank, source=rule.source, status=rule.status)


def outranked(world: World, seat: str, unit: Unit, givers: Iterable[str]) -> Reason | None:
    """Why `seat` may not set aside what the seats `givers` ordered `unit` to do, or None: one of them ranks higher."""
    if seat in OUTSIDE:
        return None
    ranks = [world.seats[giver].rank for giver in givers if giver in world.seats]
    highest = max(map(world.ladder.ranks.index, ranks), default=0)
    if highest <= world.ladder.ranks.index(world.seats[seat].rank):
        return None
    return reason("under_higher_order", unit=unit.label, rank=world.ladder.ranks[highest])


def refuses_inject(seat: str) -> Reason | None:
    """Why `seat` may not shape the exercise itself, or None."""
    return None if seat in OUTSIDE else reason("only_instructor")


def _rule(world: World, order: str, detail: str) -> Rule | None:
    """The doctrine's rule; an order it says nothing about is anyone's who commands the unit."""
    known = world.ladder.rules
    return world.ladder.rule(order, detail) if order in known or f"{order}:{detail}" in known else None
