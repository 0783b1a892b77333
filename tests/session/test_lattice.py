import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.session.lattice import MARGIN, Lattice

metres = st.floats(-MARGIN, 400.0)


@given(st.lists(st.tuples(metres, metres, st.floats(-10.0, 10.0)), min_size=1, max_size=20))
def test_places_come_back_within_a_centimetre_and_headings_within_a_hundredth_of_a_degree(people):
    x, y, heading = np.array(people).T
    lattice = Lattice.over((390.0, 300.0))
    steps = lattice.steps(np.column_stack([x, y]), heading)[:, None]
    assert lattice.place(steps)[0] == pytest.approx(np.column_stack([x, y]), abs=0.00501)
    turned = lattice.heading(steps)[0] - heading
    assert np.cos(turned) == pytest.approx(np.ones(len(people)), abs=1e-8)


def test_a_ground_too_wide_for_centimetres_is_kept_more_coarsely():
    lattice = Lattice.over((2000.0, 100.0))
    place = lattice.place(lattice.steps(np.array([[2000.0, 50.0]]), np.zeros(1))[:, None])
    assert place[0, 0] == pytest.approx([2000.0, 50.0], abs=0.02)


def test_who_stands_outside_is_kept_at_the_edge():
    lattice = Lattice.over((100.0, 100.0))
    place = lattice.place(lattice.steps(np.array([[-500.0, 9000.0]]), np.zeros(1))[:, None])
    assert place[0, 0] == pytest.approx([-MARGIN, -MARGIN + 655.35])
