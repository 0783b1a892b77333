import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from game.world.cells import cells, nearest_to
from game.world.people import Floats, Ints

FAR = 1000.0  # m
PLACES = arrays.arrays(np.float64, st.tuples(st.integers(0, 60), st.just(2)), elements=st.floats(-FAR, FAR, width=32))
PLACE = st.tuples(st.floats(-2 * FAR, 2 * FAR), st.floats(-2 * FAR, 2 * FAR))


def found(points: Floats, place: tuple[float, float], most: int, radius: float) -> tuple[Floats, Ints]:
    distance, row = np.full(most, np.inf), np.full(most, -1)
    count = nearest_to(*place, radius, cells(points, np.arange(len(points))), distance, row)
    return distance[:count], row[:count]


@settings(deadline=None)
@given(points=PLACES, place=PLACE, most=st.integers(1, 8), radius=st.sampled_from([0.5, 30.0, FAR, np.inf]))
def test_the_nearest_are_those_that_measuring_all_would_find(points, place, most, radius):
    apart = np.hypot(*(points - place).T)
    nearest = np.sort(apart[apart * apart <= radius * radius])[:most]
    distance, row = found(points, place, most, radius)
    assert distance == pytest.approx(nearest, rel=1e-12)
    assert apart[row] == pytest.approx(distance, rel=1e-12)
    assert len(set(row.tolist())) == len(row)


def test_who_stands_in_one_spot_is_found_one_by_one():
    distance, row = found(np.zeros((5, 2)), (3.0, 4.0), 3, np.inf)
    assert distance.tolist() == [5.0, 5.0, 5.0]
    assert len(set(row.tolist())) == 3


def test_a_few_on_a_wide_ground_need_few_cells():
    there = cells(np.array([[0.0, 0.0], [5000.0, 5000.0], [5000.0, 0.0]]), np.arange(3))
    assert there.columns * there.lines < 100


def test_a_file_a_kilometre_long_needs_few_cells():
    there = cells(np.column_stack([np.linspace(0, 1000, 20), np.zeros(20)]), np.arange(20))
    assert there.columns * there.lines < 300
