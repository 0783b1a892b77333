import numpy as np
import pytest

from game.rules import arrivals, services
from game.rules.behaviours.leave import Leave
from game.rules.behaviours.queue import Queue
from game.rules.behaviours.serve import Serve
from game.world.names import ServiceName
from game.world.people import LONG_AGO, NOBODY
from game.world.services import APART, Service, along
from game.world.state import load, save, state_hash
from tests.crowds import live_for
from tests.pictures import picture

DESK, STALL = ServiceName("meja"), ServiceName("warung")
SQUARE = """
................
................
....ccccc.......
................
..............X.
................
"""
NOWHERE = np.empty((0, 2))


def desk(**changes):
    """A desk at the western end, its queue running east along the southern rim, 2 s a person."""
    given = dict(
        name="meja",
        at=np.array([[1.0, 1.5]]),
        waiting=along(np.array([[2.0, 1.0], [11.0, 1.0]])),
        by=NOWHERE,
        seated=False,
        facing=np.pi,
        mean=2.0,
        sd=0.5,
    )
    return Service(**(given | changes))


def station(*counters, text=SQUARE, plans=None, seed=0):
    """A square on which all `counters` are open."""
    plan = (*(Queue(ServiceName(counter.name)) for counter in counters), Leave())
    world = picture(text, plans={"c": plan} | (plans or {}), seed=seed)
    world.ground.services.update({counter.name: counter for counter in counters})
    return world


def test_places_in_a_line_follow_its_bends_an_arm_apart():
    line = along(np.array([[0.0, 0.0], [3.0, 0.0], [3.0, 3.0]]))
    assert line[0].tolist() == [0.0, 0.0]
    assert line[-1].tolist() == [3.0, 3.0]
    assert np.abs(np.diff(line, axis=0)).sum(axis=1) == pytest.approx(APART)


@pytest.mark.parametrize("seed", range(3))
def test_a_service_takes_what_its_place_says_and_never_nothing(seed):
    drawn = desk(mean=30.0, sd=10.0).durations(np.random.default_rng(seed), 4000)
    assert drawn.mean() == pytest.approx(30.0, rel=0.05)
    assert drawn.std() == pytest.approx(10.0, rel=0.1)
    assert drawn.min() > 0.0


def test_who_comes_first_is_served_first_and_everybody_once():
    world = station(desk())
    order, tickets = [], world.people.ticket.copy()
    for _ in range(60 * 10):
        live_for(world, 0.1)
        tickets = np.where(world.people.ticket == NOBODY, tickets, world.people.ticket)
        order += [row for row in np.flatnonzero(world.people.plan_step == 1).tolist() if row not in order]
    assert sorted(order) == [0, 1, 2, 3, 4]
    assert order == np.argsort(tickets).tolist()
    assert world.people.left.all()


def test_people_who_wait_stand_apart_in_the_line_and_nowhere_else():
    world = station(desk(mean=600.0))
    live_for(world, 20)
    waiting = world.people.position[world.people.place > 0]
    assert len(waiting) == 4
    assert np.abs(waiting[:, 1] - 1.0).max() < 0.5
    assert np.diff(np.sort(waiting[:, 0])).min() > 0.5


def test_who_is_driven_off_and_comes_back_stands_again_where_they_stood():
    world = station(desk(mean=600.0))
    live_for(world, 20)
    people, second = world.people, int(np.argsort(world.people.ticket)[1])
    before = people.ticket.copy()
    people.fear[second] = 1.0
    live_for(world, 2)
    assert people.place[second] == NOBODY
    assert sorted(people.place[people.place != NOBODY].tolist()) == [0, 1, 2, 3]  # the others close up
    people.fear[:], people.behaviour_until[:] = 0.0, 0
    live_for(world, 25)
    assert np.array_equal(people.ticket, before)
    assert people.place[second] == 1


def test_a_queue_that_is_scattered_forms_again_in_its_order_and_nobody_is_lost_or_served_twice():
    world = station(desk(mean=4.0))
    live_for(world, 15)
    people, served = world.people, (world.people.plan_step > 0).copy()
    waiting = np.flatnonzero(people.place > 0)
    order = waiting[np.argsort(people.ticket[waiting])]
    people.fear[:] = 0.9
    live_for(world, 1.5)
    assert (people.place[order] == NOBODY).all()
    people.fear[:], people.behaviour_until[:] = 0.0, 0
    came = []
    for _ in range(600):
        live_for(world, 0.1)
        came += [row for row in order.tolist() if people.plan_step[row] == 1 and row not in came]
    assert came == order.tolist()
    assert (people.plan_step == 1).all()
    assert not served.all()


def test_who_was_interrupted_has_only_the_rest_to_come():
    world = station(desk(mean=100.0, sd=0.0), text=SQUARE.replace("ccccc", "c...."))
    live_for(world, 30)
    rest = world.people.service_left[0]
    assert 0.0 < rest < 95.0
    world.people.fear[0] = 1.0
    live_for(world, 1)
    world.people.fear[0], world.people.behaviour_until[0] = 0.0, 0
    live_for(world, 12)
    assert world.people.service_left[0] < rest


def test_who_has_left_the_ground_queues_anew():
    world = station(desk(mean=600.0))
    live_for(world, 20)
    first = int(np.argmin(world.people.ticket))
    world.people.present[first], world.people.left[first] = False, True
    services.serve(world)
    assert world.people.ticket[first] == NOBODY
    assert world.people.place[first] == NOBODY


def test_nobody_is_served_while_nobody_serves():
    staffed = desk(by=np.array([[0.5, 3.0]]))
    world = station(staffed, text="b" + SQUARE.strip()[1:], plans={"b": (Serve(DESK),)})
    live_for(world, 12)
    assert (world.people.plan_step[:5] == 1).any()  # somebody was served
    staff = int(np.flatnonzero(world.people.group == 1)[0])
    world.people.fallen[staff] = world.people.hurt[staff] = True
    live_for(world, 0.2)
    left = world.people.service_left.copy()
    live_for(world, 5)
    assert np.array_equal(world.people.service_left, left)


def test_where_the_next_place_is_full_people_stay_at_the_desk():
    full = desk(name="warung", at=np.array([[13.0, 4.0]]), waiting=NOWHERE, mean=600.0)
    world = station(desk(), full)
    live_for(world, 60)
    assert np.count_nonzero(world.people.plan_step == 1) == 1
    assert np.count_nonzero(world.people.place == 0) == 2  # one at the stall, one done and still at the desk
    assert not world.people.left.any()


def test_who_waits_on_a_chair_keeps_it():
    chairs = desk(waiting=np.array([[4.0, 2.0], [5.0, 2.0], [6.0, 2.0], [7.0, 2.0]]), seated=True, mean=8.0)
    world = station(chairs)
    live_for(world, 6)
    sat = world.people.place.copy()
    live_for(world, 6)
    still = (sat > 0) & (world.people.place > 0)
    assert still.sum() >= 2
    assert np.array_equal(sat[still], world.people.place[still])


def test_a_queue_goes_on_from_a_checkpoint_as_if_nothing_had_been():
    world, other = station(desk()), station(desk())
    live_for(world, 8)
    load(other, save(world))
    world.bodies = world.senses = None
    live_for(world, 8)
    live_for(other, 8)
    assert state_hash(other) == state_hash(world)


def test_who_never_queues_is_left_alone():
    world = picture("c.c")
    live_for(world, 1)
    assert (world.people.ticket == NOBODY).all()
    assert (world.people.served_at == LONG_AGO).all()
    arrivals.arrive(world)
