"""Why a unit cannot hear an order: nobody has asked for it, it is on its way, at its barracks, or nobody stands."""

from game.world.people import NEVER
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import TICKS_PER_SECOND, World


def absent(world: World, unit: Unit) -> Reason | None:
    """Why nobody of `unit` can take an order now, or None."""
    people, rows = world.people, unit.rows
    if people.up[rows].any():
        return None
    if people.present[rows].any():
        return reason("unit_down", unit=unit.label)
    if people.left[rows].all():
        return reason("unit_gone", unit=unit.label)
    comes = int(people.arrives[rows].min())
    if comes < NEVER:
        minutes = max(1, round((comes - world.tick) / TICKS_PER_SECOND / 60))
        return reason("unit_coming", unit=unit.label, minutes=minutes)
    if unit.on_request is not None:
        return reason("unit_not_requested", unit=unit.label)
    return reason("unit_not_deployed", unit=unit.label)
