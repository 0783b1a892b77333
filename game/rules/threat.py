"""The threat class 1 … 5, measured from what the crowd does, never from what it feels; doctrine.md 2.5."""

from dataclasses import dataclass

import numpy as np

from game.rules.acts.act import acting
from game.rules.senses import feeling
from game.world.causes import NO_EVENT
from game.world.events import Event
from game.world.grid import Near
from game.world.people import Bools, Floats, Ints
from game.world.senses import perceived
from game.world.units import Unit
from game.world.world import TICKS_PER_SECOND, World

ORDERLY, RESTLESS, DISORDERLY, RIOTOUS, DEADLY = 1, 2, 3, 4, 5  # the five stages shown in 2025; doctrine.md 2.5

RESTLESS_SHARE = 0.10  # of the crowd, from which jeering or sitting down is the crowd's, not a few people's; guess
RESTLESS_LEAST = 3  # people; guess
AT_LINE = 1.2  # m to an officer, at which a push is felt: two bodies and an arm; guess
GROUP_PUSHES = 5  # people at the line: stage 3; guess
MASS_PUSHES = 20  # people at the line: stage 4; guess
MASS_SHARE = 0.10  # of the crowd at the line at least, so that a mass is one; guess
BROKEN_BY = 3  # people who push and stand behind the officer nearest to them: stage 4; guess
BEHIND = 0.5  # m behind that officer's shoulders; guess
THROWN_LATELY = 10 * TICKS_PER_SECOND  # ticks for which a throw counts; guess, between two throws of one person: 6 s
GROUP_THROWS = 3  # people: stage 3, "throws"; doctrine.md 2.5, number: guess. One is enough once an officer is hurt
MASS_THROWS = 10  # people: stage 4, "physical attacks"; doctrine.md 2.5, number: guess
GROUP_BURNS = 5  # people round burning tyres: stage 3, "local burning"; doctrine.md 2.5, number: guess
ROUND_A_FIRE = 10.0  # m; guess
DEADLY_DENSITY = 6.5  # people/m², critical; doctrine.md 4.3
BORNE_AT_MOST = 1250.0  # N felt from all sides, 623 N from each of two: tolerated load on a rail; crowd-model.md 1.5
CRUSHED = 5  # people who stand that close: stage 5; guess
TRAMPLED_WITHIN = 1.5  # m of someone who lies, where people push: stage 5; guess
TRAMPLED_BY = 3  # people who do: stage 5; guess, as few as break a line: one or two step over

RISES_AFTER = 3  # s a higher class must be seen; guess
DEADLY_AFTER = 5  # s the highest must be seen; doctrine.md 4.3 of density: for more than 5 s
FALLS_AFTER = 10  # s no class as high must be seen; guess

CLUSTER = 5.0  # m, the crowd acts where most of those who act have most others of them within; guess
TOLD_CAUSES = 3  # events named as behind a change at most; guess

PRESENCE, VERBAL, SOFT_HANDS, HARD_HANDS, BLUNT = range(1, 6)  # levels of force, Perkap 1/2009 Art. 5; doctrine.md 2.5
APPEAL_LASTS = 20.0  # s after a himbauan in which it counts as the force in use; guess
TOUCHED_WITH = 100.0  # N on an officer, from which hands are laid on; guess
TOUCHED_BY = 3  # officers; guess
FULL_GEAR = 0.5  # gear from which a push forward is no longer soft; guess


@dataclass(frozen=True, kw_only=True)
class ThreatChanged(Event):
    """The class measured has changed; the place is where most of what counts happens, the actor who does it."""

    before: int
    now: int


def measure(world: World) -> None:
    """Once a second: see the class, and make it the threat when it has lasted. The fall ends at the highest seen."""
    seen, actors = _classify(world)
    rising = seen > world.threat
    pending = world.threat_candidate
    if seen == world.threat:
        world.threat_candidate = world.threat
    elif pending == world.threat or (pending > world.threat) != rising:
        world.threat_candidate, world.threat_since = seen, world.tick
    else:
        world.threat_candidate = min(pending, seen) if rising else max(pending, seen)
    lasted = (world.tick - world.threat_since) / TICKS_PER_SECOND
    if world.threat_candidate != world.threat and lasted >= _patience(world):
        _change(world, world.threat_candidate, actors)


def _patience(world: World) -> int:
    """S for which the candidate must have been seen before it is the threat."""
    if world.threat_candidate < world.threat:
        return FALLS_AFTER
    return DEADLY_AFTER if world.threat_candidate == DEADLY else RISES_AFTER


def force_level(world: World) -> int:
    """The highest level of force in use now, 1 presence … 5 blunt and chemical tools, water among them."""
    return max([PRESENCE, *(_force_of(world, unit) for unit in world.units.values())])


