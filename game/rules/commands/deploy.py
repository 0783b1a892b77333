"""Put a unit on the square, before the exercise begins."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from scipy.spatial import cKDTree

from game.rules import slots
from game.rules.commands.command import ROOM, UnitOrder
from game.world.names import ZoneName
from game.world.people import NEVER, Floats
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import World


@dataclass(frozen=True)
class Deploy(UnitOrder):
    """`unit` begins the exercise in its formation in the middle of the zone `at`."""

    at: ZoneName

    travels: ClassVar[bool] = False
    of_any_type: ClassVar[bool] = True
    needs_presence: ClassVar[bool] = False

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        return too_late(world) or not_ours(unit) or self._no_place(world, unit) or _too_many(world, unit)

    def _no_place(self, world: World, unit: Unit) -> Reason | None:
        zone = world.ground.zones.get(self.at)
        if zone is None:
            return reason("unknown_zone", zone=self.at)
        places = slots.laid_out(unit.formation, len(unit.rows), zone.centre, unit.facing, unit.type.apart)
        fits = world.ground.stands(places, unit.type.radius)
        if fits.mean() < ROOM:
            return reason("no_room", fits=int(fits.sum()), of=len(fits))
        return reason("place_taken") if _taken(world, unit, places) else None

    def carry(self, world: World, unit: Unit) -> None:
        people, rows = world.people, unit.rows
        people.present[rows], people.arrives[rows] = True, 0
        unit.centre = world.ground.zones[self.at].centre.copy()
        slots.draw_up(world, unit, unit.centre, unit.facing)
        people.position[rows] = people.slot[rows]


def _taken(world: World, unit: Unit, places: Floats) -> bool:
    """Whether anyone of others stands where somebody of `unit` would; (k, 2) m."""
    people = world.people
    others = np.setdiff1d(np.flatnonzero(people.present), unit.rows)
    if not len(others):
        return False
    away, nearest = cKDTree(people.position[others]).query(places)
    return bool((away < unit.type.radius + people.radius[others[nearest]]).any())


def too_late(world: World) -> Reason | None:
    """Why units can be placed no more, or None."""
    return reason("already_begun") if world.tick > 0 else None


def not_ours(unit: Unit) -> Reason | None:
    """Why it is not for the own district to place `unit`, or None."""
    return reason("comes_on_request", unit=unit.label) if unit.on_request is not None else None


def deployed(world: World) -> int:
    """How many officers of the own district are on the square or on their way to it."""
    ours = [unit for unit in world.units.values() if unit.on_request is None]
    return sum(unit.type.crew * int(np.sum(world.people.arrives[unit.rows] < NEVER)) for unit in ours)


def _too_many(world: World, unit: Unit) -> Reason | None:
    """Why `unit` would be more than may be taken from the district, or None."""
    if world.deploy_at_most is None or world.people.arrives[unit.rows].max() < NEVER:
        return None
    after = deployed(world) + unit.type.crew * len(unit.rows)
    return reason("too_many_deployed", count=after, most=world.deploy_at_most) if after > world.deploy_at_most else None
