"""Tyres that burn: who lights them, how long they burn, and how everyone keeps away."""

from dataclasses import dataclass

import numpy as np

from game.rules import harm, sightings
from game.rules.acts.act import acting, reconsiders
from game.world.events import Event
from game.world.people import Bools, Floats, Ints
from game.world.things import Fire
from game.world.vectors import dot, squared
from game.world.world import TICK, TICKS_PER_SECOND, World

BURNS = 480.0  # s, a pile of tyres that nobody puts out; guess
BROUGHT = 300 * TICKS_PER_SECOND  # ticks after coming, before tyres are at hand; guess
APART = 60 * TICKS_PER_SECOND  # ticks between two fires of one group: more have to be brought; guess
ELSEWHERE = 5.0  # m between two fires: nearer they are one; guess
ROOM = 1.5  # people/m², above which nobody has room to pile up tyres; guess
OFF_WALLS = 2.5  # m to a wall: tyres burn in the street; guess
TAKES = 10  # tenths of a second until it burns; guess
BEFORE = 1.0  # m before who lights it; guess
CLOSE = 1.0  # m, within which nobody else may stand when it is lit; guess
TENDS = 10 * TICKS_PER_SECOND  # ticks for which who lit it sees to it; guess
TENDED_WITHIN = 3.0  # m; guess
MINDED = 2.0  # m, from which people walk round it; guess
HOT = 1.4  # m, from which they step back; guess
BURNT_WITHIN = 0.4  # m of its middle; guess
STEPS_BACK = 1.0  # m/s; guess
STEP = 3 * TICK  # s between two steps, 10 Hz
TINY = 1e-6  # m, guards a division by no distance


@dataclass(frozen=True, kw_only=True)
class FireLit(Event):
    """Tyres have been set on fire; the actor is the group."""

    person: int  # row of who lit them


def burn(world: World) -> None:
    """A tenth of a second: light what is being lit, burn on, burn out, and keep people off."""
    rows = np.flatnonzero(acting(world, "burn_tyres") & reconsiders(world, TAKES))
    for row in rows[may_light(world, rows)].tolist() if len(rows) else ():
        _light(world, row)
    for fire in world.fires:
        fire.fuel -= STEP
        apart = world.people.position - fire.place
        near = np.flatnonzero((squared(apart) < MINDED * MINDED) & world.people.up)
        if len(near):
            _burn_whoever_is_in_it(world, near, apart[near])
            _keep_off(world, near, apart[near])
    world.fires = [fire for fire in world.fires if fire.fuel > 0.0]


def may_light(world: World, rows: Ints) -> Bools:
    """(k,) whether each of `rows` has tyres, room, and no fire close by already."""
    people = world.people
    roomy = (people.density[rows] < ROOM) & (world.tick - people.arrives[rows] >= BROUGHT)
    if not roomy.any():
        return roomy
    roomy &= world.ground.clearance(people.position[rows]) > OFF_WALLS
    for fire in world.fires:
        away = np.hypot(*(people.position[rows] - fire.place).T)
        brought = (people.group[rows] == people.group[fire.by]) & (world.tick - fire.lit < APART)
        roomy &= (away > ELSEWHERE) & ~brought
    return roomy


def tends(world: World, rows: Ints) -> Bools:
    """(k,) who of `rows` has just lit a fire and stands by it."""
    tended = np.zeros(len(rows), dtype=np.bool_)
    for fire in world.fires:
        away = np.hypot(*(world.people.position[rows] - fire.place).T)
        tended |= (rows == fire.by) & (away < TENDED_WITHIN) & (world.tick - fire.lit < TENDS)
    return tended


def _light(world: World, row: int) -> None:
    """One fire before `row`, unless another of the group has been quicker or somebody stands too close."""
    people = world.people
    ahead = np.array([np.cos(people.heading[row]), np.sin(people.heading[row])])
    place = people.position[row] + BEFORE * ahead
    others = people.present & (np.hypot(*(people.position - place).T) < CLOSE)
    others[row] = False
    if others.any() or not may_light(world, np.array([row]))[0]:
        return
    world.fires.append(Fire(place, world.tick, BURNS, row))
    group = world.groups[people.group[row]].name
    world.say(FireLit(person=row), actor=group, place=(float(place[0]), float(place[1])))
    sightings.note(world, np.array([row]), "burn_tyres")


def _burn_whoever_is_in_it(world: World, rows: Ints, apart: Floats) -> None:
    burnt = rows[(np.hypot(apart[:, 0], apart[:, 1]) < BURNT_WITHIN) & ~world.people.hurt[rows]]
    if len(burnt):
        harm.hurt(world, burnt, "fire", np.zeros(len(burnt), dtype=np.bool_))


def _keep_off(world: World, rows: Ints, apart: Floats) -> None:
    """Who of `rows` (k,), `apart` (k, 2) m from it, walks at it walks round it instead; who is too near steps back."""
    people, far = world.people, np.hypot(apart[:, 0], apart[:, 1])
    away, way = apart / np.maximum(far, TINY)[:, None], people.way[rows]
    inward = np.minimum(dot(way, away), 0.0)
    along = way - inward[:, None] * away
    left = np.column_stack([-away[:, 1], away[:, 0]])
    side = np.where(dot(along, left) < 0.0, -1.0, 1.0)
    round_it = along - (side * inward)[:, None] * left
    people.way[rows] = round_it + STEPS_BACK * away * np.clip((HOT - far) / CLOSE, 0.0, 1.0)[:, None]
