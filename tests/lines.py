"""A line across a street while people push it: what the tests and `make validate` measure of lines that hold."""

import dataclasses
from dataclasses import dataclass

import numpy as np

from game.rules import breaking, contact, drill, slots, walking
from game.rules.formations.bersaf import INTERVAL, Bersaf
from game.rules.slots import turned
from game.world.ground import Ground
from game.world.people import Floats
from game.world.units import Unit
from game.world.world import TICK, TICKS_PER_SECOND, World
from tests.pictures import scene

MIDDLE = np.array([20.0, 20.0])  # m, of the line's front
SQUARE = (40.0, 40.0)  # m
FILES = 10  # officers abreast, from wall to wall
FRONT = FILES * INTERVAL  # m
WALL = 0.4  # m thick
LENGTH = 16.0  # m of the street to either side of the line
ABREAST, DEEP = 0.40, 0.42  # m between those who push: 6 people/m²
WALKS = 1.2  # m/s at which they mean to go
SPREAD = 0.01  # m by which everyone stands off the drawn place
LETS_THEM_LEAN = 3.0  # s until the push has come to rest
MEASURED = 10.0  # s
# radius m, mass kg, N held; levels/catalogue/units.yaml
KIT = {"berlindung": (0.24, 95.0, 650.0), "tangan_berkait": (0.22, 75.0, 500.0), "pegang_tali": (0.22, 75.0, 350.0)}


@dataclass(frozen=True)
class Held:
    """What became of a line under a push."""

    drift: float  # m/s that its front is driven back
    leaked: int  # people who got past it
    broken_after: float | None  # s
    load: float  # N/m that in fact pressed on it, while it was closed


def held(ranks: int, newtons_per_metre: float, seed: int, degrees: float = 0.0, posture: str = "berlindung") -> Held:
    """A line of `ranks` from wall to wall, facing `degrees`, for 13 s under a steady push, weaker as it gives way.

    The push is put on one row of people who touch the line; a crowd's own push is :func:`held_against`.
    """
    world = pressed_line(ranks, 1, seed, degrees, posture)
    return _watched(world, newtons_per_metre)


def held_against(rows: int, newtons: float, ranks: int, seed: int, posture: str = "berlindung") -> Held:
    """The same line against `rows` rows of people, 6 /m², each of whom presses with `newtons`."""
    world = pressed_line(ranks, rows, seed, 0.0, posture)
    world.people.press[world.people.civilian] = newtons
    return _watched(world, 0.0)


def _watched(world: World, newtons_per_metre: float) -> Held:
    loads, stood, broken = [], [], None
    for tick in range(round((LETS_THEM_LEAN + MEASURED) * TICKS_PER_SECOND)):
        world.wet = ram(world, newtons_per_metre)
        step(world)
        stood.append(front(world))
        loads.append(load(world))
        if broken is None and torn(world):
            broken = tick * TICK
    first = round(LETS_THEM_LEAN * TICKS_PER_SECOND)
    last = len(stood) if broken is None else max(round(broken * TICKS_PER_SECOND), first + 1)
    drift = (stood[first] - stood[last - 1]) / max((last - first) * TICK, TICK)
    return Held(drift, leaked(world), broken, float(np.mean(loads[first:last])))


def ram(world: World, newtons_per_metre: float) -> Floats:
    """(n, 2) N on each civilian, along the way they push, less the faster they go: nobody pushes at a full walk."""
    people = world.people
    way = people.way / WALKS
    pace = np.clip(np.einsum("ij,ij->i", people.velocity, way) / WALKS, 0.0, 1.0)
    share = newtons_per_metre * FRONT / len(_across()) * people.civilian
    force: Floats = way * (share * (1.0 - pace))[:, None]
    return force


def pressed_line(ranks: int, rows: int, seed: int, degrees: float = 0.0, posture: str = "berlindung") -> World:
    """A line from wall to wall of a street, and `rows` rows of people close before it who mean to go through it."""
    rng, facing = np.random.default_rng(seed), np.radians(degrees)
    depth, across = np.meshgrid(0.5 + DEEP * np.arange(rows), _across())
    crowd = np.column_stack([depth.ravel(), across.ravel()])
    officers = Bersaf(ranks).places(FILES * ranks)
    marks = {letter: MIDDLE + turned(at, facing) for letter, at in (("c", crowd), ("L", officers))}
    marks = {letter: at + rng.normal(0.0, SPREAD, at.shape) for letter, at in marks.items()}
    world = scene(marks, Ground(SQUARE, street(facing)), {"L": degrees})
    equip(world, world.units["l"], ranks, posture, facing)
    people = world.people
    people.way[people.civilian] = -WALKS * np.array([np.cos(facing), np.sin(facing)])
    people.heading[people.civilian] = facing + np.pi
    return world


def _across() -> Floats:
    """(k,) m to the left of the street's middle of those who fill one row of it."""
    count = int(FRONT / ABREAST)
    return ABREAST * (np.arange(count) - (count - 1) / 2.0)


def street(facing: float) -> tuple[Floats, ...]:
    """The two walls of a street FRONT wide along `facing` rad."""
    wall = np.array([(-LENGTH, 0.0), (LENGTH, 0.0), (LENGTH, WALL), (-LENGTH, WALL)])
    return tuple(MIDDLE + turned(wall + np.array([0.0, at]), facing) for at in (FRONT / 2.0, -FRONT / 2.0 - WALL))


def equip(world: World, unit: Unit, ranks: int, posture: str, facing: float) -> None:
    """Body, kit and posture of `unit`, whose officers have their slots where they stand."""
    radius, mass, brace = KIT[posture]
    people = world.people
    unit.type = dataclasses.replace(unit.type, radius=radius)
    unit.formation, unit.posture, unit.facing = Bersaf(ranks), posture, facing
    people.radius[unit.rows], people.mass[unit.rows], people.brace[unit.rows] = radius, mass, brace
    slots.draw_up(world, unit, MIDDLE, facing)


def step(world: World) -> None:
    """One tick in which people push and officers hold."""
    if world.tick % 3 == 0:
        drill.carry_out(world)
    walking.avoid(world)
    contact.move(world)
    contact.feel_force(world)
    if world.tick % 3 == 0:
        breaking.tear(world)
    world.tick += 1


def depth(world: World) -> Floats:
    """(n,) m that each stands before the place where the line was drawn up."""
    unit = world.units["l"]
    ahead: Floats = turned(world.people.position - MIDDLE, -unit.facing)[:, 0]
    return ahead


def front(world: World) -> float:
    """M that the front rank stands before its place."""
    rows = world.units["l"].rows
    return float(depth(world)[rows[:FILES]].mean())


def load(world: World) -> float:
    """N/m that people press on the line with in the latest tick."""
    assert world.bodies is not None
    civilian = world.people.civilian
    a, b = world.bodies.pairs.T
    between = (a >= 0) & (b >= 0)
    between &= civilian[a] != civilian[b]
    return float(world.bodies.impulse[between].sum()) / TICK / FRONT


def leaked(world: World) -> int:
    """How many people are behind the rearmost officer beside them."""
    people, rows = world.people, world.units["l"].rows
    seen = turned(people.position - MIDDLE, -world.units["l"].facing)
    apart = np.abs(seen[people.civilian, 1][:, None] - seen[rows, 1])
    beside = apart <= np.maximum(INTERVAL, apart.min(axis=1, keepdims=True))
    behind = np.where(beside, seen[rows, 0], np.inf).min(axis=1)
    return int((seen[people.civilian, 0] < behind).sum())


def torn(world: World) -> bool:
    """Whether the line has broken."""
    return bool(world.people.torn.any())
