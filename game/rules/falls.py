"""Who loses their feet without being hurt, and gets up again: alone, or with a hand from whoever came to help."""

from dataclasses import dataclass

import numpy as np

from game.rules.acts.act import acting
from game.rules.density import on_foot
from game.rules.senses import feeling
from game.world.events import Event
from game.world.grid import Near
from game.world.people import FEET, NOBODY, Bools, Floats, Ints, People
from game.world.vectors import dot, squared
from game.world.world import TICK, TICKS_PER_SECOND, World

STEP = 3 * TICK  # s between two steps, 10 Hz
JOSTLED = 2.0 * FEET  # N felt from all sides: less than what feet hold from one moves nobody
CARRIED = 0.5, 1.2  # m/s off what one means to go, at which feet begin to fail to follow, and fail for sure; guess:
# a step takes about 0.5 s and 0.4 m, and who cannot make it stumbles
NO_ROOM = 4.0, 7.0  # people/m²: contact begins, and no foot can be set any more; Fruin, crowd-model.md 1.5
FALLS = 0.1  # per s, of whoever is carried off for sure where no foot can be set; guess
OVER_SOMEBODY = 0.5  # m between middles at which one may stumble over who lies; two bodies and a leg; guess
STUMBLES = 0.2  # per s over who lies, of whoever is pushed past there, less if they hardly move; guess

GETS_UP_AFTER = 3.0  # s one lies at least; guess: who falls unhurt on a street is up in 2 … 5 s
HELPED_UP_AFTER = 1.0  # s with a hand; guess
ROOM_TO_RISE = 5.0  # people/m² round who lies, up to which one can get up alone; cramped, crowd-model.md 1.5
LIGHT = 150.0  # N felt, up to which one can get up; guess
REACHES = 0.8  # m between middles at which a hand reaches; as behaviours/help.py
LEAST = 1e-9  # m²/s², keeps a division finite


@dataclass(frozen=True, kw_only=True)
class Fell(Event):
    """Somebody lost their feet in the press and lies, unhurt."""

    person: int  # row


@dataclass(frozen=True, kw_only=True)
class GotUp(Event):
    """Who had fallen stands again, `seconds` later; `helped` by somebody's hand or alone."""

    person: int  # row
    seconds: int
    helped: bool


def stumble(world: World) -> None:
    """A tenth of a second: those whom the press carries off their feet fall, and those rise who can."""
    luck = world.rng.random(len(world.people))
    _rise(world)
    _fall(world, luck < 1.0 - np.exp(-_chance(world) * STEP))


def _chance(world: World) -> Floats:
    """(n,) per s, to fall."""
    people, chance = world.people, np.zeros(len(world.people))
    may = people.up & on_foot(world) & (people.contact_force > JOSTLED) & (people.custody == NOBODY)
    rows = np.flatnonzero(may)
    crowded = np.clip((people.density[rows] - NO_ROOM[0]) / (NO_ROOM[1] - NO_ROOM[0]), 0.0, 1.0)
    carried = np.clip((_carried(people, rows) - CARRIED[0]) / (CARRIED[1] - CARRIED[0]), 0.0, 1.0)
    over = STUMBLES * _beside_who_lies(people, rows) * np.clip(np.hypot(*people.drift[rows].T) / CARRIED[0], 0.0, 1.0)
    chance[rows] = FALLS * crowded * carried + over
    return chance


def _carried(people: People, rows: Ints) -> Floats:
    """(k,) m/s that each of `rows` goes off what they mean to: their step, or their way where they push on."""
    drift, step, way = people.drift[rows], people.wanted[rows], people.way[rows]
    carried: Floats = np.minimum(_off(drift, step), _off(drift, way))
    return carried


def _off(drift: Floats, meant: Floats) -> Floats:
    """(n,) m/s from `drift` (n, 2) to `meant` (n, 2) at any pace: who is held up is not carried."""
    pace = np.clip(dot(drift, meant) / np.maximum(squared(meant), LEAST), 0.0, 1.0)
    off: Floats = np.hypot(*(drift - meant * pace[:, None]).T)
    return off


def _beside_who_lies(people: People, rows: Ints) -> Bools:
    """(k,) which of `rows` have somebody lying at their feet."""
    lying = people.present & people.fallen
    if not lying.any():
        return np.zeros(len(rows), np.bool_)
    distance, _ = Near(people.position, lying).nearest(people.position[rows], 1, OVER_SOMEBODY)
    beside: Bools = np.isfinite(distance[:, 0])
    return beside


def _fall(world: World, falls: Bools) -> None:
    people = world.people
    for row in np.flatnonzero(falls).tolist():
        x, y = people.position[row].tolist()
        world.say(Fell(person=row, place=(x, y)))
    people.fallen[falls], people.fell_at[falls] = True, world.tick
    people.way[falls] = people.wanted[falls] = 0.0
    people.press[falls] = 0.0
    people.act[falls] = NOBODY


def _rise(world: World) -> None:
    """Who lies unhurt gets up: alone where there is room, with a hand also where there is little."""
    people = world.people
    down = people.present & people.fallen & ~people.hurt
    if not down.any():
        return
    lain = (world.tick - people.fell_at) / TICKS_PER_SECOND
    light = people.contact_force < LIGHT
    alone = down & light & (lain >= GETS_UP_AFTER) & (people.density <= ROOM_TO_RISE)
    helped = down & (lain >= HELPED_UP_AFTER) & _has_a_hand(world)
    people.fallen[alone | helped] = False
    for row in np.flatnonzero(alone | helped).tolist():
        x, y = people.position[row].tolist()
        world.say(GotUp(person=row, seconds=round(float(lain[row])), helped=bool(helped[row]), place=(x, y)))


def _has_a_hand(world: World) -> Bools:
    """(n,) who has somebody beside them who helps: who came to, or a walker who pushes nobody."""
    people = world.people
    polite = people.free & ~feeling(world) & (people.press == 0.0)
    helping: Bools = (acting(world, "help_fallen") & people.up) | polite
    if not helping.any():
        return helping
    distance, _ = Near(people.position, helping).nearest(people.position, 1, REACHES)
    reached: Bools = np.isfinite(distance[:, 0])
    return reached
