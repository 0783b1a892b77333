"""Shapes are cut without losing or inventing ground."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.ground.geometry import across, chords, dashes, half_of, main_direction, spaced

ROOF = np.array([(0, 0), (20, 0), (20, 8), (0, 8)], float)


def area(shape: np.ndarray) -> float:
    x, y = shape.T
    return abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2


@st.composite
def convex(draw: st.DrawFn) -> np.ndarray:
    """A convex polygon of 3 to 8 corners on an ellipse, m."""
    turns = sorted(draw(st.lists(st.floats(0, 6.2), min_size=3, max_size=8, unique_by=lambda turn: round(turn, 1))))
    return np.column_stack([np.cos(turns), np.sin(turns)]) * (draw(st.floats(2, 40)), draw(st.floats(2, 40))) + 50


def test_a_ridge_runs_along_the_longest_edge():
    assert abs(main_direction(ROOF) @ (1, 0)) == pytest.approx(1)


@given(convex(), st.floats(0, 6.28))
def test_two_halves_are_the_whole(shape, turn):
    normal = np.array([np.cos(turn), np.sin(turn)])
    assert area(half_of(shape, normal)) + area(half_of(shape, -normal)) == pytest.approx(area(shape), rel=1e-6)


@given(convex(), st.floats(0, 6.28), st.floats(0.3, 5))
def test_chords_stay_inside_and_lie_square_to_the_direction(shape, turn, step):
    direction = np.array([np.cos(turn), np.sin(turn)])
    for chord in chords(shape, direction, step):
        assert (chord[1] - chord[0]) @ direction == pytest.approx(0, abs=1e-6)
        for side in (direction, across(direction)):
            assert (shape @ side).min() - 1e-6 <= (chord @ side).min()
            assert (chord @ side).max() <= (shape @ side).max() + 1e-6


def test_a_hollow_shape_is_crossed_twice():
    yard = np.array([(0, 0), (9, 0), (9, 6), (6, 6), (6, 3), (3, 3), (3, 6), (0, 6)], float)
    at_five = [chord for chord in chords(yard, np.array([0.0, 1.0]), 2.0) if chord[0][1] == pytest.approx(5)]
    assert len(at_five) == 2


def test_posts_stand_at_both_ends_and_evenly_between():
    assert spaced([(0, 0), (6, 0), (6, 3)], 1.5).tolist() == [
        [0, 0], [1.5, 0], [3, 0], [4.5, 0], [6, 0], [6, 1.5], [6, 3]
    ]  # fmt: skip


def test_a_dashed_line_is_half_drawn():
    drawn = sum(float(np.hypot(*(b - a))) for a, b in dashes([(0, 0), (60, 0)], 3, 3))
    assert drawn == pytest.approx(30, rel=0.05)
