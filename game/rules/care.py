"""First aid to everyone who is hurt, ours and theirs alike, and the way from there to an ambulance."""

from dataclasses import dataclass

import numpy as np

from game.rules import mood
from game.world.events import Event
from game.world.people import NOBODY, Bools, Floats
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import TICK, World

RIOTOUS = 4  # class of threat from which medics want a line before them; doctrine.md 2.5, guess
UNSAFE_WITHIN = 8.0  # m of the patient; guess
UNSAFE_BY = 3  # hostile people there; guess
CARE_SEEN = 20.0  # m within which people see that one of theirs is cared for; guess
CARE_TRUSTED = 0.03  # what that adds to trust at most: as much as a first himbauan; guess
AMBULANCE_WITHIN = 25.0  # m that a stretcher is carried; guess
ROLLS = 0.2  # m/s from which a vehicle is on the move; guess
LANE = 1.0  # m, half the width a stretcher and its bearers need; guess
PACE = 0.5  # m between the points at which a lane is looked at; guess
LANE_TAKES = 1.5  # people/m² in the lane up to which they can step aside for a stretcher; guess, 2 stop a vehicle


@dataclass(frozen=True, kw_only=True)
class FirstAid(Event):
    """Somebody who was hurt has been given first aid, `seconds` after it happened; the actor is the unit."""

    person: int  # row
    officer: bool
    seconds: int
    call: str


@dataclass(frozen=True, kw_only=True)
class Evacuated(Event):
    """Somebody lies in the ambulance, `seconds` after being hurt; the actor is the unit that carried them."""

    person: int  # row
    officer: bool
    seconds: int
    ambulance: str  # its call-sign
    call: str


def untreatable(world: World, person: int) -> Reason | None:
    """Why nobody can treat `person` now, or None."""
    people = world.people
    if not 0 <= person < len(people):
        return reason("no_such_person", person=person)
    if not people.present[person]:
        return reason("person_gone")
    if not people.hurt[person]:
        return reason("person_not_hurt")
    done = people.treated[person] and not people.fallen[person]
    return reason("person_treated") if done else None


def next_patient(world: World, unit: Unit, spoken_for: list[int]) -> int | None:
    """Who needs `unit` most: who lies untreated, who stands so, who lies and waits to be carried; then the nearest.

    Officer or not does not count.
    """
    people = world.people
    needs = people.present & people.hurt & (people.fallen | ~people.treated)
    needs[spoken_for] = False
    rows = np.flatnonzero(needs)
    if not len(rows):
        return None
    away = people.position[rows] - unit.centre
    order = np.lexsort((np.hypot(away[:, 0], away[:, 1]), ~people.fallen[rows], people.treated[rows]))
    return int(rows[order[0]])


def not_safe(world: World, person: int) -> Reason | None:
    """Why medics may not go to `person` now, or None: violence there, and no line between."""
    if world.threat < RIOTOUS:
        return None
    people = world.people
    around = np.hypot(*(people.position - people.position[person]).T) <= UNSAFE_WITHIN
    violent = around & people.free & people.hostile
    covered = any((around & people.up)[unit.rows].any() for unit in world.units.values() if unit.type.in_line)
    return reason("not_safe_there") if violent.sum() >= UNSAFE_BY and not covered else None


def aid(world: World, unit: Unit, person: int) -> None:
    """`person` has been given first aid; people around who see that it was one of theirs trust a little more."""
    people = world.people
    people.treated[person] = True
    officer, seconds = not bool(people.civilian[person]), _since_hurt(world, person)
    told = FirstAid(person=person, officer=officer, seconds=seconds, call=unit.label, actor=unit.name)
    event = world.say(told, place=spot(world, person))
    if not officer:
        rows = np.flatnonzero(_sees(world, people.position[person]))
        mood.hear(world, rows, trust=CARE_TRUSTED * (1.0 - people.trust[rows]), cause="care", event=event)


def ambulance_for(world: World, person: int) -> Unit | None:
    """The nearest ambulance that stands near enough, with a clear lane to it."""
    here = world.people.position[person]
    near = [(float(np.hypot(*(place_of(world, unit) - here))), unit) for unit in _standing_ambulances(world)]
    reachable = [(far, unit.index, unit) for far, unit in near if far <= AMBULANCE_WITHIN]
    return next((unit for _, _, unit in sorted(reachable) if lane_clear(world, here, place_of(world, unit))), None)


def lane_clear(world: World, here: Floats, there: Floats) -> bool:
    """Whether a stretcher gets from `here` to `there`, both (2,) m: the way is not too long nor too full of people."""
    lane, people = _lane(world, here, there), world.people
    if len(lane) * PACE > AMBULANCE_WITHIN:
        return False
    apart = np.hypot(*(people.position[:, None] - lane).transpose(2, 0, 1))
    within = people.free & (apart[:, 0] > LANE) & (apart.min(axis=1) <= LANE)
    return bool(within.sum() <= LANE_TAKES * 2.0 * LANE * len(lane) * PACE)


def _lane(world: World, here: Floats, there: Floats) -> Floats:
    """(k, 2) m, points a PACE apart of the way on foot; where it is longer than a stretcher is carried, too many."""
    lane = [here]
    while len(lane) * PACE <= AMBULANCE_WITHIN and not world.ground.sees(lane[-1], there)[0]:
        lane.append(lane[-1] + PACE * world.ground.field_to_point(there).way(lane[-1][None])[0])
    way = there - lane[-1]
    far = max(float(np.hypot(way[0], way[1])), PACE)
    return np.concatenate([lane, lane[-1] + np.arange(PACE, far, PACE)[:, None] * way / far])


def evacuate(world: World, unit: Unit, person: int, ambulance: Unit) -> None:
    """`person` is in the ambulance and on the way to care."""
    people = world.people
    told = Evacuated(
        person=person,
        officer=not bool(people.civilian[person]),
        seconds=_since_hurt(world, person),
        ambulance=ambulance.label,
        call=unit.label,
        actor=unit.name,
        place=spot(world, person),
    )
    world.say(told)
    people.present[person], people.left[person] = False, True
    people.hostile[person], people.press[person], people.act[person] = False, 0.0, NOBODY
    people.velocity[person] = people.way[person] = people.wanted[person] = 0.0


def _standing_ambulances(world: World) -> list[Unit]:
    """Those that do not roll: held up by people is as good as arrived."""
    people, units = world.people, [unit for unit in world.units.values() if unit.type.carries_hurt]
    there = [unit for unit in units if people.up[unit.rows].any()]
    return [unit for unit in there if np.hypot(*people.velocity[unit.rows[0]]) < ROLLS]


def place_of(world: World, ambulance: Unit) -> Floats:
    """(2,) m, the middle of the vehicle."""
    where: Floats = world.people.position[ambulance.rows[0]]
    return where


def _sees(world: World, place: Floats) -> Bools:
    """(n,) who of the people can see what is done at `place` (2,) m."""
    people = world.people
    near: Bools = people.free & (np.hypot(*(people.position - place).T) <= CARE_SEEN)
    rows = np.flatnonzero(near)
    near[rows] = world.ground.sees(people.position[rows], place)
    return near


def _since_hurt(world: World, person: int) -> int:
    return round((world.tick - int(world.people.hurt_at[person])) * TICK)


def spot(world: World, person: int) -> tuple[float, float]:
    """(x, y) m, where `person` is."""
    x, y = world.people.position[person].tolist()
    return x, y
