import numpy as np
import pytest

from game.rules.formations.setengah_lingkar import LEAST, SetengahLingkar


def test_two_arcs_stand_round_the_gate_behind_them():
    places = SetengahLingkar(2).places(30)
    radius = -places[:, 0].min()  # the ends of the outer arc stand beside the gate
    from_gate = np.hypot(places[:, 0] + radius, places[:, 1])
    assert np.unique(from_gate.round(6)).tolist() == pytest.approx([radius - 0.9, radius])
    assert places[:, 0].max() == pytest.approx(0.0, abs=0.05)


def test_everyone_faces_away_from_the_gate():
    places, headings = SetengahLingkar(2).places(30), SetengahLingkar(2).headings(30)
    out = places - (places[:, 0].min(), 0.0)
    assert np.arctan2(out[:, 1], out[:, 0]) == pytest.approx(headings)


def test_three_leave_the_gate_room_to_open():
    assert np.ptp(SetengahLingkar(1).places(3)[:, 1]) == pytest.approx(2 * LEAST)


def test_a_wide_front_takes_fewer_arcs():
    assert SetengahLingkar().fitted(30, 20.0) == SetengahLingkar(1)
    assert SetengahLingkar().fitted(30, 5.0).ranks > 2
