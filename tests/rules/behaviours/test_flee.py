import numpy as np

from game.rules.behaviours.protest import Protest
from game.rules.kinds import BEHAVIOURS
from tests.crowds import live_for
from tests.pictures import picture

SQUARE = "L....c......................X\nL....c......................X"


def frightened(fear, anger):
    world = picture(SQUARE, plans={"c": (Protest(),)})
    live_for(world, 0.1)
    world.people.fear[world.people.civilian] = fear
    world.people.anger[world.people.civilian] = anger
    return world


def goals(world):
    return {BEHAVIOURS[goal] for goal in world.people.behaviour[world.people.civilian]}


def test_the_frightened_run_from_the_line_toward_the_exit():
    world = frightened(fear=0.95, anger=0.1)
    x = world.people.position[0, 0]
    live_for(world, 3)
    assert goals(world) == {"flee"}
    assert world.people.position[0, 0] > x + 4.0
    assert world.people.velocity[0, 0] > 1.8


def test_who_is_angrier_than_afraid_stays():
    world = frightened(fear=0.7, anger=0.9)
    live_for(world, 1)
    assert "flee" not in goals(world)


def test_fear_passes_and_people_come_back_to_what_they_meant_to_do():
    world = frightened(fear=0.65, anger=0.1)
    live_for(world, 8)
    assert goals(world) == {"protest"}


def test_running_into_the_exit_is_going_home():
    world = frightened(fear=1.0, anger=0.0)
    world.people.position[np.flatnonzero(world.people.civilian), 0] += 16.0
    world.bodies = None
    live_for(world, 6)
    assert world.people.left[world.people.civilian].all()
