"""Who is served where people queue: in the order in which they came, and on to the next place only where there is room.

Nobody is told what to do here. A person takes a ticket at the end of the line, keeps it whatever happens, and gives it
up when served: who was driven off and returns stands again where they stood.
"""

import numpy as np

from game.rules.behaviours.behaviour import doing, unit_vectors
from game.rules.behaviours.queue import NOT_BEGUN, Queue
from game.rules.behaviours.serve import Serve
from game.world.people import NOBODY, Bools, Floats, Ints
from game.world.services import Service
from game.world.world import TICK, World

TENTH = 3 * TICK  # s between two steps
JOINS = 1.5  # m from the end of a line within which one stands in it; guess
STRAYS = 3.0  # m from every place of a line beyond which one is no longer in it; guess
CALLED = 2.5  # m from one's place in the line within which one hears that it is one's turn; guess
ARRIVED = 0.5  # m from where one is served; guess
ON_DUTY = 1.0  # m from their post within which people serve; guess


def serve(world: World) -> None:
    """One step, 10 Hz: who stands where, who is served, and who is done."""
    if not world.ground.services:
        return
    now, then = _bound_for(world)
    for number, service in enumerate(world.ground.services.values()):
        rows = np.flatnonzero(now == number)
        _forget_the_absent(world, rows)
        _join(world, service, rows)
        _take_places(world, service, rows)
        _attend(world, service, rows)
    _let_go(world, now, then)


def _bound_for(world: World) -> tuple[Ints, Ints]:
    """(n,) the service each person's step of the plan is for, and (n,) that of the step after; NOBODY for none."""
    reached = world.people.plan_step
    now, then = np.full(len(reached), NOBODY), np.full(len(reached), NOBODY)
    numbers = {name: number for number, name in enumerate(world.ground.services)}
    for group in world.groups:
        for number, step in enumerate(group.plan):
            if isinstance(step, Queue):
                after = group.plan[(number + 1) % len(group.plan)]
                rows = group.rows[reached[group.rows] == number]
                now[rows] = numbers[step.at]
                then[rows] = numbers[after.at] if isinstance(after, Queue) else NOBODY
    return now, then


def _forget_the_absent(world: World, rows: Ints) -> None:
    """Who is driven off gives up the place, and who has left the ground the ticket, too."""
    people = world.people
    people.place[rows[~_queues(world)[rows]]] = NOBODY
    people.ticket[rows[~people.present[rows]]] = NOBODY


def _queues(world: World) -> Bools:
    """(n,) whose mind is on queueing now."""
    who: Bools = doing(world, "queue") & world.people.up
    return who


def _in_turn(world: World, rows: Ints) -> Ints:
    """Those of `rows` who hold a ticket and queue, the first to come first."""
    people = world.people
    holders = rows[(people.ticket[rows] != NOBODY) & _queues(world)[rows]]
    ordered: Ints = holders[np.argsort(people.ticket[holders])]
    return ordered


def _join(world: World, service: Service, rows: Ints) -> None:
    """Give a ticket to whoever has come to the end of the line, the nearest first; without a line, to all who come."""
    people = world.people
    new = rows[(people.ticket[rows] == NOBODY) & _queues(world)[rows]]
    if not len(new):
        return
    standing = int(np.count_nonzero(people.place[rows] >= len(service.at)))
    far = np.zeros(len(new))
    if service.lined:
        tail = service.waiting[min(standing, len(service.waiting) - 1)]
        _, far = unit_vectors(tail - people.position[new])
        new, far = new[far < JOINS], far[far < JOINS]
        new = new[np.argsort(far, kind="stable")][: len(service.waiting) - standing]
    people.ticket[new] = people.ticket.max() + 1 + np.arange(len(new))
    people.service_left[new] = NOT_BEGUN


