import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from game.world.grid import Near

crowds = st.integers(0, 2**32 - 1).map(np.random.default_rng)


@given(crowds, st.integers(0, 40))
def test_the_nearest_are_found_and_the_missing_are_nobody(rng, count):
    points = rng.uniform(0.0, 10.0, (count, 2))
    mask = rng.random(count) < 0.7
    queries = rng.uniform(0.0, 10.0, (5, 2))
    distance, row = Near(points, mask).nearest(queries, 3, 2.0)
    for query, far, who in zip(queries, distance, row, strict=True):
        apart = np.where(mask, np.hypot(*(points - query).T), np.inf)
        expected = np.sort(np.append(apart[apart < 2.0], [np.inf] * 3))[:3]
        np.testing.assert_allclose(far, expected)
        assert (who == -1).tolist() == np.isinf(expected).tolist()
        assert mask[who[who >= 0]].all()


@given(crowds)
def test_a_count_is_right_to_the_rim_of_the_circle(rng):
    points = rng.uniform(0.0, 60.0, (400, 2))
    here = np.ones(400, dtype=bool)
    counted = Near(points, here).count(points, 12.0)
    apart = np.hypot(*(points[:, None] - points).transpose(2, 0, 1))
    square = np.sqrt(2.0) * 1.2  # m, the diagonal of a square that is counted as one
    assert (counted >= (apart < 12.0 - square).sum(axis=1)).all()
    assert (counted <= (apart < 12.0 + square).sum(axis=1)).all()


def test_a_circle_counted_on_squares_has_a_circles_area():
    lattice = np.stack(np.meshgrid(np.arange(0.0, 50.0, 0.5), np.arange(0.0, 50.0, 0.5)), axis=-1).reshape(-1, 2)
    counted = Near(lattice, np.ones(len(lattice), dtype=bool)).count(np.array([[25.0, 25.0]]), 10.0)
    assert abs(counted[0] / (np.pi * 10.0**2 / 0.25) - 1.0) < 0.03


def test_weights_add_up_and_the_absent_weigh_nothing():
    points = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [30.0, 0.0]])
    near = Near(points, np.array([True, True, False, True]))
    weights = np.array([0.5, 0.25, 100.0, 7.0])
    assert near.weight(np.array([[0.5, 0.0], [30.0, 1.0]]), 5.0, weights).tolist() == [0.75, 7.0]


def test_nobody_there_counts_as_nobody():
    near = Near(np.zeros((3, 2)), np.zeros(3, dtype=bool))
    assert near.count(np.zeros((2, 2)), 5.0).tolist() == [0.0, 0.0]
    assert near.nearest(np.zeros((1, 2)), 2, 5.0)[1].tolist() == [[-1, -1]]
