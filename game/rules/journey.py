"""The march of a unit from where it stands to where it shall stand: what moving and forming up share."""

import abc
from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.rules import slots
from game.world.people import Floats
from game.world.reason import Reason, reason
from game.world.units import Task, Unit
from game.world.world import TICK, TICKS_PER_SECOND, World

STEP = 3 * TICK  # s between two steps of a task: 10 Hz; advance.py
SIDESTEP = 0.47  # m/s backward and sideways; doctrine.md 2.3
RUN_AT_MOST = 50.0  # m at a run, then in step; crowd-model.md 4
SHUFFLE = 3.0  # m, within which everyone simply steps over to the new slot; guess
TURN_FROM = 10.0  # m, a shorter way is stepped backward or sideways, a longer one marched facing it; guess
OBLIQUE = 0.8  # rad off the front up to which one marches on without turning; guess
CROWD_NEAR = 15.0  # m in front of the unit; nearer than that nobody turns their back; doctrine.md 2.6, value: guess
CROWD = 5  # people who make a crowd not to turn one's back on; guess
WAIT_BEYOND = 2.0  # m that a tenth of the unit lags when the others wait for it; guess
DRESS_TIME = 15.0  # s to dress at the most; crowd-model.md 4 (reform 5 … 15 s)
CATCH_UP = 1.25  # times the pace of the march for who lags behind it; guess
SWAP_EVERY = 2 * TICKS_PER_SECOND  # ticks between two times of giving the slots out again; guess
PATIENCE = 60.0, 3.0  # s, and times the time a free march would take, until a unit reports what it has; guess

Stage = Literal["dress", "march", "follow", "close"]


