"""Who was seen doing what: officers see acts, never roles, and can lose a person in the crowd."""

from dataclasses import dataclass

import numpy as np

from game.rules.senses import feeling
from game.world.custody import Sighting
from game.world.events import Event
from game.world.grid import Near
from game.world.people import NOBODY, Ints
from game.world.senses import perceived
from game.world.world import TICKS_PER_SECOND, World

SEES_WITHIN = 40.0  # m at which an officer makes out who did it; guess
EYES = 2  # of the nearest officers, who may each have a free view: more hardly ever see what these two do not; guess
FORGETS = 60 * TICKS_PER_SECOND  # ticks after which somebody lost from sight is lost in the crowd; guess
AGAIN = 10 * TICKS_PER_SECOND  # ticks between two sightings of the same act of one person; guess
AT_LINE = 1.2  # m to an officer at which pushing is felt: two bodies and an arm; guess


@dataclass(frozen=True, kw_only=True)
class ActSeen(Event):
    """A unit saw somebody do what is forbidden; the actor is the unit."""

    person: int  # row
    act: str
    seen_by: str


def note(world: World, rows: Ints, act: str) -> None:
    """Those of `rows` whom an officer sees doing `act` now are remembered, each at most once in ten seconds.

    Of one person and act the latest sighting is kept: a riot of a quarter of an hour would fill thousands.
    """
    lately = {known.person for known in world.sightings if known.act == act and world.tick - known.tick < AGAIN}
    rows = np.array([row for row in rows.tolist() if row not in lately], dtype=np.int64)
    eyes = _seen_by(world, rows)
    seen = eyes != NOBODY
    again = set(rows[seen].tolist())
    world.sightings = [known for known in world.sightings if known.act != act or known.person not in again]
    units = list(world.units)
    for row, unit in zip(rows[seen].tolist(), world.people.unit[eyes[seen]].tolist(), strict=True):
        world.sightings.append(_sighting(world, row, act, units[unit]))


def watch(world: World) -> None:
    """Once a second: see who pushes the line, and forget who has been out of sight for a minute."""
    people = world.people
    presses = (people.press > 0.0) & ~people.escorted
    pushing = feeling(world) & presses & perceived(world).faces_line(AT_LINE)
    if pushing.any():
        note(world, np.flatnonzero(pushing), "press")
    if world.sightings:
        known = np.unique([sighting.person for sighting in world.sightings])
        seen = set(known[people.present[known] & (_seen_by(world, known) != NOBODY)].tolist())
        for sighting in world.sightings:
            sighting.in_sight = world.tick if sighting.person in seen else sighting.in_sight
        world.sightings = [each for each in world.sightings if world.tick - each.in_sight < FORGETS]


def _sighting(world: World, row: int, act: str, unit: str) -> Sighting:
    x, y = world.people.position[row].tolist()
    event = world.say(ActSeen(person=row, act=act, seen_by=unit, actor=unit, place=(x, y)))
    return Sighting(row, act, world.tick, unit, event, world.tick)


def _seen_by(world: World, rows: Ints) -> Ints:
    """(k,) row of an officer who sees each of `rows`, NOBODY where none does: who sees a line is seen by it."""
    senses = perceived(world)
    found = np.where(senses.faces_line(SEES_WITHIN)[rows], senses.line[rows], NOBODY)
    hidden = found == NOBODY
    if hidden.any():
        found[hidden] = _looked_for(world, rows[hidden])
    return found


def _looked_for(world: World, rows: Ints) -> Ints:
    """(k,) row of the nearest officer of any unit who has a free view of each of `rows`, NOBODY where none has."""
    people = world.people
    officers = Near(people.position, people.up & ~people.civilian)
    _, eyes = officers.nearest(people.position[rows], EYES, SEES_WITHIN)
    found = np.full(len(rows), NOBODY)
    for nth in reversed(range(EYES)):
        close = eyes[:, nth] != NOBODY
        sees = close.copy()
        sees[close] = world.ground.sees(people.position[rows[close]], people.position[eyes[close, nth]])
        found = np.where(sees, eyes[:, nth], found)
    return found
