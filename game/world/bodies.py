"""People as circles that push each other, vehicles as boxes: pymunk, behind numpy. The only file that imports it.

The arrays of People are the truth at every tick: they go in, one step is made, they come out.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pymunk
from pymunk import autogeometry, batch

from game.world.catalogue import Vehicle
from game.world.compiled import compiled
from game.world.contacts import Ids, met
from game.world.ground import Ground
from game.world.people import NOBODY, Bools, Floats, Ints, People
from game.world.vectors import at_most, nonzero
from game.world.wheels import vehicles
from game.world.world import TICK, World

ITERATIONS = 10  # solver passes a tick: 2,000 people at 6 /m² overlap by at most 2 cm; measured, walking.md 2
SLOP = 0.01  # m of overlap left alone; pymunk's own 0.1 would be 10 cm
PERSISTENCE = 1  # ticks a contact is remembered: only those of this very tick are told
FASTEST = 8.0  # m/s, nobody on foot is faster, whatever pushes; guess (a sprinter makes 10)
RIM = 5.0  # m, thickness of the wall round the ground: no step passes it; guess
PARKED = 2.0  # m between those who are not there, so that they do not crowd one leaf of the tree; guess
FLATTEST = 1e-3  # m by which a corner may be dented and the polygon still count as convex; guess

ARM = 0.1  # m, half of how thick an arm or a shield closes a gap; guess
GRIP = 1300.0  # N with which two hold on to each other, arms linked or shields locked: twice what one bears; guess
ARM_STEP = 0.02  # m by which an arm follows who sways, so that a line at rest costs nothing; guess

STANDS = 1e-3  # m/s, slower than which a vehicle's brakes are on; guess
IMMOVABLE = 1e6  # kg of a vehicle to the engine: it goes where it is driven, and whoever meets it meets a wall; guess

CIVILIANS, OFFICERS, ARMS, WALLS, VEHICLES = 1, 2, 4, 8, 16
TOUCHES_NOTHING = pymunk.ShapeFilter(categories=0, mask=0)
CIVILIAN, OFFICER = pymunk.ShapeFilter(categories=CIVILIANS), pymunk.ShapeFilter(categories=OFFICERS)
VEHICLE = pymunk.ShapeFilter(categories=VEHICLES, mask=CIVILIANS | OFFICERS)  # its driver minds walls and vehicles
FILTERS = {0: TOUCHES_NOTHING, CIVILIANS: CIVILIAN, OFFICERS: OFFICER, VEHICLES: VEHICLE}
WALL = pymunk.ShapeFilter(categories=WALLS)
IN_THE_WAY = pymunk.ShapeFilter(categories=ARMS, mask=CIVILIANS)  # comrades and other units pass
STATE, FORCE = batch.BodyFields.POSITION | batch.BodyFields.VELOCITY, batch.BodyFields.FORCE
CONTACT = batch.ArbiterFields.BODY_A_ID | batch.ArbiterFields.BODY_B_ID | batch.ArbiterFields.TOTAL_IMPULSE


@dataclass(frozen=True)
class Closed:
    """Where officers have closed their ranks."""

    pairs: Ints  # (l, 2) rows who each reach out halfway to the other
    holds: Floats  # (l,) m to which the two hold on to each other; 0 for who just stand, and may be pushed back alone
    flanks: Ints  # (f,) rows who reach out to the wall beside them
    to_wall: Floats  # (f, 2) m from their middle to it


class Bodies:
    """One circle, or the box of a vehicle, per row of People, in the order of the rows, and the walls.

    Kept in the engine's own tree: a spatial hash took 0.52 ms a step for 420 people who walk, the tree 0.20; measured.
    """

    def __init__(self, people: People, ground: Ground, boxes: Mapping[int, Vehicle]) -> None:
        """Build everything anew, `boxes` by their rows; two builds from equal arrays go on bit for bit alike."""
        self._space = pymunk.Space()
        self._space.iterations = ITERATIONS
        self._space.collision_slop = SLOP
        self._space.collision_persistence = PERSISTENCE
        self._gates: dict[str, list[pymunk.Shape]] = {}
        self._wall_in(ground)
        self._boxes = boxes
        self._lies: dict[int, float] = {}  # row of a vehicle → rad at which it does
        self._shapes: list[pymunk.Shape] = []
        self._feet: list[pymunk.Constraint] = []
        self._arms: dict[
            tuple[int, int], pymunk.Segment
        ] = {}  # (row, row of whom it reaches halfway toward, or NOBODY for a wall)
        self._ties: dict[tuple[int, int], pymunk.Constraint] = {}  # the two who hold on to each other
        self._reach: dict[tuple[int, int], tuple[float, float]] = {}  # the same → m to its end
        self._kind = self._kinds(people)  # (n,) a key of FILTERS for each
        self._hold = np.zeros(len(people))
        self._down = np.zeros(len(people), dtype=np.bool_)  # whose feet the engine has been told of
        self._half_width = people.half_width
        self._park = np.column_stack([-RIM * 2 - PARKED * np.arange(len(people)), np.full(len(people), -RIM * 2)])
        self._put_up(people)
        rows = len(people) + 1  # the walls' own body is the last
        self._state, self._force = np.zeros((rows, 4)), np.zeros((rows, 2))  # as the engine has them
        self._from_engine, self._contacts = batch.Buffer(), batch.Buffer()
        self._state_to_engine, self._force_to_engine = batch.Buffer(), batch.Buffer()
        self._state_to_engine.set_float_buf(self._state)
        self._force_to_engine.set_float_buf(self._force)
        self.lost: Ints = np.empty((0, 2), dtype=np.int64)  # (k, 2) rows who held on to each other until lately
        self.pairs: Ints = np.empty((0, 2), dtype=np.int64)  # (c, 2) rows that touched, -1 a wall
        self.impulse: Floats = np.empty(0)  # (c,) N s that each pair exchanged in the latest tick

    @classmethod
    def of(cls, world: World) -> "Bodies":
        """The bodies of everyone `world` can ever bring."""
        return cls(world.people, world.ground, vehicles(world))

    def step(self, people: People, force: Floats, hold: Floats) -> None:
        """Let one tick pass: `force` (n, 2) N pushes each, up to `hold` (n,) N of any push goes into the feet.

        A vehicle's brakes hold whatever pushes while it stands.
        """
        self._let_in_and_out(people)
        self._turn_shoulders(people.half_width)
        self._brace(people, force, self._with_brakes(hold, people.velocity))
        self._turn(people.heading)
        self._send(people, force)
        self.step_engine()
        self._receive(people)
        self._note_contacts()

    def close_gaps(self, people: People, closed: Closed) -> None:
        """Let no civilian through where officers have `closed` ranks, and let those hold on to each other who do."""
        self._hold_on(closed)
        pairs = closed.pairs
        both = np.concatenate(
            [pairs, pairs[:, ::-1], np.column_stack([closed.flanks, np.full(len(closed.flanks), NOBODY)])]
        )
        halfway = (people.position[pairs[:, 1]] - people.position[pairs[:, 0]]) / 2.0
        reach = np.round(np.concatenate([halfway, -halfway, closed.to_wall]) / ARM_STEP) * ARM_STEP
        now = {(row, other): (x, y) for (row, other), (x, y) in zip(both.tolist(), reach.tolist(), strict=True)}
        for gone in [arm for arm in self._arms if arm not in now]:
            self._space.remove(self._arms.pop(gone))
        for arm, end in now.items():
            if self._reach.get(arm) != end:
                self._reach_out(arm, end)
        self._reach = now

    def _reach_out(self, arm: tuple[int, int], end: tuple[float, float]) -> None:
        if arm in self._arms:
            return self._arms[arm].unsafe_set_endpoints((0.0, 0.0), end)
        self._arms[arm] = pymunk.Segment(self._shapes[arm[0]].body, (0.0, 0.0), end, ARM)
        self._arms[arm].filter = IN_THE_WAY
        return self._space.add(self._arms[arm])

    def _hold_on(self, closed: Closed) -> None:
        """Tie who holds on to whom: beyond the reach of their arms, with up to GRIP."""
        now = {(a, b): r for (a, b), r in zip(closed.pairs.tolist(), closed.holds.tolist(), strict=True) if r > 0.0}
        lost = [tie for tie in self._ties if tie not in now]
        self.lost = np.array(lost, dtype=np.int64).reshape(-1, 2)
        for gone in lost:
            self._space.remove(self._ties.pop(gone))
        for (a, b), far in now.items():
            if (a, b) not in self._ties:
                ends = self._shapes[a].body, self._shapes[b].body
                tie = self._ties[a, b] = pymunk.SlideJoint(*ends, (0.0, 0.0), (0.0, 0.0), 0.0, far)
                tie.max_force, tie.collide_bodies = GRIP, True
                self._space.add(tie)

    def step_engine(self) -> None:
        """The engine's own part of a tick, without our exchange of arrays: the floor that `bench` compares with."""
        self._space.step(TICK)

    def _wall_in(self, ground: Ground) -> None:
        width, depth = ground.size
        for a, b in (
            ((0, 0), (width, 0)),
            ((width, 0), (width, depth)),
            ((width, depth), (0, depth)),
            ((0, depth), (0, 0)),
        ):
            along = np.subtract(b, a) / max(math.dist(a, b), RIM)
            out = RIM * np.array([along[1], -along[0]])
            start, end = a - RIM * along, b + RIM * along
            self._add_wall(np.array([start, end, end + out, start + out]))
        for polygon in ground.walls:
            for part in convex_parts(polygon):
                self._add_wall(part)
        self.shut(ground)

    def shut(self, ground: Ground) -> None:
        """Put up the gates that are shut now, take away those that are not."""
        if ground.shut == self._gates.keys():
            return
        for name in sorted(self._gates.keys() - ground.shut):
            self._space.remove(*self._gates.pop(name))
        for name in sorted(ground.shut - self._gates.keys()):
            self._gates[name] = [self._add_wall(strip) for strip in ground.gates[name].strips]

    def _add_wall(self, polygon: Floats) -> pymunk.Shape:
        wall = pymunk.Poly(self._space.static_body, polygon.tolist())
        wall.filter = WALL
        self._space.add(wall)
        return wall

    def _put_up(self, people: People) -> None:
        # Each where it belongs: the tree notes every two that meet while they come in, 2.5 GB for 9,900 in one point.
        places = np.where(people.present[:, None], people.position, self._park).tolist()
        rows = zip(people.mass.tolist(), people.half_width.tolist(), self._kind.tolist(), places, strict=True)
        for row, (mass, radius, kind, place) in enumerate(rows):
            box = self._boxes.get(row)
            body = pymunk.Body(IMMOVABLE if box else mass, math.inf)  # nobody spins
            body.position = place[0], place[1]
            shape = pymunk.Poly.create_box(body, (box.length, box.width)) if box else pymunk.Circle(body, radius)
            shape.filter = FILTERS[kind]
            # A joint that may not pull back, only resist: dry friction of the feet inside the solver.
            feet = pymunk.PivotJoint(self._space.static_body, body, (0.0, 0.0), (0.0, 0.0))
            feet.max_bias = 0.0
            feet.max_force = 0.0
            self._space.add(body, shape)
            self._shapes.append(shape)
            self._feet.append(feet)
        ids = np.array([shape.body.id for shape in self._shapes], dtype=np.uintp)  # type: ignore[union-attr]
        order = np.argsort(ids)  # the engine names bodies by their address
        self._ids: Ids = np.append(ids[order], np.iinfo(np.uintp).max)
        self._row_of: Ints = np.append(order, NOBODY)

    def _kinds(self, people: People) -> Ints:
        """(n,) whose body each is; who is held or escorted passes arms as officers do, for they lead the way."""
        led = (people.custody != NOBODY) | people.escorted
        kinds: Ints = np.where(people.civilian & ~led, CIVILIANS, OFFICERS)
        kinds[list(self._boxes)] = VEHICLES
        return kinds

    def _turn(self, heading: Floats) -> None:
        """Lay the vehicles as they will stand when the tick is over: a step moves bodies, then looks who meets."""
        for row in self._boxes:
            angle = float(heading[row])
            if self._lies.get(row) != angle:
                body = self._shapes[row].body
                assert body is not None  # it was given one
                body.angle = self._lies[row] = angle

    def _let_in_and_out(self, people: People) -> None:
        """Who is not there touches nothing."""
        kind = self._kinds(people) * people.present
        for row in np.flatnonzero(kind != self._kind).tolist():
            self._shapes[row].filter = FILTERS[int(kind[row])]
        self._kind = kind

    def _with_brakes(self, hold: Floats, velocity: Floats) -> Floats:
        if not self._boxes:
            return hold
        wheels = list(self._boxes)
        held = hold.copy()
        held[wheels] = np.where(np.hypot(velocity[wheels, 0], velocity[wheels, 1]) < STANDS, np.inf, 0.0)
        return held

    def _turn_shoulders(self, half_width: Floats) -> None:
        """Who turns sideways needs less room, `half_width` (n,) m."""
        for row in np.flatnonzero(half_width != self._half_width).tolist():
            shape = self._shapes[row]
            if isinstance(shape, pymunk.Circle):
                shape.unsafe_set_radius(half_width[row])
        self._half_width = half_width

    def _brace(self, people: People, force: Floats, hold: Floats) -> None:
        """Let feet hold; those that have nothing to hold yet cost nothing: 5,000 idle took half of a step; measured."""
        new = np.flatnonzero((hold > 0.0) & ~self._down)
        moved = people.contact_force[new] > 0.0
        moved |= nonzero(people.velocity[new]) | nonzero(force[new])
        for row in new[moved].tolist():
            self._space.add(self._feet[row])
            self._down[row] = True
        for row in np.flatnonzero(hold != self._hold).tolist():
            self._feet[row].max_force = hold[row]
        self._hold = hold

    def _send(self, people: People, force: Floats) -> None:
        """Push everyone, and move whom something else than the engine has moved: telling of all takes twice as long."""
        if _give_state(people.position, people.velocity, people.present, self._park, self._state):
            batch.set_space_bodies(self._space, STATE, self._state_to_engine)
        _give_force(force, people.present, self._force)
        batch.set_space_bodies(self._space, FORCE, self._force_to_engine)

    def _receive(self, people: People) -> None:
        self._from_engine.clear()
        batch.get_space_bodies(self._space, STATE, self._from_engine)
        self._state[:] = np.frombuffer(self._from_engine.float_buf()).reshape(-1, 4)
        people.position, people.velocity = _take(self._state, people.present, people.position)

    def _note_contacts(self) -> None:
        """By rows, for the engine tells contacts in the order of memory addresses."""
        self._contacts.clear()
        batch.get_space_arbiters(self._space, CONTACT, self._contacts)
        ids = np.frombuffer(self._contacts.int_buf(), dtype=np.uintp)
        given = np.frombuffer(self._contacts.float_buf()).reshape(-1, 2)
        self.pairs, self.impulse = met(ids, given, self._ids, self._row_of)