@dataclass(kw_only=True)
class Journey(Task, abstract=True):
    """To a place and into formation there: dress, march as one body, close up; or follow the way round walls."""

    stage: Stage = "dress"
    since: int = 0  # tick at which the stage began
    until: int = 0  # tick at which it reports what it has
    heading: float = 0.0  # rad, at the end
    marched: float = 0.0  # m

    @abc.abstractmethod
    def target(self, unit: Unit) -> tuple[Floats, float | None]:
        """(2,) m where the front's middle goes, and rad it faces there, None as it comes."""

    @abc.abstractmethod
    def arrive(self, world: World, unit: Unit) -> None:
        """Take up the last slots, at the target."""

    @property
    def hurries(self) -> bool:
        """Whether it runs."""
        return False

    def begin(self, world: World, unit: Unit) -> Reason | None:
        at, heading = self.target(unit)
        way = at - unit.centre
        far = float(np.hypot(way[0], way[1]))
        front = self._front(world, unit, way, far)
        self.heading = front if heading is None else heading
        self._allow_time(world, far)
        if far <= SHUFFLE:
            self._close(world, unit)
        elif self._clear(world, unit, way, front):
            unit.goal = at
            self._enter(world, "dress")
            slots.draw_up(world, unit, unit.centre, front)
        elif np.isinf(world.ground.field_to_point(at).distance(unit.centre[None])[0]):
            return reason("unreachable", unit=unit.label)
        else:
            self._follow(world, unit, at)
        return None

    def step(self, world: World, unit: Unit) -> None:
        if self.stage == "dress" and (slots.dressed(world, unit) or self._stage_lasts(world) > DRESS_TIME):
            self._enter(world, "march")
        if self.stage == "march":
            self._march(world, unit)
        if self.stage in ("follow", "close") and self._time_to_swap(world, unit):
            self.arrive(world, unit)
        if self.stage == "follow":
            self._gather(world, unit)

    def done(self, world: World, unit: Unit) -> bool:
        return (self.stage == "close" and slots.settled(world, unit)) or world.tick >= self.until

    def pace(self, world: World, unit: Unit) -> float:
        return self._unit_pace(world, unit) * (CATCH_UP if self.stage == "march" else 1.0)

    def _unit_pace(self, world: World, unit: Unit) -> float:
        return unit.pace(world.people, self.hurries and self.marched < RUN_AT_MOST)

    def _front(self, world: World, unit: Unit, way: Floats, far: float) -> float:
        """Rad the unit faces while it marches: the way, unless that turned its back on a crowd or hardly pays."""
        if far <= TURN_FROM or off_front(unit, way) <= OBLIQUE or faces_a_crowd(world, unit):
            return unit.facing
        return float(np.arctan2(way[1], way[0]))

    def _clear(self, world: World, unit: Unit, way: Floats, front: float) -> bool:
        """Whether the whole formation can march straight, every officer on their own line."""
        start = slots.laid_out(unit.formation, len(slots.on_feet(world, unit)), unit.centre, front)
        free = world.ground.stands(np.concatenate([start, start + way]), unit.type.radius)
        return bool(free.all() and world.ground.sees(start, start + way).all())

    def _allow_time(self, world: World, far: float) -> None:
        allowance, times = PATIENCE
        self.until = world.tick + round((allowance + times * far / SIDESTEP) * TICKS_PER_SECOND)

    def _enter(self, world: World, stage: Stage) -> None:
        self.stage, self.since = stage, world.tick

    def _stage_lasts(self, world: World) -> float:
        return (world.tick - self.since) * TICK

    def _time_to_swap(self, world: World, unit: Unit) -> bool:
        """Whether to give the slots out again: who is kept from theirs by a comrade takes the comrade's."""
        due = (world.tick - self.since) % SWAP_EVERY == 0 and world.tick > self.since
        return due and not slots.in_place(world, unit).all()

    def _march(self, world: World, unit: Unit) -> None:
        """Move centre and slots on by one step, unless the unit lags; at the goal close up."""
        assert unit.goal is not None
        way = unit.goal - unit.centre
        far = float(np.hypot(way[0], way[1]))
        if far < 1e-6:
            return self._close(world, unit)
        if np.quantile(slots.lag(world, unit), slots.DRESSED) > WAIT_BEYOND:
            return None
        if self._may_turn(world, unit, way, far):
            self.begin(world, unit)
            return None
        forward = way / far * min(far, STEP * self._speed(world, unit, way))
        unit.centre = unit.centre + forward
        world.people.slot[slots.on_feet(world, unit)] += forward
        self.marched += float(np.hypot(forward[0], forward[1]))
        return None

    def _may_turn(self, world: World, unit: Unit, way: Floats, far: float) -> bool:
        """Whether a unit that steps back has left the crowd behind and still has far to go."""
        return off_front(unit, way) > OBLIQUE and far > TURN_FROM and not faces_a_crowd(world, unit)

    def _speed(self, world: World, unit: Unit, way: Floats) -> float:
        """m/s of the march: in step forward, short steps backward and sideways."""
        pace = self._unit_pace(world, unit)
        return pace if off_front(unit, way) <= OBLIQUE else min(SIDESTEP, pace)

    def _follow(self, world: World, unit: Unit, at: Floats) -> None:
        """Give out the slots at the target now; each follows the way there."""
        self._enter(world, "follow")
        self.arrive(world, unit)
        unit.goal = at

    def _gather(self, world: World, unit: Unit) -> None:
        """The unit is where its people are, until nearly all stand in their slots."""
        assert unit.goal is not None
        rows = slots.on_feet(world, unit)
        unit.centre = unit.goal + (world.people.position[rows] - world.people.slot[rows]).mean(axis=0)
        if slots.dressed(world, unit):
            self._enter(world, "close")
            unit.centre = unit.goal

    def _close(self, world: World, unit: Unit) -> None:
        self._enter(world, "close")
        unit.goal = None
        self.arrive(world, unit)


def off_front(unit: Unit, way: Floats) -> float:
    """Rad between where `unit` faces and `way` (2,)."""
    return abs(slots.turn_between(unit.facing, float(np.arctan2(way[1], way[0]))))


def faces_a_crowd(world: World, unit: Unit) -> bool:
    """Whether people stand so near in front of `unit` that it must not turn its back on them."""
    people = world.people
    away = slots.turned(people.position[people.up & people.civilian] - unit.centre, -unit.facing)
    before = (away[:, 0] > 0.0) & (np.hypot(away[:, 0], away[:, 1]) <= CROWD_NEAR)
    return int(before.sum()) >= CROWD
