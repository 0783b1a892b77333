"""Where vehicles go: to a place, by ways that are wide enough; they stop as near to it as they can."""

import numpy as np

from game.rules import riding, slots, steering
from game.rules.steering import wide
from game.world.people import Bools, Floats, Ints
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.wheels import Driver, boxes
from game.world.world import TICKS_PER_CHOICE, World

STANDS = 0.05  # m/s; slower is standing; guess
NEAR_ENOUGH = 1.8  # m off its slot, within which a vehicle that can come no nearer is where it should be; guess
RECONSIDERS = 9  # ticks between two choices of a curve, each some metres long; guess
PUSHED_BY_HAND = 500.0  # kg, lighter than which a vehicle's crew can push it about; guess
ROOM = 3.0  # m off the place asked for, within which there must be room for it; guess


def refuses(world: World, unit: Unit, at: Floats) -> Reason | None:
    """Why `unit`, which is on wheels, cannot drive to `at` (2,) m, or None."""
    vehicle, ground = unit.type.vehicle, world.ground
    assert vehicle is not None  # who asks knows that it is on wheels
    if not ground.inside(at[None])[0]:
        return reason("outside")
    apart = _nearest_civilian(world, at) - vehicle.length / 2.0
    if apart < vehicle.keeps:
        return reason("people_at_goal", unit=unit.label, metres=max(int(apart), 0), keeps=vehicle.keeps)
    stand = ground.nearest_stand(at[None], wide(vehicle))[0]
    if np.hypot(*(stand - at)) > ROOM or np.isinf(_way(world, unit, at, wide(vehicle))):
        if np.isfinite(ground.field_to_point(at).distance(unit.centre[None])[0]):
            return reason("too_narrow", unit=unit.label)
        return reason("unreachable", unit=unit.label)
    return None


def send(world: World, unit: Unit, at: Floats, facing: float | None = None) -> None:
    """The vehicles of `unit` are on their way to `at` (2,) m, the front's middle, to face `facing` rad, None any way.

    Each has a slot of the unit's formation and a driver. :func:`refuses` has been asked.
    """
    way = at - unit.centre
    heads = float(np.arctan2(way[1], way[0])) if way.any() else unit.facing
    give_out(world, unit, at, heads if facing is None else facing)
    if facing is None and len(unit.rows) == 1:
        world.drivers[int(unit.rows[0])].faces = None


def give_out(world: World, unit: Unit, at: Floats, facing: float) -> None:
    """Each vehicle has that slot of the formation at `at` (2,) m, facing `facing` rad, that suits it best from here."""
    rows = slots.on_feet(world, unit)
    slots.draw_up(world, unit, at, facing)
    unit.goal = unit.centre.copy()
    for row in rows.tolist():
        world.drivers.setdefault(row, Driver()).faces = facing
    _keep_to_rows(world, unit, rows)


def arrived(world: World, unit: Unit) -> bool:
    """Whether all that can drive have come as near to their slots as they can, and stand."""
    return not any(row in world.drivers for row in unit.rows.tolist())


def steer(world: World, unit: Unit) -> None:
    """Ten times a second: choose where each vehicle on its way goes next; who has come and stands needs no driver."""
    people, rows = world.people, slots.on_feet(world, unit)
    if unit.goal is None:
        people.slot[rows], people.slot_heading[rows] = people.position[rows], people.heading[rows]
    cars = [row for row in rows.tolist() if row in world.drivers]
    if cars:
        for row in np.array(cars)[_ready(world, unit, cars)].tolist():
            _stop(world, unit, row)
        _keep_to_rows(world, unit, rows)
    people.way[rows] = people.press[rows] = 0.0


def _ready(world: World, unit: Unit, rows: list[int]) -> Bools:
    """(v,) who of `rows` (v) has nowhere to go any more; the others have chosen where they go next."""
    by_hand = unit.type.mass < PUSHED_BY_HAND
    if unit.goal is None:
        return np.ones(len(rows), dtype=np.bool_)
    if not by_hand and world.tick % RECONSIDERS >= TICKS_PER_CHOICE:
        return np.zeros(len(rows), dtype=np.bool_)
    everyone = boxes(world)
    choose = riding.choose if by_hand else steering.choose
    return choose(world, unit, unit.goal, everyone.only(np.isin(everyone.rows, rows)))


def _stop(world: World, unit: Unit, row: int) -> None:
    """The vehicle brakes; once it stands, it needs no driver, and near enough to its slot it is in place."""
    people = world.people
    world.drivers[row].gear = 0
    if np.hypot(*people.velocity[row]) < STANDS:
        del world.drivers[row]
        people.velocity[row] = 0.0
        if np.hypot(*(people.slot[row] - people.position[row])) < NEAR_ENOUGH:
            people.slot[row], people.slot_heading[row] = people.position[row], people.heading[row]


def _keep_to_rows(world: World, unit: Unit, rows: Ints) -> None:
    """The unit is where its vehicles are, and one alone faces where it does."""
    people = world.people
    formed = slots.laid_out(unit.formation, len(rows), np.zeros(2), unit.facing, unit.type.apart)
    unit.centre = people.position[rows].mean(axis=0) - formed.mean(axis=0)
    if len(rows) == 1:
        unit.facing = float(people.heading[rows[0]])


def _nearest_civilian(world: World, at: Floats) -> float:
    """M from `at` (2,) to the nearest who is no officer, inf where there is nobody."""
    people = world.people
    away = people.position[people.present & people.civilian] - at
    return float(np.hypot(away[:, 0], away[:, 1]).min(initial=np.inf))


def _way(world: World, unit: Unit, at: Floats, clearance: float) -> float:
    """M to drive to `at` (2,)."""
    return float(world.ground.field_to_point(at, clearance).distance(unit.centre[None])[0])