def _classify(world: World) -> tuple[int, Ints]:
    """The class seen at this moment, and the rows of those who make it so."""
    people, senses, crowd = world.people, perceived(world), feeling(world)
    count = int(crowd.sum())
    restless = crowd & acting(world, "jeer", "sit")
    pushing = crowd & (people.press > 0.0) & people.up & ~people.escorted
    at_line = pushing & senses.faces_line(AT_LINE)
    through = pushing & _behind_line(world)
    throwing = crowd & (world.tick - people.threw < THROWN_LATELY)
    officer_hurt = bool((people.hurt & ~people.civilian).any())
    crushed = crowd & (people.density > DEADLY_DENSITY) & (people.contact_force > BORNE_AT_MOST)
    stages: tuple[tuple[int, Bools, float], ...] = (
        (DEADLY, pushing & _near_fallen(world), TRAMPLED_BY),
        (DEADLY, crushed, CRUSHED),
        (RIOTOUS, through, BROKEN_BY),
        (RIOTOUS, at_line, max(MASS_PUSHES, MASS_SHARE * count)),
        (RIOTOUS, throwing, MASS_THROWS),
        (DISORDERLY, at_line, GROUP_PUSHES),
        (DISORDERLY, throwing, 1 if officer_hurt else GROUP_THROWS),
        (DISORDERLY, _round_a_fire(world, crowd), GROUP_BURNS),
        (RESTLESS, restless | pushing | throwing, max(RESTLESS_LEAST, RESTLESS_SHARE * count)),
    )
    for stage, who, least in stages:
        if who.sum() >= least:
            return stage, np.flatnonzero(who)
    return ORDERLY, np.flatnonzero(restless | pushing | throwing)


def _behind_line(world: World) -> Bools:
    """(n,) who stands behind the officer nearest to them."""
    people, senses = world.people, perceived(world)
    apart = people.position - people.position[senses.line]
    heading = people.heading[senses.line]
    forward = apart[:, 0] * np.cos(heading) + apart[:, 1] * np.sin(heading)
    return senses.faces_line(AT_LINE + BEHIND) & (forward < -BEHIND)


def _round_a_fire(world: World, crowd: Bools) -> Bools:
    """(n,) who of `crowd` stands round burning tyres; one that nobody stands round is a matter for who puts it out."""
    round_it = np.zeros(len(crowd), dtype=np.bool_)
    for fire in world.fires:
        round_it |= crowd & (np.hypot(*(world.people.position - fire.place).T) < ROUND_A_FIRE)
    return round_it


def _near_fallen(world: World) -> Bools:
    people = world.people
    lying = people.present & people.fallen  # also unhurt: five seconds under people who push are deadly
    if not lying.any():
        return lying
    distance, _ = Near(people.position, lying).nearest(people.position, 1, TRAMPLED_WITHIN)
    near: Bools = np.isfinite(distance[:, 0])
    return near


def _change(world: World, now: int, actors: Ints) -> None:
    before, world.threat = world.threat, now
    where = _thickest(world.people.position[actors])
    event = ThreatChanged(before=before, now=now)
    world.say(event, place=where, actor=_group(world, actors), because=_why(world, actors))


def _thickest(points: Floats) -> tuple[float, float] | None:
    """Which of `points` (k, 2) has most of the others around; None where there are none."""
    if not len(points):
        return None
    around = Near(points, np.ones(len(points), dtype=np.bool_)).count(points, CLUSTER)
    x, y = points[np.argmax(around)]
    return float(x), float(y)


def _group(world: World, actors: Ints) -> str:
    """The group most of `actors` belong to."""
    if not len(actors):
        return ""
    return world.groups[int(np.bincount(world.people.group[actors]).argmax())].name


def _why(world: World, actors: Ints) -> tuple[int, ...]:
    """The latest events behind what most of `actors` feel."""
    latest = world.causes.latest[actors]
    events, times = np.unique(latest[latest != NO_EVENT], return_counts=True)
    most = np.argsort(-times, kind="stable")[:TOLD_CAUSES]
    return tuple(int(event) for event in events[most])


def _force_of(world: World, unit: Unit) -> int:
    speaks = world.facilitating.get(unit.name, 0) > world.tick
    spoke = any(world.tick - tick < APPEAL_LASTS * TICKS_PER_SECOND for tick in unit.warned_at.values())
    if unit.name in world.jets:
        return BLUNT
    if any(arrest.unit == unit.name and arrest.outcome == "taken" for arrest in world.arrests):
        return HARD_HANDS
    if drives(world, unit):
        return HARD_HANDS if unit.type.gear[unit.posture] >= FULL_GEAR else SOFT_HANDS
    return VERBAL if speaks or spoke else PRESENCE


def drives(world: World, unit: Unit) -> bool:
    """Whether it marches into people: a line that stands and bears a push is present, it uses no force."""
    touched = world.people.contact_force[unit.present_rows(world.people.present)] > TOUCHED_WITH
    return unit.marches and int(touched.sum()) >= TOUCHED_BY
