"""A View is a frozen look: of a World or of a recording. Who draws, commands or measures never knows which."""

from dataclasses import dataclass

import numpy as np

from game.rules import threat
from game.rules.kinds import ACTS
from game.world.events import Event
from game.world.people import Bools, Floats, Ints
from game.world.units import Unit
from game.world.world import World

INSTRUCTOR = "instructor"  # the seat that sees all


@dataclass(frozen=True)
class Cast:
    """Who there is, the same for a whole exercise: what a figure looks like never changes."""

    looks: tuple[str, ...]  # names of figures
    look: Ints  # (n,) index into looks
    unit: Ints  # (n,) index into unit names, -1 for civilians
    units: tuple[str, ...]
    groups: tuple[str, ...]
    radius: Floats  # (n,) m


@dataclass(frozen=True)
class UnitView:
    """One unit as its commander knows it."""

    name: str
    label: str  # DA1
    type: str
    type_label: dict[str, str]  # language → words
    agency: str
    strength: int  # on their feet
    roster: int
    posture: str
    postures: tuple[str, ...]
    orders: tuple[str, ...]
    formations: tuple[str, ...]
    formation: dict[str, object]  # {word: fields}
    task: str  # word, or "hold"
    queue: tuple[str, ...]  # words of what comes after
    in_air: int  # orders on the radio
    centre: tuple[float, float]  # m
    facing: float  # rad
    goal: tuple[float, float] | None
    rows: Ints
    slots: Floats  # (k, 2) m
    mine: bool  # whether the seat commands it


@dataclass(frozen=True)
class Mood:
    """Inner numbers; only the instructor and the debrief see them. All (n,), 0 … 1."""

    anger: Floats
    fear: Floats
    trust: Floats
    unity: Floats
    hostile: Bools


@dataclass(frozen=True)
class Meters:
    """Training aids a level may switch off: averages over the crowd that is present."""

    trust: float  # 0 … 100
    tension: float  # 0 … 100
    threat: int  # class 1 … 5
    force: int  # level of force in use 1 … 6, Perkap 1/2009


@dataclass(frozen=True)
class View:
    """What a seat may know at one tick; arrays are copies and are not written to."""

    seat: str
    tick: int
    seconds: float
    clock: float  # s after midnight
    flag: str
    over: bool
    cast: Cast
    position: Floats  # (n, 2) m
    heading: Floats  # (n,) rad
    velocity: Floats  # (n, 2) m/s
    present: Bools  # (n,)
    fallen: Bools  # (n,)
    act: Ints  # (n,) index into acts, -1 none
    acts: tuple[str, ...]
    pressing: Bools  # (n,) pushes the line
    running: Bools  # (n,)
    units: tuple[UnitView, ...]
    events: tuple[Event, ...]  # since the view before
    meters: Meters | None
    mood: Mood | None
    phase: str | None  # only for the instructor


RUNNING = 2.0  # m/s, faster than people walk; Weidmann 1993: mean 1.34, sd 0.26


def cast_of(world: World) -> Cast:
    """Who there is."""
    civilians = [role.look for role in world.catalogue.roles]
    units = list(world.units.values())
    looks = tuple(dict.fromkeys([*civilians, *(unit.type.look for unit in units)]))
    index = np.array([looks.index(look) for look in civilians] or [0])
    look = index[np.maximum(world.people.role, 0)]
    for unit in units:
        look[unit.rows] = looks.index(unit.type.look)
    names = tuple(world.units)
    return Cast(looks, look, world.people.unit.copy(), names, tuple(g.name for g in world.groups), world.people.radius)


def view_of(world: World, cast: Cast, seat: str, events: tuple[Event, ...], aids: bool, over: bool) -> View:
    """What `seat` may know of `world` now; `aids` says whether the level grants meters."""
    people = world.people
    sees_all = seat == INSTRUCTOR
    return View(
        seat=seat,
        tick=world.tick,
        seconds=world.seconds,
        clock=world.starts + world.seconds,
        flag=world.flag,
        over=over,
        cast=cast,
        position=people.position.copy(),
        heading=people.heading.copy(),
        velocity=people.velocity.copy(),
        present=people.present.copy(),
        fallen=people.fallen.copy(),
        act=people.act.copy(),
        acts=ACTS,
        pressing=people.press > 0.0,
        running=np.hypot(*people.velocity.T) > RUNNING,
        units=tuple(_unit_view(world, unit, seat) for unit in world.units.values()),
        events=events,
        meters=_meters(world) if aids or sees_all else None,
        mood=_mood(world) if sees_all else None,
        phase=world.script.phase if sees_all else None,
    )


def _unit_view(world: World, unit: Unit, seat: str) -> UnitView:
    rows = unit.present_rows(world.people.present)
    given = world.seats.get(seat)
    return UnitView(
        name=unit.name,
        label=unit.label,
        type=unit.type.name,
        type_label={"id": unit.type.label.id, "en": unit.type.label.en},
        agency=unit.agency,
        strength=int(world.people.up[unit.rows].sum()),
        roster=len(unit.rows),
        posture=unit.posture,
        postures=unit.type.postures,
        orders=unit.type.orders,
        formations=unit.type.formations,
        formation=unit.formation.plain(),
        task=unit.task.word if unit.task else "hold",
        queue=tuple(task.word for task in unit.queue),
        in_air=sum(getattr(sent.order, "unit", None) == unit.name for sent in world.air),
        centre=(float(unit.centre[0]), float(unit.centre[1])),
        facing=unit.facing,
        goal=None if unit.goal is None else (float(unit.goal[0]), float(unit.goal[1])),
        rows=rows,
        slots=world.people.slot[rows].copy(),
        mine=given is not None and unit.name in given.units,
    )


def _meters(world: World) -> Meters:
    people = world.people
    crowd = people.present & people.civilian
    if not crowd.any():
        return Meters(trust=100.0, tension=0.0, threat=world.threat, force=threat.force_level(world))
    tension = np.maximum(people.anger, people.hostile)
    return Meters(
        trust=100.0 * float(people.trust[crowd].mean()),
        tension=100.0 * float(tension[crowd].mean()),
        threat=world.threat,
        force=threat.force_level(world),
    )


def _mood(world: World) -> Mood:
    p = world.people
    return Mood(p.anger.copy(), p.fear.copy(), p.trust.copy(), p.unity.copy(), p.hostile.copy())
