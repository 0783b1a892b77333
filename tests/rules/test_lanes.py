import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules import lanes
from game.rules.formations.bersaf import INTERVAL, Bersaf

RANK = Bersaf(1).places(15)


@given(st.integers(1, 30), st.integers(1, 30))
def test_the_relief_stands_in_the_intervals_and_reaches_as_far_to_both_sides(count, files):
    rank = Bersaf(1).places(count)[:, 1]
    posts = lanes.posts(rank, files)
    assert np.all(np.diff(posts) == pytest.approx(-INTERVAL))
    off = (posts[:, None] - rank[None]) / INTERVAL
    assert off % 1.0 == pytest.approx(np.full(off.shape, 0.5))
    assert abs(posts[0] + posts[-1]) <= INTERVAL + 1e-9


def test_everyone_stands_at_the_shoulders_of_those_before_him():
    posts = lanes.posts(RANK[:, 1], 19)
    apart = np.hypot(lanes.depths(posts, RANK)[:, None] - RANK[:, 0], posts[:, None] - RANK[:, 1])
    assert apart.min() == pytest.approx(lanes.TOUCH)


def test_where_the_rank_was_pushed_back_the_relief_stands_farther_back():
    rank = RANK.copy()
    rank[7, 0] = -0.5
    depths = lanes.depths(lanes.posts(rank[:, 1], 19), rank)
    assert depths.min() == pytest.approx(-0.5 - np.sqrt(lanes.TOUCH**2 - (INTERVAL / 2) ** 2))
    assert depths.max() > -0.25


def test_the_ranks_of_the_relief_stand_behind_each_other_the_last_behind_the_middle():
    files = np.column_stack([np.full(5, -0.3), INTERVAL * (2 - np.arange(5))])
    places = lanes.behind(files, 13)
    assert places[:5].tolist() == files.tolist()
    assert places[10:, 1].tolist() == files[1:4, 1].tolist()
    assert set(places[:, 0].round(6)) == {-0.3, -1.2, -2.1}