def _take_places(world: World, service: Service, rows: Ints) -> None:
    """The first in turn go where nobody is served, the others wait: on a chair of their own, or closed up in a line."""
    people, counters = world.people, len(service.at)
    near = _nearest_place(service, people.position) < (STRAYS if service.lined else np.inf)
    astray = rows[~near[rows]]
    people.place[astray] = NOBODY
    turn = _in_turn(world, rows)
    turn = turn[near[turn]]
    waiting = turn[(people.place[turn] == NOBODY) | (people.place[turn] >= counters)]
    free = np.setdiff1d(np.arange(counters), people.place[turn])
    called = waiting[_hears(world, service, waiting)][: len(free)]
    people.place[called] = free[: len(called)]
    _wait(world, service, waiting[~np.isin(waiting, called)])


def _nearest_place(service: Service, points: Floats) -> Floats:
    """(n,) m from `points` (n, 2) to the nearest place of `service`."""
    apart = points[:, None] - service.places
    nearest: Floats = np.sqrt(np.einsum("nki,nki->nk", apart, apart).min(axis=1))
    return nearest


def _hears(world: World, service: Service, waiting: Ints) -> Bools:
    """(k,) who of `waiting`, in turn, stands where it can be their turn: in a line, at the place they have in it."""
    if not service.lined:
        return np.ones(len(waiting), dtype=np.bool_)
    own = service.waiting[np.minimum(np.arange(len(waiting)), len(service.waiting) - 1)]
    _, far = unit_vectors(own - world.people.position[waiting])
    there: Bools = far < CALLED
    return there


def _wait(world: World, service: Service, waiting: Ints) -> None:
    people, counters, most = world.people, len(service.at), len(service.places)
    if service.seated:
        free = np.setdiff1d(np.arange(counters, most), people.place[waiting])
        waiting = waiting[people.place[waiting] == NOBODY][: len(free)]
        people.place[waiting] = free[: len(waiting)]
    else:
        people.place[waiting] = np.minimum(counters + np.arange(len(waiting)), most - 1)


def _attend(world: World, service: Service, rows: Ints) -> None:
    """Time passes for those at the counter while somebody serves them; whoever was interrupted has the rest to come."""
    people = world.people
    if len(service.by) and not _staffed(world, service):
        return
    served = rows[(people.place[rows] >= 0) & (people.place[rows] < len(service.at))]
    _, far = unit_vectors(service.places[people.place[served]] - people.position[served])
    served = served[far < ARRIVED]
    new = served[people.service_left[served] == NOT_BEGUN]
    if len(new):
        people.service_left[new] = service.durations(world.rng, len(people))[new]
    people.service_left[served] = np.maximum(people.service_left[served] - TENTH, 0.0)


def _staffed(world: World, service: Service) -> bool:
    """Whether anybody who serves there is at their post."""
    people = world.people
    posts = [
        group.rows[people.plan_step[group.rows] == number]
        for group in world.groups
        for number, step in enumerate(group.plan)
        if isinstance(step, Serve) and step.at == service.name
    ]
    rows = np.concatenate([np.empty(0, dtype=np.int64), *posts])
    rows = rows[(doing(world, "serve") & people.up)[rows]]
    apart = people.position[rows][:, None] - service.by
    return bool((np.hypot(apart[..., 0], apart[..., 1]) < ON_DUTY).any())


def _let_go(world: World, now: Ints, then: Ints) -> None:
    """Who is done gives up ticket and place; where the next step is a queue, only as many as find room there."""
    people, queues = world.people, _queues(world)
    done = np.flatnonzero((now != NOBODY) & (people.ticket != NOBODY) & (people.service_left == 0.0) & queues)
    done = done[np.argsort(people.ticket[done])]
    going = [done[then[done] == NOBODY]]
    for number, service in enumerate(world.ground.services.values()):
        room = len(service.places) - int(np.count_nonzero((now == number) & queues))
        going.append(done[then[done] == number][: max(room, 0)])
    free = np.concatenate(going)
    people.ticket[free] = people.place[free] = NOBODY
    people.served_at[free] = world.tick
