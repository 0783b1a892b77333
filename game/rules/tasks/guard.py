"""Take post before something that is to be kept."""

from dataclasses import dataclass, field

import numpy as np

from game.rules import slots, stance
from game.rules.formations.bersaf import Bersaf
from game.rules.journey import Journey
from game.world.ground import Zone
from game.world.names import ZoneName
from game.world.people import Floats
from game.world.quantities import Point
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import World

BEFORE = 1.0  # m outside the zone; guess
OPEN_TO = 6.0  # m of free ground before a side make it one that people can come from; guess
CALM = "siap"  # the posture to guard in, until another is ordered


@dataclass(kw_only=True)
class Guard(Journey):
    """Stand along that side of `zone` from which people can come, facing out, and stay."""

    zone: ZoneName
    at: Point = field(default_factory=lambda: [0.0, 0.0])  # m, where the front's middle comes to stand
    facing: float = 0.0  # rad, out of the zone
    width: float = 0.0  # m of that side

    def begin(self, world: World, unit: Unit) -> Reason | None:
        side = best_side(world, unit, world.ground.zones[self.zone])
        if side is None:
            return reason("nowhere_to_guard", zone=self.zone)
        at, self.facing, self.width = side
        self.at = at.tolist()
        stance.take_up(world, unit, CALM if CALM in unit.type.postures else unit.posture)
        return super().begin(world, unit)

    def target(self, unit: Unit) -> tuple[Floats, float | None]:
        return np.array(self.at), self.facing

    def arrive(self, world: World, unit: Unit) -> None:
        unit.formation = Bersaf().fitted(len(slots.on_feet(world, unit)), self.width)
        slots.draw_up(world, unit, np.array(self.at), self.heading)


def best_side(world: World, unit: Unit, zone: Zone) -> tuple[Floats, float, float] | None:
    """Middle (2,) m of the front, rad it faces and m of width along the side of `zone` to guard; None where none is.

    Of those sides that have free ground before them the one that faces the people who are nearest; without people the
    widest.
    """
    people = world.people
    crowd = people.position[people.up & people.civilian]
    nearest = crowd[np.argmin(np.hypot(*(crowd - zone.centre).T))] if len(crowd) else None
    sides = [side for side in _sides(zone) if _open(world, unit, side)]
    worth = [width if nearest is None else float((nearest - at) @ _toward(facing)) for at, facing, width in sides]
    return sides[int(np.argmax(worth))] if sides else None


def _sides(zone: Zone) -> list[tuple[Floats, float, float]]:
    """Middle (2,) m just outside, rad facing out and m of width of every side of `zone`."""
    shape, found = zone.shape, []
    for start, end in zip(shape, np.roll(shape, -1, axis=0), strict=True):
        along, middle = end - start, (start + end) / 2.0
        width = float(np.hypot(along[0], along[1]))
        out = np.array([along[1], -along[0]]) / max(width, 1e-9)
        if zone.contains((middle + 1e-3 * out)[None])[0]:
            out = -out
        found.append((middle + BEFORE * out, float(np.arctan2(out[1], out[0])), width))
    return found


def _open(world: World, unit: Unit, side: tuple[Floats, float, float]) -> bool:
    """Whether one can stand on `side` and come up to it from outside."""
    at, facing, _ = side
    before = at + OPEN_TO * _toward(facing)
    stands = world.ground.stands(np.stack([at, before]), unit.type.radius)
    return bool(stands.all() and world.ground.sees(at, before)[0])


def _toward(facing: float) -> Floats:
    """(2,) the way `facing` rad."""
    return np.array([np.cos(facing), np.sin(facing)])
