import numpy as np
import pytest

from game.world.eikonal import walking_distance

CELL = 0.25  # m


def disc(shape: tuple[int, int], row: float, column: float, radius: float = 2.0) -> np.ndarray:
    """Known distances round a point, inf outside `radius`."""
    rows, columns = np.mgrid[: shape[0], : shape[1]]
    distance = CELL * np.hypot(rows - row, columns - column)
    return np.where(distance < radius, distance, np.inf)


def walk(free: np.ndarray, start: np.ndarray, slowness: np.ndarray | None = None) -> np.ndarray:
    return walking_distance(free, start, np.ones(free.shape) if slowness is None else slowness, CELL)


def test_in_the_open_the_walk_is_the_straight_line():
    free = np.ones((160, 160), dtype=bool)
    walked = walk(free, disc(free.shape, 80, 80))
    straight = disc(free.shape, 80, 80, radius=1e9)
    assert np.abs(walked - straight).max() < 0.02 * straight.max()


def test_a_wall_is_walked_round():
    free = np.ones((80, 80), dtype=bool)
    free[:60, 40] = False
    walked = walk(free, disc(free.shape, 10, 20, radius=0.3))
    behind_the_wall = CELL * (np.hypot(50, 20) + np.hypot(50, 20))
    assert abs(walked[10, 60] - behind_the_wall) < 0.05 * behind_the_wall


def test_a_sealed_yard_cannot_be_reached():
    free = np.ones((60, 60), dtype=bool)
    free[20:40, 20] = free[20:40, 39] = free[20, 20:40] = free[39, 20:40] = False
    walked = walk(free, disc(free.shape, 5, 5, radius=0.3))
    assert np.isinf(walked[30, 30])
    assert np.isinf(walked[~free]).all()


def test_a_slow_strip_counts_as_many_metres_as_it_costs_time():
    free = np.ones((160, 160), dtype=bool)
    slowness = np.ones(free.shape)
    slowness[:, 60:100] = 3.0
    walked = walk(free, disc(free.shape, 80, 20), slowness)
    assert walked[80, 140] == pytest.approx(CELL * (120 + 2 * 40), rel=0.02)


def test_a_slow_patch_is_walked_round_where_that_is_sooner():
    free = np.ones((160, 160), dtype=bool)
    slowness = np.ones(free.shape)
    slowness[70:90, 70:90] = 5.0
    walked = walk(free, disc(free.shape, 80, 20), slowness)
    assert walked[80, 140] == pytest.approx(CELL * (2 * np.hypot(50, 10) + 20), rel=0.03)
