import numpy as np

from game.rules import arrivals
from game.rules.behaviours.leave import Leave
from tests.crowds import live_for
from tests.pictures import picture


def test_people_come_when_their_time_has_come():
    world = picture("c.c")
    world.people.present[:] = False
    world.people.arrives[:] = [0, 30]
    arrivals.arrive(world)
    assert world.people.present.tolist() == [True, False]
    world.tick = 30
    arrivals.arrive(world)
    assert world.people.present.all()


def test_nobody_arrives_on_top_of_somebody():
    world = picture("cc..")
    world.people.present[:] = [True, False]
    world.people.position[0] = world.people.position[1]
    arrivals.arrive(world)
    assert not world.people.present[1]
    world.people.position[0] += (2.0, 0.0)
    arrivals.arrive(world)
    assert world.people.present[1]


def test_a_unit_that_arrives_later_is_told_of_once():
    world = picture("LLL")
    world.people.present[:] = False
    world.people.arrives[:] = 60
    world.tick = 60
    arrivals.arrive(world)
    arrivals.arrive(world)
    assert [(event.word, event.actor, event.strength) for event in world.said] == [("unit_arrived", "l", 3)]


def test_who_was_there_from_the_start_is_not_told_of():
    world = picture("LLL")
    world.people.present[:] = False
    arrivals.arrive(world)
    assert world.people.present.all()
    assert world.said == []


def test_who_walks_home_is_gone_at_the_exit_and_the_last_one_is_told_of():
    world = picture("...c.X\n.c...X", plans={"c": (Leave(),)})
    events = live_for(world, 3)
    assert world.people.left.tolist() == [True, False]
    assert events == []
    live_for(world, 3)
    assert world.people.left.all()
    assert not world.people.present.any()
    assert [(event.word, event.actor, event.people) for event in events] == [("group_left", "supporter", 2)]


def test_who_has_gone_does_not_come_back():
    world = picture("c")
    world.people.present[:], world.people.left[:] = False, True
    arrivals.arrive(world)
    assert not world.people.present.any()


def test_standing_in_an_exit_is_not_leaving():
    world = picture("c.X")
    world.people.position[0] = world.ground.exits["keluar"].centre
    arrivals.leave(world)
    assert world.people.present.all()
    assert np.array_equal(world.people.left, [False])
