"""Gates and barriers: they shut when nobody stands in them, and give way when people push harder than they hold."""

from dataclasses import dataclass

import numpy as np

from game.rules.contact import FELT_OVER
from game.world.events import Event
from game.world.gates import Gate
from game.world.people import NOBODY, Floats
from game.world.wheels import boxes
from game.world.world import TICK, World

CLEAR = 0.3  # m to anybody's middle beyond the body, at which a gate can shut: its leaves swing; guess
TOUCHING = 0.06  # m off a gate within which who pushes on a wall pushes on it; guess


@dataclass(frozen=True, kw_only=True)
class GateOpened(Event):
    """A gate or a row of barriers is open; the actor is who opened it."""

    gate: str


@dataclass(frozen=True, kw_only=True)
class GateShut(Event):
    """A gate or a row of barriers bars the way."""

    gate: str


@dataclass(frozen=True, kw_only=True)
class GaveWay(Event):
    """People have pushed open a gate, or over a row of barriers, with `load` N/m where it `holds` so much."""

    gate: str
    load: int
    holds: int


def keep(world: World) -> None:
    """A tick in which gates that are to shut do, and those that are pushed too hard give way."""
    for name in [name for name in world.gates_closing if _clear(world, world.ground.gates[name])]:
        world.gates_closing.remove(name)
        _swing(world, name, True)
        world.say(GateShut(gate=name), place=_middle(world.ground.gates[name]))
    for name in list(world.gates_shut):
        _bear(world, world.ground.gates[name])


def open_up(world: World, name: str, actor: str) -> None:
    """The gate `name` is open, and is not going to shut."""
    if name in world.gates_closing:
        world.gates_closing.remove(name)
    if name in world.gates_shut:
        _swing(world, name, False)
        world.say(GateOpened(gate=name), actor=actor, place=_middle(world.ground.gates[name]))


def to_shut(world: World, name: str) -> None:
    """The gate `name` shuts as soon as nobody stands in it."""
    if name not in world.gates_shut and name not in world.gates_closing:
        world.gates_closing.append(name)


def _swing(world: World, name: str, shut: bool) -> None:
    (world.gates_shut.append if shut else world.gates_shut.remove)(name)
    world.gate_load.pop(name, None)
    world.ground = world.ground.with_shut(world.gates_shut)


def _clear(world: World, gate: Gate) -> bool:
    """Whether nobody, and no vehicle, stands where `gate` shuts."""
    people, cars = world.people, boxes(world)
    rows = np.setdiff1d(np.flatnonzero(people.present), cars.rows)
    on_foot = gate.away(people.position[rows]) > people.radius[rows] + CLEAR
    return bool(on_foot.all() and (cars.gap(gate.along(CLEAR)) > CLEAR).all())


def _bear(world: World, gate: Gate) -> None:
    if gate.holds is None:
        return
    load = world.gate_load.setdefault(gate.name, np.zeros(len(gate.elements)))
    load += (_pushed(world, gate) - load) * (TICK / FELT_OVER)
    if load.max() > gate.holds:
        _swing(world, gate.name, False)
        world.gates_broken.append(gate.name)
        told = GaveWay(gate=gate.name, load=round(float(load.max())), holds=round(gate.holds))
        world.say(told, place=_middle(gate))


def _pushed(world: World, gate: Gate) -> Floats:
    """(e,) N/m with which people push on each element of `gate` in this tick."""
    assert world.bodies is not None  # they have moved
    people, bodies = world.people, world.bodies
    on_wall = bodies.pairs[:, 0] == NOBODY
    rows, force = bodies.pairs[on_wall, 1], bodies.impulse[on_wall] / TICK
    touches = gate.away(people.position[rows]) < people.radius[rows] + TOUCHING
    count = len(gate.elements)
    pushed = np.bincount(gate.element_of(people.position[rows[touches]]), force[touches], count)
    per_metre: Floats = pushed / gate.elements
    return per_metre


def _middle(gate: Gate) -> tuple[float, float]:
    x, y = gate.line.mean(axis=0).tolist()
    return x, y
