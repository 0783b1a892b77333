"""The camera: metres to pixels and back, zoom to the pointer, no way off the sheet."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.camera import BORDER, ZOOMS, Camera

WINDOW = (1280, 720)
INSET = (210, 60, 240, 104)


@pytest.fixture
def camera():
    return Camera((120.0, 90.0), WINDOW, INSET)


def test_north_is_up_and_east_is_right(camera):
    here, north, east = camera.to_screen([(60, 45), (60, 46), (61, 45)])
    assert np.allclose(north - here, (0, -camera.zoom))
    assert np.allclose(east - here, (camera.zoom, 0))


def test_one_point_is_converted_like_many(camera):
    assert camera.to_screen((3.0, 4.0)) == pytest.approx(camera.to_screen([(3.0, 4.0)])[0])


@given(
    st.lists(st.tuples(st.floats(0, 120), st.floats(0, 90)), min_size=1, max_size=5),
    st.integers(0, len(ZOOMS) - 1),
    st.tuples(st.floats(0, 120), st.floats(0, 90)),
)
def test_to_the_screen_and_back_is_where_it_was(points, step, centre):
    camera = Camera((120.0, 90.0), WINDOW, INSET, step)
    camera.look_at(centre)
    assert np.allclose(camera.to_world(camera.to_screen(points)), points)


def test_zoom_keeps_what_is_under_the_pointer(camera):
    pointer = (700.0, 300.0)
    held = camera.to_world(pointer)
    camera.zoom_by(1, pointer)
    assert camera.zoom == 24
    assert np.allclose(camera.to_screen(held), pointer, atol=1)  # px: the ground lies on whole pixels


def test_zoom_ends_at_the_nearest_and_the_farthest(camera):
    camera.zoom_by(99, (640, 360))
    assert camera.zoom == 42
    camera.zoom_by(-99, (640, 360))
    assert camera.zoom == 7


def test_pan_moves_the_ground_with_the_hand(camera):
    before = camera.to_screen((60, 45))
    camera.pan((40, -25))
    assert np.allclose(camera.to_screen((60, 45)) - before, (40, -25), atol=1)


@given(st.lists(st.tuples(st.floats(-3000, 3000), st.floats(-3000, 3000), st.integers(-3, 3)), max_size=8))
def test_no_pan_or_zoom_leaves_the_sheet(moves):
    camera = Camera((120.0, 90.0), WINDOW, INSET)
    for x, y, steps in moves:
        camera.pan((x, y))
        camera.zoom_by(steps, (abs(x) % 1280, abs(y) % 720))
    left, top, width, height = camera.free
    west, south = camera.to_screen((0, 0))
    east, north = camera.to_screen((120, 90))
    if east - west + 2 * BORDER >= width:
        assert west - BORDER <= left + 1
        assert east + BORDER >= left + width - 1
    if south - north + 2 * BORDER >= height:
        assert north - BORDER <= top + 1
        assert south + BORDER >= top + height - 1


def test_a_small_place_lies_in_the_middle_of_what_panels_leave_free():
    camera = Camera((10.0, 8.0), WINDOW, INSET, step=0)
    camera.pan((500, 500))
    assert np.allclose(camera.to_screen((5, 4)), (210 + 830 / 2, 60 + 556 / 2), atol=1)


def test_a_place_is_fitted_whole_between_the_panels():
    camera = Camera((100.0, 70.0), WINDOW, INSET)
    camera.fit()
    left, top, width, height = camera.free
    (west, south), (east, north) = camera.to_screen([(0, 0), (100, 70)])
    assert left <= west < east <= left + width
    assert top <= north < south <= top + height


def test_a_window_that_grows_keeps_its_middle(camera):
    camera.look_at((58, 44))
    camera.resize((1920, 1080), INSET)
    left, top, width, height = camera.free
    assert np.allclose(camera.to_screen((58, 44)), (left + width / 2, top + height / 2), atol=1)


def test_only_who_is_near_the_window_is_in_view(camera):
    camera.zoom_by(2, (640, 360))
    camera.look_at((60, 45))
    seen = camera.in_view(np.array([(60.0, 45.0), (5.0, 45.0), (60.0, 89.0)]), margin=50)
    assert seen.tolist() == [True, False, False]
