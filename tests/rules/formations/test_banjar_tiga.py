import numpy as np
import pytest

from game.rules.formations.banjar_tiga import DISTANCE, INTERVAL, BanjarTiga


def test_thirty_stand_in_three_files_of_ten():
    places = BanjarTiga().places(30)
    files, in_file = np.unique(places[:, 1].round(9), return_counts=True)
    assert files.tolist() == pytest.approx([-INTERVAL, 0.0, INTERVAL])
    assert in_file.tolist() == [10, 10, 10]
    assert places[:, 0].min() == pytest.approx(-9 * DISTANCE)


def test_it_is_as_wide_as_it_is_whatever_front_is_drawn():
    assert BanjarTiga().fitted(30, 50.0) == BanjarTiga()
