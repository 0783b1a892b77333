"""How those who are held move and fare, from the hand on the arm until they are kept or free."""

from dataclasses import dataclass

import numpy as np

from game.rules import custody, harm, mood
from game.rules.errand import PARTS, apart, part_the_crowd
from game.world.custody import Arrest
from game.world.events import Event
from game.world.people import NOBODY, Floats
from game.world.units import Unit
from game.world.world import World

ARM = 0.55  # m behind the officer who leads them: two bodies and a hand; guess
BEHIND = 0.75  # m behind an officer of a unit that keeps them: out of the rank; guess
CATCHES_UP_OVER = 0.4  # s in which who is led closes up; guess
FASTEST_LED = 2.2  # m/s, a unit's run; doctrine.md 2.3
DRAGS = 0.6  # m beyond ARM from which they are got through whoever stands between; guess
RECEIVES = 3.5  # m from the middle of its front within which a unit that stands has taken them over; guess
SETTLED = 0.3  # m from their place at which who is kept stands still; guess

STRAINED = 0.7  # strain above which an officer may lose all restraint; doctrine.md 2.6 (provoked), value: guess
ABUSE = 0.02  # 1/s at strain 1, a chance of 1 in 3 over an arrest of 20 s; guess
ABUSE_FELT = 0.8  # severity of it to those who see it; guess


@dataclass(frozen=True, kw_only=True)
class IllTreated(Event):
    """An officer at the end of his tether has hit somebody who was held; the actor is the unit."""

    person: int  # row
    officer: str
    call: str


def lead(world: World) -> None:
    """One step, 10 Hz, of everyone who is held: who goes where, and who can no longer be held."""
    for arrest in custody.in_hand(world):
        arrest.injured = arrest.ill_treated or bool(world.people.hurt[arrest.person] and not arrest.hurt_before)
        if world.people.casualty[arrest.person]:
            custody.release(world, arrest, "hurt")  # care comes before custody; UN Basic Principles 5
        elif _kept(world, arrest):
            _walk(world, arrest, world.people.haven[arrest.person], SETTLED)
        elif _escorted(world, arrest):
            _follow(world, arrest)
            _take_over(world, arrest, world.units[arrest.unit])
        else:
            custody.release(world, arrest, "nobody_left")


def _kept(world: World, arrest: Arrest) -> bool:
    """Whether they are at the post, in other hands."""
    return arrest.to in world.ground.zones


def _escorted(world: World, arrest: Arrest) -> bool:
    """Whether an officer has them by the arm: where that one fell, the nearest free comrade does."""
    people, unit = world.people, world.units[arrest.unit]
    if not people.up[arrest.escort]:
        arrest.escort = NOBODY
        rows = custody.hands_free(world, unit)
        if len(rows):
            arrest.escort = int(rows[np.argmin(apart(world, rows, arrest.person))])
    return arrest.escort != NOBODY


def _follow(world: World, arrest: Arrest) -> None:
    """They come along right behind the officer, and stand behind him where the unit stands."""
    people, escort = world.people, arrest.escort
    part_the_crowd(world, np.array([escort]))
    if arrest.handed_over is None:
        return _walk(world, arrest, people.position[escort], ARM)
    ahead = np.array([np.cos(people.heading[escort]), np.sin(people.heading[escort])])
    return _walk(world, arrest, people.position[escort] - BEHIND * ahead, SETTLED)


def _walk(world: World, arrest: Arrest, goal: Floats, near: float) -> None:
    """Let them walk to within `near` m of `goal` (2,) m, and through whoever parts them from there."""
    people, person = world.people, arrest.person
    way = goal - people.position[person]
    far = float(np.hypot(way[0], way[1]))
    speed = min(max(far - near, 0.0) / CATCHES_UP_OVER, FASTEST_LED)
    people.way[person] = way / max(far, 1e-9) * speed
    people.press[person] = PARTS if far > near + DRAGS else 0.0


def _take_over(world: World, arrest: Arrest, unit: Unit) -> None:
    """A unit that was called off while it led somebody keeps them once it stands."""
    if arrest.handed_over is None and unit.task is None and not unit.queue:
        away = world.people.position[arrest.person] - unit.centre
        if np.hypot(away[0], away[1]) <= RECEIVES:
            custody.hand_over(world, arrest, unit.name)


def keep_temper(world: World) -> None:
    """Once a second: whether any officer who has somebody by the arm and is at the end of his tether hits them."""
    tempted = [arrest for arrest in custody.in_hand(world) if arrest.escort != NOBODY and not arrest.ill_treated]
    if not any(world.units[arrest.unit].strain > STRAINED for arrest in tempted):
        return
    drawn = world.rng.random(len(world.people))
    for arrest in tempted:
        beyond = max(world.units[arrest.unit].strain - STRAINED, 0.0) / (1.0 - STRAINED)
        if drawn[arrest.person] < ABUSE * beyond:
            _hit(world, arrest)


def _hit(world: World, arrest: Arrest) -> None:
    """They are hurt, it is on record, and everyone who sees it feels it."""
    unit, row = world.units[arrest.unit], np.array([arrest.person])
    x, y = world.people.position[arrest.person].tolist()
    told = IllTreated(person=arrest.person, officer=arrest.officer, call=unit.label, actor=unit.name, place=(x, y))
    event = world.say(told)
    arrest.ill_treated = arrest.injured = True
    harm.hurt(world, row, "hands", lies=np.array([False]), because=(event,))
    mood.force_event(world, np.array([x, y]), custody.TOUCHES, ABUSE_FELT, row, event)