@compiled
def _give_state(position: Floats, velocity: Floats, present: Bools, park: Floats, state: Floats) -> bool:
    """Fill in `state` (n + 1, 4) m and m/s, at rest in the `park` (n, 2) m who is not there; whether that alters it."""
    altered = False
    for i in range(len(present)):
        for axis in range(2):
            place = position[i, axis] if present[i] else park[i, axis]
            speed = velocity[i, axis] if present[i] else 0.0
            altered |= state[i, axis] != place or state[i, 2 + axis] != speed
            state[i, axis], state[i, 2 + axis] = place, speed
    return altered


@compiled
def _give_force(force: Floats, present: Bools, into: Floats) -> None:
    """Fill in `into` (n + 1, 2) N on everyone who is there."""
    for i in range(len(present)):
        for axis in range(2):
            into[i, axis] = force[i, axis] if present[i] else 0.0


@compiled
def _take(state: Floats, present: Bools, before: Floats) -> tuple[Floats, Floats]:
    """(n, 2) m and (n, 2) m/s, at most FASTEST, out of `state` (n + 1, 4); who is not there stays as `before`."""
    position, velocity = before.copy(), np.zeros(before.shape)
    for i in np.flatnonzero(present):
        position[i, 0], position[i, 1] = state[i, 0], state[i, 1]
        velocity[i, 0], velocity[i, 1] = at_most(FASTEST, state[i, 2], state[i, 3])
    return position, velocity


def convex_parts(polygon: Floats) -> list[Floats]:
    """Convex polygons (m, 2) that together are `polygon` (m, 2): the engine knows no dents."""
    forth, back = np.roll(polygon, -1, axis=0) - polygon, polygon - np.roll(polygon, 1, axis=0)
    turns = back[:, 0] * forth[:, 1] - back[:, 1] * forth[:, 0]
    if (turns >= -FLATTEST).all() or (turns <= FLATTEST).all():
        return [polygon]
    rim = polygon if turns.sum() > 0 else polygon[::-1]
    closed = [*rim.tolist(), rim[0].tolist()]
    return [np.array(part) for part in autogeometry.convex_decomposition(closed, FLATTEST)]
