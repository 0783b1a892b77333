"""The coordinator: whether one can talk to him, who stands around him, who hears what is said."""

import numpy as np

from game.world.events import Event
from game.world.people import NOBODY, Bools, Floats, Ints
from game.world.reason import Reason, reason
from game.world.talks import Talks
from game.world.units import Unit
from game.world.world import World

AROUND = 15.0  # m within which his own people sway him; guess
CARRIES = 25.0  # m, his megaphone: he passes on what he is told; guess


def away(world: World, talks: Talks) -> Reason | None:
    """Why nobody can talk to the coordinator, or None."""
    people, row = world.people, talks.korlap
    if not people.present[row]:
        return reason("korlap_gone")
    if people.custody[row] != NOBODY:
        return reason("korlap_held")
    return reason("korlap_fallen") if people.fallen[row] else None


def place(world: World, talks: Talks) -> Floats:
    """(2,) m, where he stands."""
    here: Floats = world.people.position[talks.korlap]
    return here


def spot(world: World, talks: Talks) -> tuple[float, float]:
    """(x, y) m of what he says."""
    x, y = place(world, talks).tolist()
    return x, y


def tell(world: World, talks: Talks, event: Event, because: tuple[int, ...] = ()) -> int:
    """`event` is his people's doing, told where he stands; gives its id."""
    return world.say(event, actor=group_of(world, talks), place=spot(world, talks), because=because)


def group_of(world: World, talks: Talks) -> str:
    """The group he speaks for."""
    return world.groups[int(world.people.group[talks.korlap])].name


def own_people(world: World, talks: Talks) -> Ints:
    """(k,) rows of his group who are there, on their feet and free."""
    rows = world.groups[world.people.group[talks.korlap]].rows
    free: Ints = rows[world.people.free[rows]]
    return free


def company(world: World, talks: Talks) -> Ints:
    """(k,) rows of his group around him, himself included."""
    rows = own_people(world, talks)
    return rows[_near(world, talks, rows, AROUND)]


def hearers(world: World, talks: Talks) -> Ints:
    """(k,) rows of everyone who hears what he passes on."""
    rows = np.flatnonzero(world.people.free)
    return rows[_near(world, talks, rows, CARRIES)]


def officer_nearest(world: World, talks: Talks, unit: Unit) -> tuple[int, float]:
    """Row of the officer of `unit` on their feet who stands nearest to him, and m between them."""
    rows = unit.rows[world.people.up[unit.rows]]
    apart = np.hypot(*(world.people.position[rows] - place(world, talks)).T)
    nearest = int(apart.argmin())
    return int(rows[nearest]), float(apart[nearest])


def _near(world: World, talks: Talks, rows: Ints, radius: float) -> Bools:
    apart = world.people.position[rows] - place(world, talks)
    near: Bools = np.hypot(apart[:, 0], apart[:, 1]) <= radius
    return near
