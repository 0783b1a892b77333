"""What an order can be aimed at on the map, one class each: what comes into question, and what a click means."""

import abc
import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Final

import numpy as np

from game.session.view import UnitView, View
from game.ui.square import person_at
from game.world.ground import Ground, Zone
from game.world.people import Bools, Floats
from game.world.world import Command

FEW: Final = 3  # values asked for a lamp: more would cost time each frame and seldom tell anything new; guess
NEAR: Final = 2.0  # m from the pointer within which somebody marked or lying is meant; guess
BESIDE: Final = 4.0  # m from an exit at which it is meant: barriers are thin; guess
STEP: Final = 5.0  # m that a line is told to go unless the wheel says otherwise; guess
STEPS: Final = (1.0, 15.0)  # m, from and to which the wheel turns; guess
PROBES: Final = (20.0, 30.0, 45.0)  # m ahead at which a lamp asks about water; doctrine.md 4.3: 10, 25 and 60 m


@dataclass(frozen=True)
class Target(abc.ABC):
    """Something to be pointed at, that becomes the `field` of an order."""

    field: str

    name: ClassVar[str]  # what to click: ui.notice.aim.<name>

    @abc.abstractmethod
    def likely(self, unit: UnitView, view: View, ground: Ground) -> list[Any]:
        """Values that come into question for `unit`, the likeliest first; the lamp asks whether one is allowed."""

    @abc.abstractmethod
    def at(self, point: Floats, unit: UnitView, view: View, ground: Ground) -> Any:
        """The value that pointing at `point` (2,) m means for `unit`, or None."""

    def settled(self, commands: tuple[Command, ...]) -> tuple[Command, ...]:
        """Of the likely `commands` those that the same key gives at once when it is pressed again; mostly none."""
        return ()


class Facing(Target):
    """Which way to face, degrees."""

    name = "facing"

    def likely(self, unit: UnitView, view: View, ground: Ground) -> list[Any]:
        return [degrees(unit.facing)]

    def at(self, point: Floats, unit: UnitView, view: View, ground: Ground) -> Any:
        return degrees(float(np.arctan2(*(point - unit.centre)[::-1])))


@dataclass(frozen=True)
class Metres(Target):
    """How far straight ahead or back; a click anywhere, or the same key again, says yes to `metres`."""

    metres: float = STEP
    ahead: bool = True

    name = "metres"

    def likely(self, unit: UnitView, view: View, ground: Ground) -> list[Any]:
        return [self.metres]

    def at(self, point: Floats, unit: UnitView, view: View, ground: Ground) -> Any:
        return self.metres

    def settled(self, commands: tuple[Command, ...]) -> tuple[Command, ...]:
        return tuple(
            Command.read({word: {**fields, self.field: self.metres}})
            for command in commands
            for word, fields in command.plain().items()
        )

    def turned(self, steps: int) -> "Metres":
        """The same after the wheel went on by `steps`."""
        return dataclasses.replace(self, metres=float(np.clip(self.metres + steps, *STEPS)))


class Place(Target):
    """Where water is to go."""

    name = "place"

    def likely(self, unit: UnitView, view: View, ground: Ground) -> list[Any]:
        ahead = np.array([np.cos(unit.facing), np.sin(unit.facing)])
        return [_written(unit.centre + far * ahead) for far in PROBES]

    def at(self, point: Floats, unit: UnitView, view: View, ground: Ground) -> Any:
        return _written(point)


class Person(Target):
    """Somebody in the crowd; near somebody who was seen doing something, that person is meant."""

    name = "person"

    def likely(self, unit: UnitView, view: View, ground: Ground) -> list[Any]:
        seen = _nearest(view, _marked(view), np.array(unit.centre))
        return (seen or _nearest(view, _crowd(view), np.array(unit.centre)))[:FEW] or [0]

    def at(self, point: Floats, unit: UnitView, view: View, ground: Ground) -> Any:
        seen = _nearest(view, _marked(view), point, NEAR)
        return seen[0] if seen else person_at(view, point)


class Fallen(Target):
    """Somebody who is hurt; the same key again means whoever needs it most."""

    name = "fallen"

    def likely(self, unit: UnitView, view: View, ground: Ground) -> list[Any]:
        return [None]

    def at(self, point: Floats, unit: UnitView, view: View, ground: Ground) -> Any:
        lying = _nearest(view, view.present & view.hurt, point, NEAR)
        return lying[0] if lying else None

    def settled(self, commands: tuple[Command, ...]) -> tuple[Command, ...]:
        return commands


