"""Lapis ganti: one unit takes the place of another's line without opening it; doctrine.md 2.4."""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from game.rules import lanes, passage, slots
from game.rules.footing import PUSHED
from game.rules.formations.bersaf import DISTANCE, Bersaf
from game.rules.gap_meter import GapMeter
from game.rules.journey import SIDESTEP
from game.rules.tasks.be_relieved import BeRelieved
from game.world.events import Event
from game.world.names import UnitName
from game.world.people import Floats, Ints
from game.world.reason import Reason, reason
from game.world.units import Task, Unit
from game.world.world import TICK, World

READY_WITHIN = 4.0  # m from the rearmost of the line to who relieves it, when that begins; guess
RESERVE = 1.5  # m between the last rank of the new line and the relieved behind it; guess
OPEN = 0.10  # m, so near to their posts have they opened the lanes; guess
OPENS_WITHIN = 4.0  # s, then who is called goes as far as it is open; guess
PASSES_WITHIN = 8.0  # s for 2 m backward at 0.47 m/s, then who is stuck is called again; guess
GIVES_UP_AFTER = 120.0  # s, then it closes up, whoever is left before it; guess
CLEAR = 0.46  # m behind the last rank's middles, two bodies: one has passed; units.yaml
SETTLES_WITHIN = 15.0  # s to dress in the end; crowd-model.md 4 (reform 5 … 15 s)

Stage = Literal["open", "pass", "close"]


@dataclass(frozen=True)
class ReliefDone(Event):
    """A line has been relieved: its widest gap, how long it was open too wide, and who turned their back."""

    call: str
    whom: str
    seconds: float
    worst_gap: float  # m
    seconds_open: float  # s with a gap wider than 0.8 m
    back_seconds: float  # officer-seconds with the back to the front


