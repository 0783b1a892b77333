"""A crush is warned of before anyone is hurt: said once for a place, and again only after it had eased."""

from dataclasses import dataclass

import numpy as np

from game.rules.squeeze import BORNE, FAINTS
from game.world.crush import Crush, Severity
from game.world.events import Event
from game.world.grid import Near
from game.world.people import FEET, Bools, Floats, Ints
from game.world.reason import Reason, reason
from game.world.world import TICKS_PER_SECOND, World

DENSE, FLUID = 6.0, 7.0  # people/m²: between cramped (5) and a fluid mass (7), and that mass; Fruin, crowd-model.md 1.5
TURBULENT = 0.02  # 1/s², crowd pressure at which a crowd begins to quake; Helbing, Johansson, Al-Abideen 2007
CRAMPED = 5.0  # people/m² from which that pressure is read: fewer only walk past each other; crowd-model.md 1.5
SHOVED = 2.0 * FEET  # N felt from all sides, from which it is: at a door people speed up of their own will, which is as
# great a variance (0.3 1/s² in a calm crowd that leaves by 1.2 m, measured) and no quake
HARD = 1.6 * BORNE  # N felt from all sides, 0.8 of what is tolerated from one on either side: women bear less; guess
UNBORNE = 2.0 * BORNE  # N felt from all sides, from which a load counts toward harm; squeeze.py
SPENT = FAINTS / 4.0  # dose; guess
LEAST = 3  # people who stand too close or are shaken, for it to be the crowd's; one who is squeezed is enough; guess
LASTS = 2 * TICKS_PER_SECOND  # ticks it must last to be told; guess
EASED = 10 * TICKS_PER_SECOND  # ticks without it after which it is over; guess
SAME_PLACE = 8.0  # m within which it is one and the same; guess


@dataclass(frozen=True, kw_only=True)
class CrushWarning(Event):
    """People are about to be crushed at the place; why in words of ``crush.<cause>``."""

    severity: Severity
    spot: Reason
    people: int  # affected
    density: float  # people/m², the greatest
    causes: tuple[str, ...]


def watch(world: World) -> None:
    """Once a second: see where it is too much, tell of what has lasted, forget what has eased."""
    signs = _signs(world)
    rows = np.flatnonzero(np.logical_or.reduce(list(signs.values())))
    for there in _places(world.people.position, rows):
        if len(there) >= LEAST or signs["force"][there].any():
            _note(world, there, [cause for cause, who in signs.items() if who[there].any()])
    world.crushes = [crush for crush in world.crushes if world.tick - crush.seen <= EASED]
    for crush in world.crushes:
        if not crush.told and crush.seen - crush.since >= LASTS:
            _tell(world, crush)


def _signs(world: World) -> dict[str, Bools]:
    """(n,) whom each cause affects."""
    people = world.people
    return {
        "density": people.present & (people.density >= DENSE),
        "waves": people.present & quaking(people.density, people.pressure, people.contact_force),
        "force": people.present & ((people.contact_force >= HARD) | (people.dose >= SPENT)),
    }


def quaking(density: Floats, pressure: Floats, force: Floats) -> Bools:
    """(n,) where the crowd moves people who do not mean to: cramped, shaken and shoved."""
    quakes: Bools = (density >= CRAMPED) & (pressure >= TURBULENT) & (force >= SHOVED)
    return quakes


def _places(position: Floats, rows: Ints) -> list[Ints]:
    """`rows` by where they are: round whoever has most of them within SAME_PLACE, then of the rest."""
    found = []
    while len(rows):
        points = position[rows]
        thickest = points[Near(points, np.ones(len(points), dtype=np.bool_)).count(points, SAME_PLACE).argmax()]
        there = np.hypot(*(points - thickest).T) <= SAME_PLACE
        found.append(rows[there])
        rows = rows[~there]
    return found


def _note(world: World, rows: Ints, causes: list[str]) -> None:
    """What is known of the place of `rows` (k,) is what is seen there now."""
    people = world.people
    middle, density = people.position[rows].mean(axis=0), float(people.density[rows].max())
    grave = density >= FLUID or bool((people.contact_force[rows] >= UNBORNE).any()) or len(causes) > 1
    now = Crush(middle, world.tick, world.tick, "grave" if grave else "early", len(rows), density, causes)
    before = next((each for each in world.crushes if np.hypot(*(each.place - middle)) <= SAME_PLACE), None)
    if before is None:
        world.crushes.append(now)
    elif before.seen < world.tick:  # else the greater part of the same has been noted
        now.told = before.told
        lasted = before.told or world.tick - before.seen <= TICKS_PER_SECOND
        now.since = before.since if lasted else now.since
        world.crushes[world.crushes.index(before)] = now


def _tell(world: World, crush: Crush) -> None:
    crush.told = True
    x, y = crush.place.tolist()
    told = CrushWarning(
        severity=crush.severity,
        spot=_spot(world, crush.place),
        people=crush.people,
        density=round(crush.density, 1),
        causes=tuple(crush.causes),
    )
    world.say(told, place=(x, y))


def _spot(world: World, place: Floats) -> Reason:
    """The smallest zone it is in, in words."""
    inside = [zone for zone in world.ground.zones.values() if zone.contains(place[None])[0]]
    if not inside:
        return reason("crush_outside")
    return reason("crush_in", zone=min(inside, key=lambda zone: zone.area).name.replace("-", " "))
