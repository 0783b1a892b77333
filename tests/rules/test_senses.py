import dataclasses

import numpy as np
import pytest

from game.rules import senses
from game.rules.feelings import PRESENCE
from game.world.people import NOBODY
from game.world.senses import perceived
from tests.pictures import picture


def sensed(world):
    senses.sense(world)
    return perceived(world)


def test_the_nearest_eight_are_neighbours_and_nobody_is_their_own():
    look = sensed(picture("ccccc\nccccc\nccccc"))
    middle = 7
    assert sorted(look.near[middle].tolist()) == [1, 2, 3, 6, 8, 11, 12, 13]
    assert (look.near != np.arange(15)[:, None]).all()


def test_neighbours_further_than_three_metres_are_not_felt():
    look = sensed(picture("c...c"))
    assert (look.near == NOBODY).all()
    assert (look.weight == 0.0).all()


def test_nobody_is_their_own_neighbour_even_where_two_are_on_one_spot():
    world = picture("cc")
    world.people.position[1] = world.people.position[0]
    look = sensed(world)
    assert (look.weight[look.near == np.arange(2)[:, None]] == 0.0).all()


def test_the_absent_and_the_fallen_are_not_felt():
    world = picture("cccL")
    world.people.present[1] = False
    world.people.fallen[3] = True
    look = sensed(world)
    assert look.near[0][look.weight[0] > 0.0].tolist() == [2]
    assert look.crowd[0] == 1.0
    assert look.police[0] == 0.0
    assert np.isinf(look.line_distance[0])


def test_officers_and_hostile_people_count_within_twelve_metres_but_not_oneself():
    world = picture("L......c.c........c................................................c")
    world.people.hostile[:] = world.people.civilian
    look = sensed(world)
    assert look.police[:4].tolist() == [1.0, 1.0, 0.0, 0.0]
    assert look.hostiles[:4].tolist() == [2.0, 2.0, 2.0, 0.0]


def test_circles_hold_as_many_as_a_count_one_by_one():
    rng = np.random.default_rng(0)
    points = rng.uniform(0.0, (90.0, 60.0), (2000, 2))
    around = senses._within_circle(points, np.ones((1, 2000)), (90.0, 60.0))[0]
    exact = (np.hypot(*(points[:, None] - points).transpose(2, 0, 1)) <= senses.AROUND).sum(axis=1)
    assert around.mean() == pytest.approx(exact.mean(), rel=0.05)


def test_a_wall_hides_the_line_and_its_gear():
    open_, walled = picture("L....c"), picture("L..#.c")
    for world in (open_, walled):
        world.units["l"].posture = "berlindung"
    assert sensed(open_).gear[0] == 1.0
    assert sensed(walled).gear[0] == 0.0
    assert not perceived(walled).faces_line(40.0)[0]


def test_a_negotiator_is_no_line():
    look = sensed(picture("N..c....L"))
    assert look.line_distance[0] == pytest.approx(5.0)


def test_a_negotiator_is_heard_by_moderates_near_by_and_not_by_radicals():
    reached = sensed(picture("cx.N................c")).facilitation
    assert reached[0] == PRESENCE  # supporters come first, near and far, then the agitator
    assert reached[1] == 0.0
    assert reached[2] == 0.0


def test_words_reach_farther_than_presence():
    world = picture("c...............N")
    assert sensed(world).facilitation[0] == 0.0
    world.facilitating["n"] = world.tick + 1
    assert sensed(world).facilitation[0] > 0.5


def test_everyone_has_looked_round_within_half_a_second():
    world = picture("cc" + "." * 20)
    sensed(world)
    world.people.position[1, 0] += 15.0
    for _ in range(senses.TURNS):
        world.tick += 3
        senses.sense(world)
    assert (perceived(world).weight[0] == 0.0).all()


def test_a_world_at_a_whole_minute_senses_the_same_with_and_without_a_past():
    world, fresh = picture("c.cc.L.c"), picture("c.cc.L.c")
    sensed(world)
    for each in (world, fresh):
        each.tick = 1800
        each.people.position[1] += 0.3
    with_past, without = vars(sensed(world)), vars(sensed(fresh))
    assert [name for name in with_past if not np.array_equal(with_past[name], without[name])] == []


def test_who_only_walks_neither_feels_nor_is_felt():
    world = picture("ccc.b")
    walker = dataclasses.replace(world.catalogue.roles[0], feels=False)
    world.catalogue = dataclasses.replace(world.catalogue, roles=(walker, *world.catalogue.roles[1:]))
    senses.sense(world)
    assert senses.feeling(world).tolist() == [False, False, False, True]
    assert perceived(world).crowd[3] == 0.0
    assert (perceived(world).weight[3] == 0.0).all()
