"""Lapis ganti: one unit takes the place of another's line without opening it; doctrine.md 2.4."""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from game.rules import lanes, passage, ranks, slots
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
IN_THE_INTERVALS = 0.10  # m, so near to them does the relief stand before a rank is called back; guess
COMES_UP_WITHIN = 6.0  # s, then the rank is called however it stands; guess
PASSES_WITHIN = 20.0  # s for 2 m backward at 0.47 m/s, and a push in the way; guess
CLEAR = 0.46  # m behind the last rank's middles, two bodies: one has passed; units.yaml
SETTLES_WITHIN = 15.0  # s to dress in the end; crowd-model.md 4 (reform 5 … 15 s)

Stage = Literal["up", "back", "close"]


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

    The relief comes up into the intervals of the rearmost rank, half turned behind the shields, close at its
    shoulders. Then that rank steps back, sideways between two shields; the relief comes up behind the next. When the
    front rank leaves, the line behind it is closed already. Tried and given up: letting every second man through doors
    opened wide; under a push the doors could not be shifted to the others, and the crowd came through them.
    """

    whom: UnitName
    stage: Stage = "up"  # behind a rank; it steps "back"; and again; "close" once all have
    since: int = 0  # tick
    called: list[int] = field(default_factory=list)  # rows of the rank that steps back
    relieved: list[int] = field(default_factory=list)  # rows that have been called so far
    meter: GapMeter = field(default_factory=GapMeter)

    @property
    def joins(self) -> str:
        return "" if self.stage == "close" else self.whom

    def begin(self, world: World, unit: Unit) -> Reason | None:
        whom = world.units[self.whom]
        why = cannot_relieve(world, unit, whom) or self._not_ready(world, unit, whom)
        if why is None:
            whom.take(BeRelieved(by=UnitName(unit.name)))
            self.meter.reaches = ranks.half_front(world, whom)
            self._come_up(world, unit, whom)
        return why

    def step(self, world: World, unit: Unit) -> None:
        whom = world.units[self.whom]
        self.meter.read(world, (unit,) if self.stage == "close" else (whom, unit), (whom, unit))
        if self.stage != "close" and not self._is_followed(whom):
            self._close(world, unit, whom)
        elif self.stage == "up" and self._is_up(world, unit):
            self._call_back(world, unit, whom)
        elif self.stage == "back" and self._has_passed(world, unit, whom):
            self._come_up(world, unit, whom)

    def steer(self, world: World, unit: Unit) -> None:
        if self.stage == "up":
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
        last = _front(whom, world.people.position[slots.on_feet(world, whom)])[:, 0].min()
        ahead, aside = _front(whom, unit.centre[None])[0]
        ready = isinstance(unit.formation, Bersaf) and last - READY_WITHIN < ahead < last and abs(aside) < READY_WITHIN
        return None if ready else reason("relief_not_behind", unit=unit.label, whom=whom.label)

    def _is_followed(self, whom: Unit) -> bool:
        """Whether `whom` still does what the relief calls; another order may have come."""
        return any(isinstance(task, BeRelieved) for task in (whom.task, *whom.queue))

    def _come_up(self, world: World, unit: Unit, whom: Unit) -> None:
        """Into the intervals of the rearmost rank that still stands; after the last, close up."""
        rank = _rearmost(world, whom, self.relieved)
        if not len(rank):
            return self._close(world, unit, whom)
        slot, here = (_front(whom, points[rank]) for points in (world.people.slot, world.people.position))
        posts = lanes.posts(slot[:, 1], slots.abreast(world, unit))
        reached = _front(whom, unit.centre[None])[0, 0]  # from where the relief never steps back
        _stand(world, unit, whom, np.column_stack([np.maximum(lanes.depths(posts, here), reached), posts]))
        self.called = rank.tolist()
        return self._enter(world, "up")

    def _call_back(self, world: World, unit: Unit, whom: Unit) -> None:
        """The rank goes straight back through the intervals."""
        people, rows = world.people, np.array(self.called)
        people.slot[rows] = people.position[rows] - _farther(world, unit) * _ahead(whom)
        self.relieved += self.called
        self._enter(world, "back")

    def _close(self, world: World, unit: Unit, whom: Unit) -> None:
        """Stand as the line, where it stood unless a crowd presses; the relieved form up behind it."""
        pressed = bool((world.people.contact_force[unit.rows] > PUSHED).any())
        at = unit.centre if pressed else whom.centre.copy()
        if self._is_followed(whom):
            slots.draw_up(world, whom, at - _farther(world, unit) * _ahead(whom), whom.facing)
        slots.draw_up(world, unit, at, unit.facing)
        self._enter(world, "close")

    def _is_up(self, world: World, unit: Unit) -> bool:
        stands = bool((slots.lag(world, unit) <= IN_THE_INTERVALS).all())
        return stands or self._lasts(world) > COMES_UP_WITHIN

    def _has_passed(self, world: World, unit: Unit, whom: Unit) -> bool:
        """Whether all who were called are behind the last of the relief beside them."""
        people, called = world.people, np.array(self.called)
        relief = _front(whom, people.slot[slots.on_feet(world, unit)])
        here = _front(whom, people.position[called[people.up[called]]])
        beside = np.abs(here[:, None, 1] - relief[:, 1]) <= lanes.BESIDE
        last = np.where(beside, relief[:, 0], np.inf).min(axis=1, initial=np.inf)
        return bool((here[:, 0] < last - CLEAR).all()) or self._lasts(world) > PASSES_WITHIN

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
    if (count := len(slots.on_feet(world, unit))) < (front := slots.abreast(world, whom)):
        return reason("relief_too_short", unit=unit.label, whom=whom.label, count=count, front=front)
    return None


def _kit(unit: Unit) -> float:
    """0 bare hands … 1, what `unit` can put between itself and a crowd."""
    return max(unit.type.gear.values())


def _rearmost(world: World, whom: Unit, relieved: list[int]) -> Ints:
    """Rows of the rearmost rank of `whom` without who is `relieved`, from left to right."""
    rows = np.setdiff1d(slots.on_feet(world, whom), relieved)
    slot = _front(whom, world.people.slot[rows])
    rank = np.round(-slot[:, 0] / DISTANCE)
    last = rank == rank.max(initial=0.0)
    order: Ints = rows[last][np.argsort(-slot[last, 1], kind="stable")]
    return order


def _stand(world: World, unit: Unit, whom: Unit, files: Floats) -> None:
    """Give the relief its slots, with its first rank at `files` (k, 2) m from the front."""
    people, rows = world.people, slots.on_feet(world, unit)
    places = whom.centre + slots.turned(lanes.behind(files, len(rows)), whom.facing)
    chosen = slots.given_out(people.position[rows], places, 0.0)
    people.slot[rows] = world.ground.nearest_stand(places, unit.type.radius)[chosen]
    people.slot_heading[rows] = unit.facing = whom.facing
    unit.centre = whom.centre + slots.turned(files.mean(axis=0, keepdims=True), whom.facing)[0]


def _front(whom: Unit, points: Floats) -> Floats:
    """(k, 2) m of `points` (k, 2): ahead of the line of `whom`, and along it to its left."""
    return slots.turned(points - whom.centre, -whom.facing)


def _farther(world: World, unit: Unit) -> float:
    """M that the relieved stand farther back in the end."""
    return float(np.ptp(unit.formation.places(len(slots.on_feet(world, unit)))[:, 0])) + RESERVE


def _ahead(unit: Unit) -> Floats:
    """(2,) the way `unit` faces."""
    return np.array([np.cos(unit.facing), np.sin(unit.facing)])
