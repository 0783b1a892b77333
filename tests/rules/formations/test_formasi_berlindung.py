import numpy as np

from game.rules.formations.bersaf import Bersaf
from game.rules.formations.formasi_berlindung import FormasiBerlindung

LANJUT = 0.48  # m, from shoulder to shoulder


def test_it_is_tighter_than_a_line_but_nobody_stands_in_another():
    places = FormasiBerlindung(3).places(38)
    apart = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1)) + 10.0 * np.eye(38)
    assert apart.min() >= LANJUT
    assert np.ptp(places[:, 1]) < np.ptp(Bersaf(3).places(38)[:, 1])
