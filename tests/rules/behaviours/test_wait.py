import pytest

from game.rules.behaviours.leave import Leave
from game.rules.behaviours.wait import Wait
from tests.crowds import live_for
from tests.pictures import picture


def test_starts_when_the_time_is_over_and_not_before():
    world = picture("c......X", plans={"c": (Wait(2.0), Leave())})
    live_for(world, 1.9)
    assert world.people.velocity[0] == pytest.approx(0.0, abs=1e-9)
    live_for(world, 0.4)
    assert world.people.velocity[0, 0] > 0.1


def test_all_who_wait_as_long_start_together():
    world = picture(".c.c.c.c.......X", plans={"c": (Wait(2.0), Leave())})
    live_for(world, 2.1)
    assert world.people.velocity[:, 0].min() > 0.01


def test_who_comes_later_waits_from_then_on():
    world = picture("c......X", plans={"c": (Wait(2.0), Leave())})
    world.people.present[0], world.people.arrives[0] = False, 60
    live_for(world, 3.9)
    assert world.people.plan_step[0] == 0
    live_for(world, 0.3)
    assert world.people.plan_step[0] == 1


def test_is_read_as_an_author_writes_it():
    assert Wait.read({"wait": {"for": "10s"}}) == Wait(10.0)
