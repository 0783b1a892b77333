"""Water from a cannon: whom it strikes and how hard, when its crew refuses, and what it puts out.

The stream leaves the roof and comes down over the heads of whoever stands before the vehicle: it strikes from a little
short of the place aimed at to a little beyond, and each who stands in it takes some of its force from those behind.
"""

from dataclasses import dataclass

import numpy as np

from game.rules import harm
from game.world.air import Jet, Mode
from game.world.events import Event
from game.world.people import Floats, Ints
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.vectors import nonzero
from game.world.wheels import boxes, vehicles
from game.world.world import TICKS_PER_SECOND, World

SHORT, BEYOND = 0.8, 1.4  # times the distance aimed at, between which it is lower than a head; guess
SHADE = 0.35  # m aside within which one stands behind another; guess
PASSES = 0.5  # share of the force that gets past a body; guess
FELT = 20.0  # N that count as being struck; guess
WET_GRIP = 0.5  # share of a push that feet in a stream still hold; guess
BEHIND = 5.0  # m behind people that must be free of walls and vehicles; doctrine.md 4.3
PROBES = np.arange(1.0, BEHIND + 1.0)  # m behind at which a vehicle is looked for
ASIDE = 0.5  # m beside the stream within which people count as in it, for they sway; guess
KNOCKS = 250.0  # N that knock down when they last; crowd-model.md 4
KNOCKS_AFTER = TICKS_PER_SECOND  # ticks; crowd-model.md 4: 1 s
LIES = 0.7  # share of those knocked down who do not get up again; guess
SOAKS = 1.6  # s of burning that a litre takes from a fire: the jet puts tyres out in 15 s; guess
FIRE = 1.0  # m, how large a fire is; guess


@dataclass(frozen=True, kw_only=True)
class FirePutOut(Event):
    """Water has put out a fire; the actor is the unit."""

    call: str


@dataclass(frozen=True)
class Stream:
    """What one kind of water does."""

    metres: tuple[float, ...]  # m from the nozzle at which it strikes a person with …
    newtons: tuple[float, ...]  # … N
    mouth: float  # m, half its width at the nozzle
    spread: float  # m by which half its width grows in a metre
    least: float  # m to people, nearer than which it is not used
    severity: float  # 0 … 1, how bad it is to see


# Force of the jet: crowd-model.md 4 (300 … 600 N within 15 m, some 100 N at 40 m). Least distances: doctrine.md 4.3.
# Force of the diffuse stream, widths and severity: guess.
STREAMS: dict[Mode, Stream] = {
    "jet": Stream((0.0, 15.0, 40.0, 60.0), (600.0, 300.0, 100.0, 0.0), 0.5, 0.015, 25.0, 0.4),
    "diffuse": Stream((0.0, 10.0, 25.0, 35.0), (150.0, 120.0, 60.0, 0.0), 0.2, 0.194, 10.0, 0.2),
}


def aimed(world: World, unit: Unit, at: Floats, mode: Mode, event: int) -> Jet:
    """The water of `unit`, from the front of its vehicle `at` (2,) m."""
    vehicle, row = unit.type.vehicle, int(unit.rows[0])
    ahead = world.people.heading[row] + np.zeros(1)
    reach = vehicle.length / 2.0 if vehicle else 0.0
    return Jet(at, mode, world.people.position[row] + reach * np.concatenate([np.cos(ahead), np.sin(ahead)]), event)


def refuses(world: World, unit: Unit, jet: Jet) -> Reason | None:
    """Why the crew of `unit` does not spray `jet`, or goes on with it no longer; None when it may."""
    stream, far = STREAMS[jet.mode], float(np.hypot(*(jet.at - jet.nozzle)))
    if unit.water <= 0.0:
        return reason("no_water", unit=unit.label)
    if far > stream.metres[-1]:
        return reason("out_of_reach", metres=round(far), reach=round(stream.metres[-1]))
    if not world.ground.sees(jet.nozzle, jet.at)[0]:
        return reason("wall_before", unit=unit.label)
    rows, along = _crowd_before(world, jet)
    nearest = min(far, float(along.min(initial=np.inf)))
    if nearest < STREAMS["diffuse"].least:
        return reason("water_too_near", metres=int(nearest), least=round(STREAMS["diffuse"].least))
    if nearest < stream.least:
        return reason("jet_too_near", metres=int(nearest), least=round(stream.least))
    there = rows[along >= SHORT * far]
    if world.people.fallen[there].any():
        return reason("lies_in_the_water")
    return _solid_behind(world, unit, jet, there)


