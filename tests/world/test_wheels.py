import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.world.wheels import Boxes, boxes, in_the_way
from tests.pictures import picture

metres, turns = st.floats(-30.0, 30.0), st.floats(-7.0, 7.0)


def box(x: float = 0.0, y: float = 0.0, heading: float = 0.0) -> Boxes:
    """A water cannon, 7.5 m long and 2.5 m wide."""
    return Boxes(np.array([0]), np.array([[x, y]]), np.array([heading]), np.array([[3.75, 1.25]]))


def test_the_gap_is_measured_from_the_sides_from_the_corners_and_inside():
    points = np.array([(5.75, 0.0), (0.0, -3.25), (6.75, 5.25), (3.0, 0.0)])
    assert box().gap(points)[0] == pytest.approx([2.0, 2.0, 5.0, -0.75])


@given(metres, metres, turns, metres, metres)
def test_the_gap_does_not_change_when_all_is_moved_and_turned(x, y, heading, u, v):
    cos, sin = np.cos(heading), np.sin(heading)
    there = np.array([[x + cos * u - sin * v, y + sin * u + cos * v]])
    assert box(x, y, heading).gap(there)[0, 0] == pytest.approx(box().gap(np.array([[u, v]]))[0, 0], abs=1e-6)


@given(metres, metres, turns)
def test_the_rim_of_a_box_lies_on_its_sides(x, y, heading):
    turned = box(x, y, heading)
    assert turned.gap(turned.rim()[0])[0] == pytest.approx(np.zeros(8), abs=1e-6)


@given(metres, metres, st.floats(0.0, 20.0))
def test_nobody_within_reach_is_sieved_out(x, y, reach):
    point = np.array([[x, y]])
    if box(heading=0.5).gap(point)[0, 0] <= reach:
        assert box(heading=0.5).near(point, reach).tolist() == [0]


def test_nobody_arrives_in_a_vehicle_and_no_vehicle_on_people():
    world = picture("..V.c.....c")
    people, (car,), (beside, away) = world.people, world.units["v"].rows, world.groups[0].rows
    assert in_the_way(world, np.array([beside, away]), 0.6).tolist() == [True, False]
    people.present[car] = False
    assert in_the_way(world, np.array([car]), 0.6).tolist() == [True]
    people.present[beside] = False
    assert in_the_way(world, np.array([car, beside]), 0.6).tolist() == [False, False]


def test_only_vehicles_that_are_there_are_boxes():
    world = picture("..W...V..c.L")
    world.people.present[world.units["v"].rows] = False
    assert boxes(world).rows.tolist() == world.units["w"].rows.tolist()
    assert boxes(world).half.tolist() == [[3.75, 1.25]]
