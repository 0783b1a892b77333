"""Who is held: taken by the arm, led away, handed over, let go; and what is written down of it."""

import dataclasses
from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.rules import force, keeping
from game.world.custody import Arrest, Sighting
from game.world.events import Event
from game.world.people import NOBODY, Ints
from game.world.units import Unit
from game.world.world import World

HARD_HANDS = 4  # level of force, Perkap 1/2009 Art. 5; doctrine.md 2.5
SEVERITY = 0.3  # of an arrest to those who see it; crowd-model.md 3.5.3
TOUCHES = 1.0  # m round the person within which it is felt as done to oneself; guess
OFFICERS = (  # fictional; who answers for an arrest is named, by row
    "Bripka Arun",
    "Brigadir Tirta",
    "Briptu Laras",
    "Aipda Seno",
    "Bripda Wira",
    "Bripka Melati",
    "Brigadir Banyu",
    "Aipda Sekar",
    "Briptu Rangga",
    "Bripda Kirana",
)

Why = Literal["no_evidence", "ordered", "hurt", "nobody_left"]


@dataclass(frozen=True, kw_only=True)
class Arrested(Event):
    """A unit holds somebody; `act` is what was seen, ``none`` where nothing was; the actor is the unit."""

    person: int  # row
    act: str
    officer: str  # who answers for it
    ordered_by: str
    call: str


@dataclass(frozen=True, kw_only=True)
class HandedOver(Event):
    """Who was taken is now kept at the post or by the unit; the actor is the unit."""

    person: int  # row
    to: str
    officer: str
    injured: bool
    call: str


@dataclass(frozen=True, kw_only=True)
class Released(Event):
    """Who was held goes free; why, in words of `released.<this>`; the actor is the unit."""

    person: int  # row
    released: Why
    call: str


def evidence(world: World, person: int) -> Sighting | None:
    """The latest act that `person` was seen doing, as it is known now."""
    latest = next((seen for seen in reversed(world.sightings) if seen.person == person), None)
    return dataclasses.replace(latest) if latest else None


def in_hand(world: World) -> list[Arrest]:
    """The arrests of those who are held now, oldest first."""
    return [arrest for arrest in world.arrests if arrest.outcome != "released"]


def of(world: World, person: int) -> Arrest | None:
    """The arrest for which `person` is held now."""
    return next((arrest for arrest in in_hand(world) if arrest.person == person), None)


def hands_free(world: World, unit: Unit) -> Ints:
    """Rows of `unit` who are on their feet and have nobody by the arm."""
    busy = [arrest.escort for arrest in in_hand(world)]
    rows: Ints = unit.rows[world.people.up[unit.rows] & ~np.isin(unit.rows, busy)]
    return rows


def take(world: World, unit: Unit, person: int, escort: int, seen: Sighting | None) -> None:
    """`unit` lays hands on `person`, `escort` has them by the arm; without anything `seen` that is held against it."""
    people, rows = world.people, np.array([person])
    used = force.use(
        world,
        unit,
        "arrest",
        level=HARD_HANDS,
        place=people.position[person],
        radius=TOUCHES,
        severity=SEVERITY,
        hit=rows,
        faults=() if seen else ("no_evidence",),
    )
    arrest = _written_down(world, unit, person, escort, seen)
    world.arrests.append(arrest)
    people.custody[person] = unit.index
    people.behaviour[person] = people.act[person] = NOBODY
    people.hostile[person] = False
    told = Arrested(
        person=person,
        act=arrest.act or "none",
        officer=arrest.officer,
        ordered_by=arrest.ordered_by,
        call=unit.label,
        actor=unit.name,
        place=_spot(world, person),
    )
    world.say(told, because=(used, seen.event) if seen else (used,))


def _written_down(world: World, unit: Unit, person: int, escort: int, seen: Sighting | None) -> Arrest:
    return Arrest(
        person=person,
        unit=unit.name,
        officer=OFFICERS[escort % len(OFFICERS)],
        ordered_by=unit.ordered_by,
        taken=world.tick,
        act=seen.act if seen else "",
        seen=seen.tick if seen else NOBODY,
        seen_by=seen.seen_by if seen else "",
        escort=escort,
        hurt_before=bool(world.people.hurt[person]),
    )


def hand_over(world: World, arrest: Arrest, to: str) -> None:
    """Keep who was taken at the zone or by the unit `to`; who was seen doing nothing goes free at once."""
    unit = world.units[arrest.unit]
    arrest.handed_over, arrest.to = world.tick, to
    if to in world.ground.zones:
        _give_a_place(world, arrest)
    told = HandedOver(
        person=arrest.person,
        to=to,
        officer=arrest.officer,
        injured=arrest.injured,
        call=unit.label,
        actor=unit.name,
        place=_spot(world, arrest.person),
    )
    world.say(told)
    if arrest.act:
        arrest.outcome = "held"
    else:
        release(world, arrest, "no_evidence")


def release(world: World, arrest: Arrest, why: Why) -> None:
    """Let go whom `arrest` holds; they go home."""
    people, unit = world.people, world.units[arrest.unit]
    arrest.outcome, arrest.escort = "released", NOBODY
    people.custody[arrest.person] = NOBODY
    people.homeward[arrest.person] = 1.0
    told = Released(person=arrest.person, released=why, call=unit.label, actor=unit.name)
    world.say(told, place=_spot(world, arrest.person))


def _give_a_place(world: World, arrest: Arrest) -> None:
    """A place of their own at the post, and no more hand on the arm."""
    kept = [other.person for other in in_hand(world) if other.to == arrest.to and other is not arrest]
    world.people.haven[arrest.person] = keeping.free_place(world, arrest.to, arrest.person, kept)
    arrest.escort = NOBODY


def _spot(world: World, person: int) -> tuple[float, float]:
    x, y = world.people.position[person].tolist()
    return x, y
