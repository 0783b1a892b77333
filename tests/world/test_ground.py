import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.world.ground import Ground, Zone
from tests.pictures import picture

HOUSE = np.array([(4.0, 4.0), (8.0, 4.0), (8.0, 7.0), (4.0, 7.0)])
YARD = Ground((20.0, 10.0), (HOUSE,))
places = st.tuples(st.floats(0.0, 20.0), st.floats(0.0, 10.0))


def points(*xy: tuple[float, float]) -> np.ndarray:
    return np.array(xy, dtype=float)


@given(places)
def test_clearance_is_the_distance_to_the_house_or_the_rim(place):
    x, y = place
    off = np.hypot(max(4.0 - x, 0.0, x - 8.0), max(4.0 - y, 0.0, y - 7.0))
    true = min(off, x, 20.0 - x, y, 10.0 - y)
    if off > 0.0:
        assert YARD.clearance(points(place))[0] == pytest.approx(true, abs=0.14)  # half a cell's diagonal off a corner
    else:
        assert YARD.clearance(points(place))[0] <= 0.14


def test_nobody_stands_in_a_house_or_outside_the_rim():
    asked = points((2, 2), (6, 5), (3.9, 5), (-1, 5), (19.95, 5))
    assert YARD.stands(asked, 0.2).tolist() == [True, False, False, False, False]


def test_the_way_away_from_a_wall_leads_straight_off_it():
    assert YARD.nearest_wall(points((3.5, 5.5), (8.5, 5.5), (6, 7.5)))[1] == pytest.approx(
        points((-1, 0), (1, 0), (0, 1)), abs=0.05
    )


@given(places)
def test_the_nearest_stand_is_one_and_near(place):
    stand = YARD.nearest_stand(points(place), 0.2)
    assert YARD.stands(stand, 0.2).all()
    assert np.hypot(*(stand - place).T)[0] < 2.2  # from the middle of the house, the farthest from any


def test_a_line_laid_through_a_house_stands_beside_it_side_by_side():
    line = np.column_stack([np.full(9, 7.0), np.linspace(2.0, 8.0, 9)])
    stand = YARD.nearest_stand(line, 0.2)
    apart = np.hypot(*(stand[:, None] - stand[None]).transpose(2, 0, 1))
    assert YARD.stands(stand, 0.2).all()
    assert apart[np.triu_indices(9, 1)].min() >= 0.4


def test_a_house_hides_what_stands_behind_it():
    seen = YARD.sees(points((2, 5), (2, 9), (2, 5)), points((12, 5), (12, 9), (3, 1)))
    assert seen.tolist() == [False, True, True]


def test_all_of_a_crowd_may_look_at_one_place():
    assert YARD.sees(points((2, 5), (10, 5)), np.array([12.0, 5.0])).tolist() == [False, True]


def test_a_zone_holds_its_sample():
    corner = Zone("sudut", np.array([(0.0, 0.0), (4.0, 0.0), (0.0, 4.0)]))
    sample = corner.sample(np.random.default_rng(1), 50)
    assert sample.shape == (50, 2)
    assert corner.contains(sample).all()
    assert (sample.sum(axis=1) < 4.0).all()


def test_a_dented_zone_does_not_hold_its_dent():
    dented = Zone("siku", np.array([(0.0, 0.0), (4.0, 0.0), (4.0, 1.0), (1.0, 1.0), (1.0, 4.0), (0.0, 4.0)]))
    assert dented.contains(points((0.5, 3), (3, 0.5), (3, 3))).tolist() == [True, True, False]


def test_a_picture_becomes_the_ground_it_shows():
    world = picture("""
        ..#X
        c.#.
        ..Z.
    """)
    people = world.people
    assert people.position.tolist() == [[0.5, 1.5]]
    assert world.ground.stands(points((2.5, 1.5), (2.5, 0.5)), 0.2).tolist() == [False, True]
    assert world.ground.zones["zona"].contains(points((2.5, 0.5))).all()
    assert world.ground.exits["keluar"].contains(points((3.5, 2.5))).all()
