import numpy as np

from game.rules import senses
from game.rules.behaviours.press import GREATEST_PUSH, LEAST_PUSH, Press
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


def test_people_stop_pushing_and_make_room_where_somebody_lies_hurt():
    world = enraged("L.c.....\nL.c.....\nL.c.....")
    world.people.stones[:] = 0
    senses.sense(world)
    who = np.flatnonzero(world.people.civilian)
    lies, beside = who[1], who[[0, 2]]
    world.people.fallen[lies] = True
    world.people.margin[:] = 0.2
    way = Press().steer(world, beside)
    assert (world.people.press[beside] == 0.0).all()
    away = world.people.position[beside] - world.people.position[lies]
    assert (np.einsum("ki,ki->k", way, away) > 0.0).all()
    world.people.margin[:] = 0.5  # beyond all restraint
    Press().steer(world, beside)
    assert (world.people.press[beside] > 0.0).all()
