import numpy as np
import pytest

from game.rules.formations.bersaf import INTERVAL
from game.rules.formations.melintang import Melintang


def test_its_right_is_held_back_to_turn_the_crowd_off_to_the_right():
    places = Melintang("kanan", ranks=1).places(20)
    assert np.all(np.diff(places[:, 1]) < 0.0)  # from left to right …
    assert np.all(np.diff(places[:, 0]) < 0.0)  # … farther and farther back
    assert np.hypot(*np.diff(places, axis=0).T) == pytest.approx(np.full(19, INTERVAL))


def test_to_the_left_it_is_the_mirror_image():
    right, left = Melintang("kanan", ranks=1).places(20), Melintang("kiri", ranks=1).places(20)
    assert left[::-1] == pytest.approx(right * (1.0, -1.0))


def test_everyone_faces_square_to_the_line():
    line = Melintang("kiri", angle=30.0, ranks=1)
    along = np.diff(line.places(5), axis=0)[0]
    heading = line.headings(5)[0]
    assert heading == pytest.approx(np.radians(30.0))
    assert along @ (np.cos(heading), np.sin(heading)) == pytest.approx(0.0, abs=1e-9)