class Held(Target):
    """Somebody whom the unit holds; the same key again means who was taken first."""

    name = "held"

    def likely(self, unit: UnitView, view: View, ground: Ground) -> list[Any]:
        return [
            arrest.person for arrest in view.arrests if arrest.unit == unit.name and view.custody[arrest.person]
        ] or [0]

    def at(self, point: Floats, unit: UnitView, view: View, ground: Ground) -> Any:
        held = _nearest(view, view.present & view.custody, point, NEAR)
        return held[0] if held else None

    def settled(self, commands: tuple[Command, ...]) -> tuple[Command, ...]:
        return commands[:1]


class Line(Target):
    """Another unit."""

    name = "line"

    def likely(self, unit: UnitView, view: View, ground: Ground) -> list[Any]:
        others = [other for other in view.units if other is not unit and len(other.rows) and "form" in other.orders]
        others.sort(key=lambda other: float(np.hypot(*np.subtract(other.centre, unit.centre))))
        standing = [other.name for other in others if "bersaf" in other.formation]
        return (standing or [other.name for other in others])[:FEW] or [unit.name]

    def at(self, point: Floats, unit: UnitView, view: View, ground: Ground) -> Any:
        person = person_at(view, point)
        return None if person is None or view.cast.unit[person] < 0 else view.cast.units[view.cast.unit[person]]


class Area(Target):
    """A named part of the ground; the smallest under the pointer."""

    name = "zone"

    def likely(self, unit: UnitView, view: View, ground: Ground) -> list[Any]:
        rooms = [room for room in view.talks.rooms if room in ground.zones] if view.talks else []
        near = [zone.name for zone in _by_distance(ground.zones.values(), np.array(unit.centre))]
        return [*rooms, *near][:FEW]

    def at(self, point: Floats, unit: UnitView, view: View, ground: Ground) -> Any:
        under = [zone for zone in ground.zones.values() if zone.contains(point[None])[0]]
        return min(under, key=lambda zone: zone.area).name if under else None


class Exit(Target):
    """A way out."""

    name = "exit"

    def likely(self, unit: UnitView, view: View, ground: Ground) -> list[Any]:
        shut = [zone for name, zone in ground.exits.items() if name in view.scene.exits_shut]
        exits = _by_distance(shut or ground.exits.values(), np.array(unit.centre))
        return [zone.name for zone in exits][:FEW]

    def at(self, point: Floats, unit: UnitView, view: View, ground: Ground) -> Any:
        probes = point + BESIDE * np.array([[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1]])
        return next((name for name, zone in ground.exits.items() if zone.contains(probes).any()), None)


@dataclass(frozen=True)
class Gate(Target):
    """A gate or a row of barriers that is shut, or one that is not."""

    shut: bool

    name = "gate"

    def likely(self, unit: UnitView, view: View, ground: Ground) -> list[Any]:
        here = np.array([unit.centre])
        return sorted(self._these(view, ground), key=lambda name: float(ground.gates[name].away(here)[0]))[:FEW]

    def at(self, point: Floats, unit: UnitView, view: View, ground: Ground) -> Any:
        near = [name for name in self._these(view, ground) if ground.gates[name].away(point[None])[0] < BESIDE]
        return min(near, key=lambda name: float(ground.gates[name].away(point[None])[0]), default=None)

    def _these(self, view: View, ground: Ground) -> list[str]:
        scene = view.scene
        return [n for n in ground.gates if (n in scene.gates_shut) == self.shut and n not in scene.gates_broken]


def degrees(angle: float) -> float:
    """Rad → degrees from 0 to 360, as orders are written."""
    return round(angle * 57.29577951308232 % 360.0, 1)


def _written(point: Floats) -> list[float]:
    """A place as orders write it, to the centimetre."""
    return [round(float(part), 2) for part in point]


def _marked(view: View) -> Bools:
    """(n,) who was seen doing something and can still be taken."""
    seen = np.zeros(len(view.present), np.bool_)
    seen[[mark.person for mark in view.scene.marks]] = True
    return seen & view.present & ~view.custody


def _crowd(view: View) -> Bools:
    return view.present & (view.cast.unit < 0) & ~view.custody


def _nearest(view: View, who: Bools, point: Floats, within: float = np.inf) -> list[int]:
    """Rows of `who` (n,) bool `within` m of `point`, the nearest first."""
    rows = np.flatnonzero(who)
    away = np.hypot(*(view.position[rows] - point).T)
    order = np.argsort(away, kind="stable")
    return [int(row) for row in rows[order[away[order] <= within]]]


def _by_distance(zones: Iterable[Zone], point: Floats) -> list[Zone]:
    return sorted(zones, key=lambda zone: float(np.hypot(*(zone.centre - point))))
