"""Units on the move that push people: told, judged and felt as the force it is."""

import numpy as np

from game.rules import force
from game.rules.threat import FULL_GEAR, HARD_HANDS, SOFT_HANDS
from game.world.bodies import Bodies
from game.world.people import Bools, Floats, Ints
from game.world.units import Unit
from game.world.world import TICK, World

SHOVE = 150.0  # N from officers that counts as being shoved: more than braced feet may hold between two; guess
FULL_SHOVE = 1000.0  # N at which a shove is as severe as can be; guess
ROOM_BEHIND = 5.0  # m behind a person who is pushed that must be free to go; as for water, doctrine.md 4.3
ASKED_EVERY = 0.5  # m along that way at which a shut exit is looked for; guess


def judge(world: World) -> None:
    """Once a second: each unit on the move that pushes people has used force on them."""
    assert world.bodies is not None  # contact.move has run
    for unit in world.units.values():
        if unit.marches:
            hit, shoved = _pushed_by(world, unit, world.bodies)
            if len(hit):
                _use(world, unit, hit, float(shoved.mean()))


def _use(world: World, unit: Unit, hit: Ints, mean: float) -> None:
    place = world.people.position[hit].mean(axis=0)
    force.use(
        world,
        unit,
        "push",
        level=HARD_HANDS if unit.type.gear[unit.posture] >= FULL_GEAR else SOFT_HANDS,
        place=place,
        radius=float(np.hypot(*(world.people.position[hit] - place).T).max()),
        severity=min(mean / FULL_SHOVE, 1.0),
        hit=hit,
        faults=("no_room_behind",) if _cornered(world, unit, hit).any() else (),
    )


def _pushed_by(world: World, unit: Unit, bodies: Bodies) -> tuple[Ints, Floats]:
    """Rows of the civilians whom officers of `unit` press harder than SHOVE, and the N on each.

    Whom officers lead through their ranks is brushed against, not pushed.
    """
    people, pairs, pressed = world.people, bodies.pairs, bodies.impulse / TICK
    ours: Bools = np.append(people.unit == unit.index, False)  # the last stands for the wall, row -1
    theirs: Bools = np.append(people.free & ~people.escorted, False)
    first, second = pairs[:, 0], pairs[:, 1]
    shoved = np.zeros(len(people))
    for officer, civilian in ((first, second), (second, first)):
        met = ours[officer] & theirs[civilian]
        shoved += np.bincount(civilian[met], pressed[met], len(people))
    hit: Ints = np.flatnonzero(shoved > SHOVE)
    return hit, shoved[hit]


def _cornered(world: World, unit: Unit, hit: Ints) -> Bools:
    """(k,) who of `hit` (k,) has a wall or a shut exit so near behind that there is no way to go back."""
    here = world.people.position[hit]
    ahead = np.array([np.cos(unit.facing), np.sin(unit.facing)])
    behind = here + ROOM_BEHIND * ahead
    walled = ~(world.ground.inside(behind) & world.ground.sees(here, behind))
    for far in np.arange(ASKED_EVERY, ROOM_BEHIND, ASKED_EVERY):
        for name in world.exits_shut:
            walled |= world.ground.exits[name].contains(here + far * ahead)
    return walled
