"""A View is a frozen look: of a World or of a recording. Who draws, commands or measures never knows which."""

from dataclasses import dataclass

import numpy as np

from game.rules import threat
from game.rules.kinds import ACTS
from game.session.dealings import ArrestView, TalksView, arrests_of, talks_of
from game.session.scene import Scene, scene_of
from game.session.unit_view import UnitView, unit_view
from game.world.events import Event
from game.world.people import NOBODY, Bools, Floats, Ints
from game.world.world import World

__all__ = ["INSTRUCTOR", "RUNNING", "Cast", "Crowding", "Meters", "Mood", "UnitView", "View", "cast_of", "view_of"]

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
    size: Floats  # (n, 2) m, length and width: of a vehicle, or of a person seen from above

    def look_of(self, unit: str) -> str:
        """How everybody of `unit` looks."""
        return self.looks[int(self.look[np.argmax(self.unit == self.units.index(unit))])]


@dataclass(frozen=True)
class Mood:
    """Inner numbers; only the instructor and the debrief see them. All (n,), 0 … 1."""

    anger: Floats
    fear: Floats
    trust: Floats
    unity: Floats
    hostile: Bools


@dataclass(frozen=True)
class Crowding:
    """How closely people stand and how they are pressed: a training aid like the meters. All (n,)."""

    density: Floats  # people/m² round each
    pressure: Floats  # 1/s², density times the variance of velocities there
    force: Floats  # N felt from all sides, averaged over 0.5 s


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
    hurt: Bools  # (n,) has been hurt, lying or up again
    treated: Bools  # (n,) has been given first aid
    custody: Bools  # (n,) is held
    act: Ints  # (n,) index into acts, -1 none
    acts: tuple[str, ...]
    pressing: Bools  # (n,) pushes the line
    running: Bools  # (n,)
    units: tuple[UnitView, ...]
    scene: Scene
    talks: TalksView | None  # None in a level without a coordinator
    arrests: tuple[ArrestView, ...]
    events: tuple[Event, ...]  # since the view before
    meters: Meters | None
    crowding: Crowding | None
    mood: Mood | None
    phase: str | None  # only for the instructor


RUNNING = 2.0  # m/s, faster than people walk; Weidmann 1993: mean 1.34, sd 0.26


def cast_of(world: World) -> Cast:
    """Who there is."""
    people, units = world.people, list(world.units.values())
    civilians = [role.look for role in world.catalogue.roles]
    looks = tuple(dict.fromkeys([*civilians, *(unit.type.look for unit in units)]))
    look = np.array([looks.index(each) for each in civilians] or [0])[np.maximum(people.role, 0)]
    size = np.tile(2.0 * people.radius[:, None], 2)
    for unit in units:
        look[unit.rows] = looks.index(unit.type.look)
        if unit.type.vehicle is not None:
            size[unit.rows] = unit.type.vehicle.length, unit.type.vehicle.width
    groups = tuple(group.name for group in world.groups)
    return Cast(looks, look, people.unit.copy(), tuple(world.units), groups, people.radius, size)


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
        hurt=people.hurt.copy(),
        treated=people.treated.copy(),
        custody=people.custody != NOBODY,
        act=people.act.copy(),
        acts=ACTS,
        pressing=people.press > 0.0,
        running=np.hypot(*people.velocity.T) > RUNNING,
        units=tuple(unit_view(world, unit, seat) for unit in world.units.values()),
        scene=scene_of(world),
        talks=talks_of(world),
        arrests=arrests_of(world),
        events=events,
        meters=_meters(world) if aids or sees_all else None,
        crowding=_crowding(world) if aids or sees_all else None,
        mood=_mood(world) if sees_all else None,
        phase=world.script.phase if sees_all else None,
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


def _crowding(world: World) -> Crowding:
    p = world.people
    return Crowding(p.density.copy(), p.pressure.copy(), p.contact_force.copy())


def _mood(world: World) -> Mood:
    p = world.people
    return Mood(p.anger.copy(), p.fear.copy(), p.trust.copy(), p.unity.copy(), p.hostile.copy())
