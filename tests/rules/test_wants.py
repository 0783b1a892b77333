import dataclasses

import numpy as np

from game.rules import mood, senses, wants
from game.rules.behaviours.go import Go
from game.rules.behaviours.leave import Leave
from game.rules.behaviours.protest import Protest
from game.rules.kinds import BEHAVIOURS
from game.world.people import NOBODY
from tests.crowds import live_for
from tests.pictures import picture


def choose(world):
    senses.sense(world)
    mood.feel(world)
    wants.choose(world)


def test_everyone_follows_the_plan_of_their_group():
    world = picture("c.b..ZX", plans={"c": (Go("zona"),), "b": (Leave(),)})
    choose(world)
    assert [BEHAVIOURS[goal] for goal in world.people.behaviour] == ["go", "leave"]


def test_who_has_no_plan_stands():
    world = picture("c.b")
    choose(world)
    assert (world.people.behaviour == NOBODY).all()
    assert (world.people.way == 0.0).all()


def test_the_last_step_of_a_plan_is_kept():
    world = picture("cZ", plans={"c": (Go("zona"), Go("zona"))})
    live_for(world, 5)
    assert world.people.plan_step[0] == 1
    assert BEHAVIOURS[world.people.behaviour[0]] == "go"


def test_a_choice_is_kept_for_two_seconds():
    world = picture("c.......X", plans={"c": (Protest(),)})
    choose(world)
    world.people.fear[:] = 0.9
    choose(world)
    world.people.fear[:] = 0.0
    for tick, goal in ((57, "flee"), (60, "protest")):
        world.tick = tick
        wants.choose(world)
        assert BEHAVIOURS[world.people.behaviour[0]] == goal


def test_the_fallen_want_nothing_any_more():
    world = picture("c.....ZX", plans={"c": (Go("zona"),)})
    choose(world)
    world.people.fallen[:] = True
    choose(world)
    assert (world.people.way == 0.0).all()


def test_officers_are_left_to_their_tasks():
    world = picture("L.c..Z", plans={"c": (Go("zona"),)})
    officer = ~world.people.civilian
    world.people.way[officer] = 0.7
    world.people.press[officer] = 50.0
    choose(world)
    assert (world.people.way[officer] == 0.7).all()
    assert (world.people.press[officer] == 50.0).all()
    assert (world.people.behaviour[officer] == NOBODY).all()


def test_the_same_seed_lives_the_same_minute():
    worlds = [picture("L...ccxb\nL...ccbb\n....ccxX", plans={"c": (Protest(),), "x": (Protest(),)}) for _ in range(2)]
    for world in worlds:
        live_for(world, 20)
    assert np.array_equal(worlds[0].people.position, worlds[1].people.position)
    assert np.array_equal(worlds[0].people.anger, worlds[1].people.anger)


def test_a_plan_that_loops_begins_again():
    world = picture("ZZ..c....", plans={"c": (Go("zona"),)}, zones={"sana": [(7, 0), (9, 0), (9, 1), (7, 1)]})
    world.groups = (dataclasses.replace(world.groups[0], plan=(Go("zona"), Go("sana")), loops=True),)
    seen = []
    while len(seen) < 4 and world.seconds < 60:
        live_for(world, 0.1)
        if not seen or seen[-1] != world.people.plan_step[0]:
            seen.append(int(world.people.plan_step[0]))
    assert seen == [0, 1, 0, 1]
