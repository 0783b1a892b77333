"""What else can be seen on the square: what flies, burns and sprays, who was seen doing what, which way out is shut."""

from dataclasses import dataclass

import numpy as np

from game.world.air import Mode
from game.world.crush import Severity
from game.world.people import Floats
from game.world.world import World


@dataclass(frozen=True)
class JetView:
    """The water that `unit` sprays now."""

    unit: str
    nozzle: tuple[float, float]  # m
    at: tuple[float, float]  # m
    mode: Mode


@dataclass(frozen=True)
class Mark:
    """Somebody was seen doing something forbidden: what an observer there could point at."""

    person: int  # row
    act: str
    tick: int


@dataclass(frozen=True)
class CrushView:
    """A place where the crowd is about to be crushed, from the warning on until it has eased."""

    at: tuple[float, float]  # m
    since: int  # tick
    severity: Severity
    people: int  # affected
    density: float  # people/m², the greatest


@dataclass(frozen=True)
class Scene:
    """All of it at one tick; arrays are copies."""

    thrown: Floats  # (k, 3) m, the third above ground
    fires: Floats  # (f, 2) m
    jets: tuple[JetView, ...]
    marks: tuple[Mark, ...]  # newest last
    exits_shut: tuple[str, ...]
    crushes: tuple[CrushView, ...]
    gates_shut: tuple[str, ...] = ()  # gates and barriers that bar the way
    gates_broken: tuple[str, ...] = ()  # those that have given way


def scene_of(world: World) -> Scene:
    """What can be seen of `world` now, by anybody."""
    return Scene(
        thrown=world.missiles.position.copy(),
        fires=np.array([fire.place for fire in world.fires]).reshape(-1, 2),
        jets=tuple(JetView(unit, _pair(jet.nozzle), _pair(jet.at), jet.mode) for unit, jet in world.jets.items()),
        marks=tuple(Mark(seen.person, seen.act, seen.tick) for seen in world.sightings),
        exits_shut=tuple(world.exits_shut),
        crushes=tuple(
            CrushView(_pair(each.place), each.since, each.severity, each.people, round(each.density, 1))
            for each in world.crushes
            if each.told
        ),
        gates_shut=tuple(sorted(world.gates_shut)),
        gates_broken=tuple(world.gates_broken),
    )


def _pair(point: Floats) -> tuple[float, float]:
    return float(point[0]), float(point[1])
