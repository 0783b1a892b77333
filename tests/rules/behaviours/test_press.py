import numpy as np

from game.rules.behaviours.press import GREATEST_PUSH, LEAST_PUSH
from game.rules.behaviours.protest import Protest
from game.rules.kinds import BEHAVIOURS
from tests.crowds import live_for
from tests.pictures import picture


def enraged(drawing):
    """A crowd without trust whose anger does not fade."""
    world = picture(drawing, plans={"c": (Protest(),)})
    people, rows = world.people, np.flatnonzero(world.people.civilian)
    for feeling, value in (("anger", 0.9), ("trust", 0.05), ("unity", 0.8)):
        getattr(people, feeling)[rows] = getattr(people, f"{feeling}_base")[rows] = value
    return world


def pressing(world):
    return world.people.behaviour[world.people.civilian] == BEHAVIOURS.index("press")


def test_an_enraged_crowd_goes_for_the_line_and_pushes_it():
    world = enraged("L.......cc.\nL.......cc.\nL.......cc.")
    live_for(world, 12)
    pushing = world.people.press[world.people.civilian]
    assert pressing(world).all()
    assert (pushing > 0.0).sum() >= 4
    assert LEAST_PUSH <= pushing[pushing > 0.0].min()
    assert pushing.max() <= GREATEST_PUSH


def test_a_line_behind_a_wall_is_not_gone_for():
    world = enraged("L..#....cc.\nL..#....cc.\nL..#....cc.")
    live_for(world, 4)
    assert not pressing(world).any()


def test_who_calms_down_goes_back_to_the_plan_after_two_seconds():
    world = enraged("L.......cc.\nL.......cc.")
    live_for(world, 4)
    people = world.people
    for feeling, value in (("anger", 0.0), ("trust", 1.0), ("unity", 0.0)):
        getattr(people, feeling)[:] = getattr(people, f"{feeling}_base")[:] = value
    live_for(world, 5)
    assert not pressing(world).any()
    assert (people.press == 0.0).all()
