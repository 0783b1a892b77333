"""Who leaves takes another exit than the nearest where a queue stands before that one and the other is sooner.

RiMEA 4.1.1, test 11, asks for it. A queue is seen, not known: what is behind a corner is not weighed.
"""

import numpy as np

from game.rules import exits
from game.rules.behaviours.behaviour import doing
from game.world.people import Bools, Floats, Ints
from game.world.world import TICKS_PER_SECOND, World

TURNS = 10  # s in which everyone weighs once, a tenth of the rows each; guess
QUEUE = 10  # people held up who make others think of another exit; guess
HELD_UP = 0.5  # of the free speed, slower than which one is; guess
HEMMED_IN = 4.0  # people/m², from which nobody turns round: contact begins; crowd-model.md 1.5
SOONER = 0.5  # of the time by one's own exit that another must take at most: a queue left is a place lost; guess
LATELY = 10.0  # s over which one sees how fast an exit empties; guess
SLOWEST = 0.5  # people/s that any exit is taken to let through; guess: a door of 0.4 m has 0.9, crowd-model.md 1.4


def weigh(world: World) -> None:
    """Once a second: a tenth of those on their way out compare the exits, where a queue stands before one."""
    people, choices = world.people, exits.open_exits(world)
    leaving = people.up & doing(world, "leave", "disperse")
    held = leaving & (np.hypot(*people.drift.T) < HELD_UP * people.free_speed)
    if len(choices) < 2 or np.count_nonzero(held) < QUEUE:
        return
    flows = np.array([_flow(world, number) for number in choices])
    if not flows.any():
        return
    rows = np.flatnonzero(leaving)
    far = _distances(world, rows, choices)
    bound = _bound_for(people.exit[rows], far, choices)
    turn = (rows % TURNS == world.tick // TICKS_PER_SECOND % TURNS) & (people.density[rows] < HEMMED_IN)
    seconds = _seconds(world, rows, far, bound, held[rows], flows)
    each, best = np.arange(len(rows)), seconds.argmin(axis=1)
    turns = turn & (seconds[each, best] < SOONER * seconds[each, bound])
    people.exit[rows[turns]] = np.array(choices)[best[turns]]


def _distances(world: World, rows: Ints, choices: list[int]) -> Floats:
    """(k, e) m on foot from each of `rows` to each exit."""
    names, points = list(world.ground.exits), world.people.position[rows]
    return np.column_stack([world.ground.field_to_zone(names[number]).distance(points) for number in choices])


def _bound_for(taken: Ints, far: Floats, choices: list[int]) -> Ints:
    """(k,) column of `far` (k, e) by which each leaves: the exit each has `taken` (k,), else the nearest."""
    bound: Ints = far.argmin(axis=1)
    for column, number in enumerate(choices):
        bound[taken == number] = column
    return bound


def _seconds(world: World, rows: Ints, far: Floats, bound: Ints, held: Bools, flows: Floats) -> Floats:
    """(k, e) s until each is out by each exit: on foot, or as long as those take who are before them there.

    How fast an exit empties, `flows` (e,) people/s, is taken from the others where nobody has left by it.
    """
    people, seconds = world.people, far / world.people.free_speed[rows][:, None]
    flows = np.maximum(np.where(flows > 0.0, flows, flows.max()), SLOWEST)
    for column, flow in enumerate(flows):
        own = bound == column
        if np.count_nonzero(own) >= QUEUE:
            heart = people.position[rows[own & held]] if (own & held).any() else people.position[rows[own]]
            ahead = np.searchsorted(np.sort(far[own, column]), far[:, column])
            seen = world.ground.sees(people.position[rows], heart.mean(axis=0))
            seconds[:, column] = np.maximum(seconds[:, column], np.where(seen, ahead / flow, 0.0))
    return seconds


def _flow(world: World, number: int) -> float:
    """People/s who have left by that exit lately, 0 while it cannot be told yet."""
    people = world.people
    since = (world.tick - people.left_at[people.left & (people.exit == number)]) / TICKS_PER_SECOND
    return float(np.count_nonzero(since < LATELY)) / LATELY if since.max(initial=0.0) >= LATELY else 0.0