@dataclass(kw_only=True)
class Relieve(Task):
    """Pass through the line of `whom` rank by rank, and stand as the line where it stood.

    The relief stands close behind the rank that leaves. It opens a lane behind every second man, between two shields;
    those step back through the lanes, then the others; the line is closed by who still stands in front and by who
    stands at his shoulders already.
    """

    whom: UnitName
    stage: Stage = "open"  # the lanes; "pass" through them; and again; "close" up once everyone has
    since: int = 0  # tick
    called: list[int] = field(default_factory=list)  # rows that step back now
    relieved: list[int] = field(default_factory=list)  # rows that have been called so far
    files: list[list[float]] = field(default_factory=list)  # (k, 2) m from the line, where the relief's first rank is
    meter: GapMeter = field(default_factory=GapMeter)

    @property
    def joins(self) -> str:
        return "" if self.stage == "close" else self.whom

    def begin(self, world: World, unit: Unit) -> Reason | None:
        whom = world.units[self.whom]
        why = cannot_relieve(world, unit, whom) or self._not_ready(world, unit, whom)
        if why is None:
            whom.take(BeRelieved(by=UnitName(unit.name)))
            self._call_rank(world, unit, whom)
        return why

    def step(self, world: World, unit: Unit) -> None:
        whom = world.units[self.whom]
        self.meter.read(world, (unit,) if self.stage == "close" else (whom, unit), (whom, unit))
        if self.stage == "open" and self._opened(world, unit):
            self._step_back(world, unit, whom)
        elif self.stage == "pass":
            stuck = self._stuck(world, unit, whom)
            if not stuck:
                self._call_rank(world, unit, whom)
            elif self._lasts(world) > PASSES_WITHIN:
                self._call_again(world, unit, whom, np.array(stuck))

    def steer(self, world: World, unit: Unit) -> None:
        if self.stage != "close":
            passage.shoulder_on(world, unit.rows)

    def done(self, world: World, unit: Unit) -> bool:
        both = unit, world.units[self.whom]
        settled = all(slots.settled(world, each) for each in both) or self._lasts(world) > SETTLES_WITHIN
        ends = self.stage == "close" and settled
        if ends:
            world.say(self._told(world, *both), actor=unit.name, place=unit.spot)
        return ends

    def pace(self, world: World, unit: Unit) -> float:
        return SIDESTEP

    def _not_ready(self, world: World, unit: Unit, whom: Unit) -> Reason | None:
        """Why the relief cannot begin from where `unit` stands, or None."""
        last = self._front(whom, world.people.position[slots.on_feet(world, whom)])[:, 0].min()
        ahead, aside = self._front(whom, unit.centre[None])[0]
        ready = isinstance(unit.formation, Bersaf) and last - READY_WITHIN < ahead < last and abs(aside) < READY_WITHIN
        return None if ready else reason("relief_not_behind", unit=unit.label, whom=whom.label)

    def _call_rank(self, world: World, unit: Unit, whom: Unit) -> None:
        """Call every second man of the rearmost rank that still stands; after the last, close up."""
        rank = self._rearmost(world, whom)
        if not len(rank):
            return self._close(world, unit, whom)
        places = self._front(whom, world.people.position[rank])
        second = lanes.every_second(places[:, 1])
        posts = lanes.posts(places[second, 1], self._width(world, unit))
        reached = self._front(whom, unit.centre[None])[0, 0]  # from where the relief never steps back
        depths = np.maximum(lanes.depths(posts, places), reached)
        return self._call(world, unit, whom, rank[second], np.column_stack([depths, posts]))

    def _call_again(self, world: World, unit: Unit, whom: Unit, stuck: Ints) -> None:
        """Open the lanes of `stuck` farther; after too long a time close up, whoever is left before the line."""
        if (world.tick - unit.begun) * TICK > GIVES_UP_AFTER:
            return self._close(world, unit, whom)
        files = np.array(self.files)
        files[:, 1] = lanes.opened(files[:, 1], self._front(whom, world.people.position[stuck])[:, 1])
        return self._call(world, unit, whom, stuck, files)

    def _call(self, world: World, unit: Unit, whom: Unit, called: Ints, files: Floats) -> None:
        """Those of the rows `called` are to step back as soon as the relief stands at `files` (k, 2)."""
        self.files, self.called = files.tolist(), called.tolist()
        self._stand(world, unit, whom, files)
        self._enter(world, "open")

    def _stand(self, world: World, unit: Unit, whom: Unit, files: Floats) -> None:
        """Give the relief its slots, with its first rank at `files` (k, 2) m from the front."""
        people, rows = world.people, slots.on_feet(world, unit)
        places = whom.centre + slots.turned(lanes.behind(files, len(rows)), whom.facing)
        chosen = slots.given_out(people.position[rows], places, 0.0)
        people.slot[rows] = world.ground.nearest_stand(places, unit.type.radius)[chosen]
        people.slot_heading[rows] = unit.facing = whom.facing
        unit.centre = whom.centre + slots.turned(files.mean(axis=0, keepdims=True), whom.facing)[0]

    def _step_back(self, world: World, unit: Unit, whom: Unit) -> None:
        """Those who are called go straight back through their lanes."""
        people, rows = world.people, np.array(self.called)
        people.slot[rows] = people.position[rows] - self._farther(world, unit) * _ahead(whom)
        self.relieved = sorted({*self.relieved, *self.called})
        self._enter(world, "pass")

    def _close(self, world: World, unit: Unit, whom: Unit) -> None:
        """Stand as the line, stepping up to where it was unless a crowd presses; the relieved form up behind it."""
        ahead, behind = _ahead(whom), float((whom.centre - unit.centre) @ _ahead(whom))
        pressed = bool((world.people.contact_force[unit.rows] > PUSHED).any())
        at = unit.centre + (0.0 if pressed else behind) * ahead
        slots.draw_up(world, whom, at - self._farther(world, unit) * ahead, whom.facing)
        slots.draw_up(world, unit, at, whom.facing)
        self._enter(world, "close")

    def _rearmost(self, world: World, whom: Unit) -> Ints:
        """Rows of the rearmost rank of `whom` that has not been called, from left to right."""
        rows = np.setdiff1d(slots.on_feet(world, whom), self.relieved)
        rank = np.round(-self._front(whom, world.people.slot[rows])[:, 0] / DISTANCE)
        last = rows[rank == rank.max(initial=0.0)]
        order: Ints = last[np.argsort(-self._front(whom, world.people.position[last])[:, 1], kind="stable")]
        return order

    def _opened(self, world: World, unit: Unit) -> bool:
        return bool((slots.lag(world, unit) <= OPEN).all()) or self._lasts(world) > OPENS_WITHIN

    def _stuck(self, world: World, unit: Unit, whom: Unit) -> list[int]:
        """Who was called and is not yet behind the last of the relief beside them."""
        people, called = world.people, np.array(self.called)
        called = called[people.up[called]]
        relief = self._front(whom, people.slot[slots.on_feet(world, unit)])
        here = self._front(whom, people.position[called])
        beside = np.abs(here[:, None, 1] - relief[:, 1]) <= lanes.BESIDE
        last = np.where(beside, relief[:, 0], np.inf).min(axis=1)
        rows: list[int] = called[here[:, 0] > last - CLEAR].tolist()
        return rows

    def _front(self, whom: Unit, points: Floats) -> Floats:
        """(k, 2) m of `points` (k, 2): ahead of the line of `whom`, and along it to its left."""
        return slots.turned(points - whom.centre, -whom.facing)

    def _width(self, world: World, unit: Unit) -> int:
        """How many stand side by side in the relief."""
        return int((unit.formation.places(len(slots.on_feet(world, unit)))[:, 0] == 0.0).sum())

    def _farther(self, world: World, unit: Unit) -> float:
        """M that the relieved stand farther back in the end."""
        return float(np.ptp(unit.formation.places(len(slots.on_feet(world, unit)))[:, 0])) + RESERVE

    def _enter(self, world: World, stage: Stage) -> None:
        self.stage, self.since = stage, world.tick

    def _lasts(self, world: World) -> float:
        return (world.tick - self.since) * TICK

    def _told(self, world: World, unit: Unit, whom: Unit) -> ReliefDone:
        return ReliefDone(
            call=unit.label,
            whom=whom.label,
            seconds=round((world.tick - unit.begun) * TICK, 1),
            worst_gap=round(self.meter.worst, 2),
            seconds_open=round(self.meter.seconds_open, 1),
            back_seconds=round(self.meter.back_seconds, 1),
        )


def _ahead(unit: Unit) -> Floats:
    """(2,) the way `unit` faces."""
    return np.array([np.cos(unit.facing), np.sin(unit.facing)])


def cannot_relieve(world: World, unit: Unit, whom: Unit) -> Reason | None:
    """Why `unit` cannot take over the line of `whom`, or None."""
    if whom is unit:
        return reason("relieves_itself", unit=unit.label)
    if not whom.type.in_line:
        return reason("not_a_line_unit", unit=whom.label)
    if _kit(unit) <= _kit(whom):
        return reason("relieves_with_no_more", unit=unit.label, whom=whom.label)
    if not (isinstance(whom.formation, Bersaf) and len(slots.on_feet(world, whom))) or whom.marches:
        return reason("stands_in_no_line", unit=whom.label)
    return None


def _kit(unit: Unit) -> float:
    """0 bare hands … 1, what `unit` can put between itself and a crowd."""
    return max(unit.type.gear.values())