def struck(world: World, jet: Jet) -> tuple[Ints, Floats]:
    """Rows (k,) of the people in `jet`, and N (k,) with which it strikes each."""
    people, stream = world.people, STREAMS[jet.mode]
    along, aside = _in_stream(people.position, jet)
    far = np.hypot(*(jet.at - jet.nozzle))
    inside = people.up & (along >= SHORT * far) & (along <= min(BEYOND * far, stream.metres[-1]))
    inside &= np.abs(aside) < stream.mouth + stream.spread * along
    inside[list(vehicles(world))] = False
    rows = np.flatnonzero(inside)
    rows = rows[world.ground.sees(people.position[rows], jet.nozzle)]
    before = (along[rows] < along[rows, None]) & (np.abs(aside[rows] - aside[rows, None]) < SHADE)
    newtons: Floats = np.interp(along[rows], stream.metres, stream.newtons) * PASSES ** before.sum(axis=1)
    return rows, newtons


def grip(pushed: Floats) -> Floats:
    """(n,) share of what their feet hold on dry ground, of those whom water pushes with `pushed` (n, 2) N."""
    return np.where(nonzero(pushed), WET_GRIP, 1.0)


def fall(world: World) -> None:
    """Ten times a second: stop what nobody sprays any more, set how the rest pushes everyone, and knock people down."""
    for name in [name for name in world.jets if not _sprays(world.units[name])]:
        del world.jets[name]
    world.wet = _pushed(world) if world.jets else None
    _knock_down(world)


def _pushed(world: World) -> Floats:
    """(n, 2) N with which all the water in the air pushes each."""
    pushed = np.zeros_like(world.people.position)
    for jet in world.jets.values():
        rows, newtons = struck(world, jet)
        pushed[rows] += newtons[:, None] * (jet.at - jet.nozzle) / np.hypot(*(jet.at - jet.nozzle))
    return pushed


def _knock_down(world: World) -> None:
    """Knock down whom water has struck too hard for too long."""
    hard = [] if world.wet is None else np.flatnonzero(np.hypot(*world.wet.T) > KNOCKS).tolist()
    world.staggering = {row: world.staggering.get(row, world.tick) for row in hard}
    down = np.array([row for row in hard if world.tick - world.staggering[row] >= KNOCKS_AFTER], dtype=np.int64)
    if len(down):
        lies = (world.rng.random(len(world.people)) < LIES)[down]
        harm.hurt(world, down, "water", lies, tuple(jet.event for jet in world.jets.values()))
        for row in down.tolist():
            del world.staggering[row]


def soak(world: World, unit: Unit, jet: Jet, litres: float) -> None:
    """`litres` of `jet` fall on what burns there."""
    far = np.hypot(*(jet.at - jet.nozzle))
    for fire in world.fires:
        (along,), (aside,) = _in_stream(fire.place[None], jet)
        half = STREAMS[jet.mode].mouth + STREAMS[jet.mode].spread * along
        if SHORT * far - FIRE < along < BEYOND * far and abs(aside) < half + FIRE and fire.fuel > 0.0:
            fire.fuel -= SOAKS * litres
            if fire.fuel <= 0.0:
                place = float(fire.place[0]), float(fire.place[1])
                world.say(FirePutOut(call=unit.label), actor=unit.name, place=place, because=(jet.event,))


def _sprays(unit: Unit) -> bool:
    return unit.task is not None and unit.task.word == "spray"


def _in_stream(points: Floats, jet: Jet) -> tuple[Floats, Floats]:
    """(n,) m that `points` (n, 2) lie along `jet` from its nozzle, and m to its left."""
    way = (jet.at - jet.nozzle) / max(float(np.hypot(*(jet.at - jet.nozzle))), 1e-9)
    x, y = (points - jet.nozzle).T
    return x * way[0] + y * way[1], y * way[0] - x * way[1]


def _crowd_before(world: World, jet: Jet) -> tuple[Ints, Floats]:
    """Rows (k,) of civilians whom the stream strikes or passes over, lying ones too, and m (k,) from the nozzle."""
    people, stream = world.people, STREAMS[jet.mode]
    along, aside = _in_stream(people.position, jet)
    far = float(np.hypot(*(jet.at - jet.nozzle)))
    inside = people.present & people.civilian & (along > 0.0) & (along < min(BEYOND * far, stream.metres[-1]))
    inside &= np.abs(aside) < stream.mouth + stream.spread * along + ASIDE
    rows = np.flatnonzero(inside)
    rows = rows[world.ground.sees(people.position[rows], jet.nozzle)]
    return rows, along[rows]


def _solid_behind(world: World, unit: Unit, jet: Jet, rows: Ints) -> Reason | None:
    """Why not, when a wall or vehicle is within BEHIND m behind any of `rows` (k,): they would be driven at it."""
    here, way = world.people.position[rows], (jet.at - jet.nozzle) / np.hypot(*(jet.at - jet.nozzle))
    if not world.ground.sees(here, here + BEHIND * way).all():
        return reason("wall_behind", metres=round(BEHIND))
    others = boxes(world)
    others = others.only(~np.isin(others.rows, unit.rows))
    probes = (here[:, None] + PROBES[:, None] * way).reshape(-1, 2)
    blocked = bool((others.gap(probes) < 0.0).any())
    return reason("vehicle_behind", metres=round(BEHIND)) if blocked else None
