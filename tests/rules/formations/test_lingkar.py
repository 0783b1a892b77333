import numpy as np
import pytest

from game.rules.formations.bersaf import INTERVAL
from game.rules.formations.lingkar import Lingkar
from tests.parade import block, ground, order, until_done


def test_thirty_stand_shoulder_to_shoulder_in_a_ring_and_look_outward():
    places, headings = Lingkar().places(30), Lingkar().headings(30)
    middle = places.mean(axis=0)
    out = places - middle
    assert np.hypot(*out.T) == pytest.approx(np.full(30, np.hypot(*out[0])))
    assert np.arctan2(out[:, 1], out[:, 0]) == pytest.approx(headings, abs=0.02)
    assert np.hypot(*np.diff(places, axis=0).T) == pytest.approx(np.full(29, INTERVAL))


def test_a_few_leave_room_for_those_they_protect():
    assert np.ptp(Lingkar().places(4)[:, 0]) == pytest.approx(2 * 1.5 * np.cos(np.pi / 4))


def test_a_drawn_width_is_the_rings():
    assert np.ptp(Lingkar().fitted(8, 8.0).places(8)[:, 0]) == pytest.approx(8.0 * np.cos(np.pi / 8))


def test_officers_of_a_ring_turn_outward_when_they_have_formed_it():
    world = ground(A=block(10, 10, 6, 2))
    order(world, "form", unit="a", formation="lingkar")
    until_done(world, "a", 30.0)
    people, rows = world.people, world.units["a"].rows
    out = people.position[rows] - people.position[rows].mean(axis=0)
    off = np.angle(np.exp(1j * (people.heading[rows] - np.arctan2(out[:, 1], out[:, 0]))))
    assert np.abs(off).max() < 0.35
