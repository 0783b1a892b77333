import numpy as np
import pytest

from game.rules.formations.paruh_lembing import ParuhLembing
from game.rules.ranks import ARMS


def test_one_leads_and_two_arms_follow_at_the_angle():
    places = ParuhLembing().places(31)
    left, right = places[1::2], places[2::2]
    assert places[0].tolist() == [0.0, 0.0]
    assert left == pytest.approx(right * (1.0, -1.0))
    assert np.degrees(np.arctan2(left[:, 1], -left[:, 0])) == pytest.approx(np.full(15, 35.0))


def test_arms_close_it_along_both_sides():
    places = ParuhLembing().places(31)
    assert np.hypot(*np.diff(places[1::2], axis=0).T).max() < ARMS
