"""Who comes and who goes."""

from dataclasses import dataclass

import numpy as np

from game.rules import exits
from game.rules.behaviours.behaviour import doing
from game.rules.behaviours.leave import Leave
from game.world.events import Event
from game.world.grid import Near
from game.world.people import NOBODY, Bools, Ints
from game.world.wheels import in_the_way
from game.world.world import World

CLEAR = 0.6  # m to whoever stands where someone arrives, so that bodies never overlap; guess


@dataclass(frozen=True, kw_only=True)
class UnitArrived(Event):
    """All officers of a unit that was on its way are there; the actor is the unit."""

    strength: int


@dataclass(frozen=True, kw_only=True)
class GroupLeft(Event):
    """The last of a group has gone; the actor is the group."""

    people: int


def arrive(world: World) -> None:
    """Bring those whose time has come, as soon as their place is free."""
    people = world.people
    due = np.flatnonzero(~people.present & ~people.left & (people.arrives <= world.tick))
    if len(due):
        coming = with_room(world, due)
        people.present[coming] = True
        _tell_of_units(world, coming)


def with_room(world: World, rows: Ints) -> Ints:
    """Those of `rows` whose place nobody stands on."""
    people = world.people
    nearest, _ = Near(people.position, people.present).nearest(people.position[rows], 1, CLEAR)
    free: Ints = rows[np.isinf(nearest[:, 0]) & ~in_the_way(world, rows, CLEAR)]
    return free


def _tell_of_units(world: World, coming: Ints) -> None:
    """Nobody tells of what was there from the start."""
    for unit in world.units.values():
        came = np.isin(unit.rows, coming).any() and world.people.present[unit.rows].all()
        if came and world.people.arrives[unit.rows].max() > 0:
            x, y = world.people.position[unit.rows].mean(axis=0)
            world.say(UnitArrived(strength=len(unit.rows), actor=unit.name, place=(float(x), float(y))))


def leave(world: World) -> None:
    """Take out whoever walks or runs home and has reached an open exit; who ran may come back."""
    people = world.people
    homeward = np.flatnonzero(people.up & doing(world, "leave", "disperse", "flee") & ~_only_passing(world))
    by = exits.reached(world, people.position[homeward])
    if len(going := homeward[by != NOBODY]):
        people.fled[going] = np.where(doing(world, "flee")[going], world.tick, NOBODY)
        people.present[going] = people.hostile[going] = False
        people.left[going], people.left_at[going] = True, world.tick
        people.exit[going] = by[by != NOBODY]
        people.act[going] = NOBODY
        people.press[going] = 0.0
        people.velocity[going] = people.way[going] = people.wanted[going] = 0.0
        _tell_of_groups(world, going)


def _only_passing(world: World) -> Bools:
    """(n,) who means to leave by one open exit and is not in it: another on the way is only passed."""
    people, passing, leaves = world.people, np.zeros(len(world.people), dtype=np.bool_), doing(world, "leave")
    for group in world.groups:
        for number, step in enumerate(group.plan):
            if isinstance(step, Leave) and step.by is not None and step.by not in world.exits_shut:
                rows = group.rows[leaves[group.rows] & (people.plan_step[group.rows] == number)]
                passing[rows] = ~world.ground.zones[step.by].contains(people.position[rows])
    return passing


def _tell_of_groups(world: World, going: Ints) -> None:
    for number in np.unique(world.people.group[going]):
        group = world.groups[number]
        if world.people.left[group.rows].all():
            x, y = world.people.position[going[world.people.group[going] == number]].mean(axis=0)
            world.say(GroupLeft(people=len(group.rows), actor=group.name, place=(float(x), float(y))))
