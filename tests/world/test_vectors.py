import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from game.world.vectors import at_most, dot, nonzero, squared

VECTORS = arrays.arrays(np.float64, st.tuples(st.integers(0, 8), st.just(2)), elements=st.floats(-1e6, 1e6))


@given(VECTORS)
def test_the_squared_length_is_that_of_pythagoras(vectors):
    assert squared(vectors) == pytest.approx(np.linalg.norm(vectors, axis=1) ** 2)


@given(VECTORS)
def test_a_vector_that_leads_nowhere_is_the_only_one_of_two_zeros(vectors):
    assert nonzero(vectors).tolist() == vectors.any(axis=1).tolist()


@given(VECTORS)
def test_what_stands_across_has_no_share_in_a_way(vectors):
    across = np.column_stack([-vectors[:, 1], vectors[:, 0]])
    assert dot(vectors, across).tolist() == [0.0] * len(vectors)
    assert dot(vectors, vectors).tolist() == squared(vectors).tolist()


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_what_is_too_long_is_shortened_and_keeps_its_way(x, y):
    u, v = at_most(8.0, x, y)
    assert np.hypot(u, v) == pytest.approx(min(np.hypot(x, y), 8.0))
    assert u * y == pytest.approx(v * x)
