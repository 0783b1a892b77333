import numpy as np
import pytest

from game.rules.behaviours.protest import Protest
from game.world.senses import perceived
from tests.crowds import live_for
from tests.pictures import picture

GATE = np.array([[1.0, 5.0], [3.0, 5.0], [3.0, 9.0], [1.0, 9.0]])


def before_a_gate(people: str = "c" * 8, officers: str = "L"):
    """Eight rows of people some way east of a gate with officers in front of it."""
    rows = [("...." if i < 3 or i > 10 else "..." + officers) + "." * 12 + people + "..." for i in range(14)]
    return picture("\n".join(rows), zones={"gerbang": GATE}, plans={"c": (Protest("gerbang"),)}, facing={"L": 0.0})


@pytest.fixture(scope="module")
def settled():
    """The crowd after a minute."""
    world = before_a_gate()
    live_for(world, 60)
    return world


def crowd_of(world):
    return np.flatnonzero(world.people.civilian)


def test_a_crowd_stands_about_one_and_a_half_to_two_per_square_metre(settled):
    inner = settled.people.density[crowd_of(settled)]
    assert 1.3 <= np.median(inner) <= 2.2


def test_the_front_row_keeps_one_to_two_metres_from_the_line(settled):
    nearest = perceived(settled).line_distance[crowd_of(settled)].min()
    assert 1.0 <= nearest <= 2.0


def test_nobody_walks_past_the_line(settled):
    officers = settled.people.position[~settled.people.civilian, 0]
    assert settled.people.position[crowd_of(settled), 0].min() > officers.max()


def test_those_who_stand_stand_still(settled):
    rows = crowd_of(settled)
    before = settled.people.position[rows].copy()
    live_for(settled, 5)
    moved = np.hypot(*(settled.people.position[rows] - before).T)
    assert (moved < 0.05).mean() > 0.95


def test_they_face_what_they_protest_at(settled):
    toward_gate = -np.cos(settled.people.heading[crowd_of(settled)])  # it lies west
    assert (toward_gate > 0.5).mean() > 0.9


def test_a_calm_crowd_steps_back_before_officers_who_come_close():
    world = before_a_gate(officers="L" + "." * 11)  # a row of squares to walk into
    live_for(world, 20)
    rows, officers = crowd_of(world), np.flatnonzero(~world.people.civilian)
    front = rows[np.argmin(world.people.position[rows, 0])]
    world.people.position[officers[0]] = world.people.slot[officers[0]] = world.people.position[front] - (0.7, 0.0)
    world.bodies = None
    x = world.people.position[front, 0]
    live_for(world, 2)
    assert world.people.position[front, 0] > x + 0.1


def test_without_an_object_people_stay_where_they_are():
    world = picture("cc....\ncc....", plans={"c": (Protest(),)})
    before = world.people.position.copy()
    live_for(world, 5)
    assert world.people.position == pytest.approx(before, abs=0.05)
