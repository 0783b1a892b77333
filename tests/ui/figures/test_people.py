"""A crowd on screen: who is in view, who covers whom, and how nobody flickers."""

import dataclasses

import numpy as np
import pygame
import pytest

from game.ui.camera import Camera
from game.ui.figures import FigurePainter, Figures, portrait
from game.ui.theme import PAPER, PAPER_LIGHT, SHIELD

MIDDLE = (320, 240)
SIZES = {"awc": (7.5, 2.5), "ambulans": (5.2, 2.0), "raimas": (2.1, 0.8)}  # m


def people(*rows: tuple[str, str, float, float], heading: float = 0.0, moving: bool = False) -> Figures:
    """People (look, state, x, y), who all face `heading`."""
    looks, states = tuple(sorted({row[0] for row in rows})), tuple(sorted({row[1] for row in rows}))
    return Figures(
        person=np.arange(len(rows)),
        position=np.array([row[2:] for row in rows], float),
        heading=np.full(len(rows), heading),
        look=np.array([looks.index(row[0]) for row in rows]),
        state=np.array([states.index(row[1]) for row in rows]),
        tint=np.arange(len(rows)),
        moving=np.full(len(rows), moving),
        bandaged=np.zeros(len(rows), bool),
        size=np.tile(SIZES.get(rows[0][0], (0.4, 0.4)) if rows else (0.4, 0.4), (len(rows), 1)),
        looks=looks,
        states=states,
    )


@pytest.fixture
def camera():
    """Looks at (60, 45) in the middle of 640 × 480, 24 px/m."""
    return Camera((120.0, 90.0), (640, 480), step=3)


def drawn(figures: Figures, camera: Camera, seconds: float = 0.0, painter: FigurePainter | None = None) -> np.ndarray:
    """The finished picture: (w, h, 3)."""
    painter = painter or FigurePainter()
    canvas = pygame.Surface(camera.window)
    for _ in range(2):
        canvas.fill(PAPER)
        painter.draw(canvas, camera, figures, seconds)
        painter.prepare(1000)
    return pygame.surfarray.array3d(canvas)


def changed(one: np.ndarray, other: np.ndarray | None = None) -> np.ndarray:
    """Where two pictures differ, or one from bare paper: (w, h)."""
    return np.any(one != (np.array(PAPER) if other is None else other), axis=2)


def test_a_person_is_drawn_where_the_camera_says(camera):
    picture = changed(drawn(people(("supporter", "calm", 60, 45)), camera))
    assert np.allclose(np.argwhere(picture).mean(axis=0), MIDDLE, atol=4)


def test_nobody_outside_the_window_costs_anything(camera):
    assert not changed(drawn(people(("supporter", "calm", 5, 5)), camera)).any()


def test_an_empty_square_is_drawn_empty(camera):
    crowd = people(("supporter", "calm", 60, 45))
    nobody = {
        field.name: getattr(crowd, field.name)[:0]
        for field in dataclasses.fields(crowd)
        if field.name not in ("looks", "states")
    }
    assert not changed(drawn(dataclasses.replace(crowd, **nobody), camera)).any()


def test_who_stands_farther_south_covers_who_stands_north_whatever_their_rows(camera):
    north, south = ("bystander", "calm", 60.0, 45.2), ("supporter", "press", 60.0, 45.0)
    painter = FigurePainter()
    one = people(north, south)
    turned = dataclasses.replace(people(south, north), person=np.array([1, 0]), tint=np.array([1, 0]))
    assert np.array_equal(drawn(one, camera, painter=painter), drawn(turned, camera, painter=painter))


@pytest.mark.parametrize("south", [0.2, -0.2])
def test_who_pushes_a_shield_does_not_hide_who_holds_it(camera, south):
    shield, pushes = ("dalmas_lanjut", "berlindung", 60.0, 45.0), ("supporter", "press", 60.0, 45.0 - south)
    alone = drawn(people(shield), camera)
    both = drawn(people(shield, pushes), camera)
    shield_itself = np.all(alone == SHIELD, axis=2)
    assert shield_itself.sum() > 20
    assert not changed(both, alone)[shield_itself].any()


def test_the_fallen_lie_below_the_feet_of_others_on_a_paper_disc(camera):
    picture = drawn(people(("supporter", "fallen", 60, 45)), camera)
    disc = np.all(picture == PAPER_LIGHT, axis=2)
    assert disc.sum() > 200
    with_helper = drawn(people(("supporter", "fallen", 60, 45), ("bystander", "calm", 60.0, 45.4)), camera)
    assert np.all(with_helper == PAPER_LIGHT, axis=2).sum() < disc.sum()


def test_a_vehicle_covers_no_head(camera):
    car, person = ("ambulans", "siap", 60.0, 45.0), ("supporter", "calm", 60.0, 45.0)
    alone = drawn(people(car), camera)
    together = drawn(people(car, person), camera)
    assert changed(together, alone)[MIDDLE]


def test_who_was_cared_for_and_walks_again_bears_a_small_plus(camera):
    plain = people(("supporter", "calm", 60, 45))
    mended = dataclasses.replace(plain, bandaged=np.array([True]))
    differs = changed(drawn(mended, camera), drawn(plain, camera))
    assert 20 < differs.sum() < 120


def test_strides_alternate_while_walking_and_never_while_standing(camera):
    painter = FigurePainter()
    walking = [drawn(people(("bystander", "calm", 60, 45), moving=True), camera, s, painter) for s in (0.0, 0.25, 0.5)]
    standing = [drawn(people(("bystander", "calm", 60, 45)), camera, s, painter) for s in (0.0, 0.25)]
    assert changed(walking[0], walking[1]).any()
    assert not changed(walking[0], walking[2]).any()
    assert not changed(standing[0], standing[1]).any()


def test_a_body_turns_one_step_a_frame_and_ignores_a_tremble(camera):
    painter = FigurePainter()
    east = drawn(people(("supporter", "press", 60, 45)), camera, painter=painter)
    trembling = drawn(people(("supporter", "press", 60, 45), heading=0.1), camera, painter=painter)
    assert not changed(east, trembling).any()
    about = people(("supporter", "press", 60, 45), heading=np.pi)
    after_two_frames = drawn(about, camera, painter=painter)
    at_once = drawn(about, camera)
    assert changed(after_two_frames, at_once).any()
    for _ in range(10):
        after_all = drawn(about, camera, painter=painter)
    assert not changed(after_all, at_once).any()


def test_one_in_seven_who_chant_is_drawn_with_arcs(camera):
    row = people(*[("supporter", "chant", 55 + i, 45) for i in range(7)])
    quiet = drawn(dataclasses.replace(row, person=row.person + 1), camera)  # 1 … 7: the arcs move to the last
    loud = drawn(row, camera)
    spots = np.unique(np.argwhere(changed(loud, quiet))[:, 0] // 24)
    assert 2 <= len(spots) <= 5  # about the first and about the last, nobody between


@pytest.mark.parametrize("step", range(6))
def test_every_zoom_draws_a_mixed_crowd(step):
    camera = Camera((120.0, 90.0), (640, 480), step=step)
    crowd = people(("supporter", "jeer", 59, 45), ("journalist", "calm", 60, 45), ("dalmas_awal", "siaga", 61, 45))
    assert changed(drawn(crowd, camera)).sum() > 60


def test_a_portrait_faces_up_and_fits_a_card():
    surface = portrait("dalmas_lanjut", "berlindung")
    assert 20 < surface.get_width() < 40
    assert surface.get_height() < 56
