import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from game.rules import slots
from game.rules.formations.banjar_tiga import BanjarTiga
from game.rules.formations.bersaf import INTERVAL, Bersaf

FORMATIONS = st.one_of(st.integers(1, 6).map(Bersaf), st.just(BanjarTiga()))
TURNS = st.floats(-np.pi, np.pi)
SHIFTS = st.tuples(st.floats(-60.0, 60.0), st.floats(-60.0, 60.0)).map(np.array)


def ways(formation, goal, count, turn, shift):
    """Where each stands in `formation` facing +x, and the slot each gets in `goal`, both (count, 2)."""
    start = slots.laid_out(formation, count, np.zeros(2), 0.0)
    places = slots.laid_out(goal, count, shift, turn)
    return start, places[slots.given_out(start, places, turn)]


def nearest(points):
    """m between the two nearest of `points` (k, 2)."""
    return (np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1)) + 1e6 * np.eye(len(points))).min()


def crosses(a, b, c, d):
    """Whether the open segments a–b and c–d cross."""
    side = lambda p, q, r: (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])  # noqa: E731
    return side(a, b, c) * side(a, b, d) < -1e-9 and side(c, d, a) * side(c, d, b) < -1e-9


@given(FORMATIONS, FORMATIONS, st.integers(2, 40), TURNS, SHIFTS)
def test_seen_from_the_wheeling_unit_no_two_who_change_formation_meet(formation, goal, count, turn, shift):
    start, end = ways(formation, goal, count, turn, shift)
    wheel = turn if abs(turn) <= np.pi / 2 else slots.turn_between(np.pi, turn)
    end = slots.turned(end, -wheel)
    closest = min(nearest(start + share * (end - start)) for share in np.linspace(0.0, 1.0, 21))
    assert closest > 0.7 * INTERVAL


@given(FORMATIONS, st.integers(2, 40), TURNS, SHIFTS)
def test_no_two_of_a_formation_meet_on_straight_ways_however_it_turns(formation, count, turn, shift):
    start, end = ways(formation, formation, count, turn, shift)
    closest = min(nearest(start + share * (end - start)) for share in np.linspace(0.0, 1.0, 21))
    assert closest > 0.7 * INTERVAL * 0.7


@given(st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), min_size=2, max_size=30, unique=True), FORMATIONS)
def test_a_scattered_unit_gathers_without_two_meeting(scattered, goal):
    start = np.array(scattered)
    assume(nearest(start) > 0.4)
    places = slots.laid_out(goal, len(start), np.zeros(2), 0.0)
    end = places[slots.given_out(start, places, 0.0)]
    assert min(nearest(start + share * (end - start)) for share in np.linspace(0.0, 1.0, 21)) > 0.25


@given(st.integers(2, 40), st.floats(-np.pi / 2, np.pi / 2))
def test_a_line_that_wheels_keeps_its_left_and_crosses_no_ways(count, turn):
    start, end = ways(Bersaf(1), Bersaf(1), count, turn, np.zeros(2))
    across = end @ [-np.sin(turn), np.cos(turn)]
    assert np.all(np.diff(across) < 0.0)
    ends = list(zip(start, end, strict=True))
    assert not any(crosses(*one, *other) for one in ends for other in ends)


@given(st.integers(1, 6), st.integers(2, 40), st.floats(1.0, 60.0))
def test_a_block_that_marches_straight_on_moves_as_one(ranks, count, far):
    start, end = ways(Bersaf(ranks), Bersaf(ranks), count, 0.0, np.array([far, 0.0]))
    assert end - start == pytest.approx(np.broadcast_to([far, 0.0], start.shape))


@given(st.integers(2, 40), st.floats(2.0, np.pi))
def test_about_turn_mirrors_instead_of_crossing_over(count, turn):
    start, end = ways(Bersaf(1), Bersaf(1), count, turn, np.zeros(2))
    across = end @ [-np.sin(turn), np.cos(turn)]
    assert np.all(np.diff(across) > 0.0)  # who was on the left is on the right now
    assert np.hypot(*(end - start).T).max() <= 0.5 * (np.pi - turn) * np.ptp(start[:, 1]) + 1e-6


def test_a_line_that_faces_about_stays_where_it_is():
    start, end = ways(Bersaf(1), Bersaf(1), 30, np.pi, np.zeros(2))
    assert end == pytest.approx(start, abs=1e-9)


@given(st.floats(-10.0, 10.0), st.floats(-10.0, 10.0))
def test_a_turn_goes_the_short_way_round(before, after):
    turn = slots.turn_between(before, after)
    assert -np.pi <= turn <= np.pi
    assert np.cos(before + turn) == pytest.approx(np.cos(after), abs=1e-9)
