"""The atlas answers at once, draws a little each frame, and ends with what was asked for."""

import numpy as np
import pygame
import pytest

from game.ui.camera import ZOOMS
from game.ui.figures.atlas import LOOK_NAMES, SCALES, FigureAtlas, headings_at
from game.ui.figures.poses import STATES


def codes(atlas: FigureAtlas, look: str = "supporter", state: str = "calm", angles=(0.0,), stride: int = 0):
    count = len(angles)
    look_index, state_index = LOOK_NAMES.index(look), STATES.index(state)
    rows = [np.full(count, number) for number in (look_index, state_index, 2)]
    return atlas.codes(*rows, np.array(angles, float), np.full(count, stride))


def test_every_zoom_has_figures_or_dots():
    assert {zoom for zoom in ZOOMS if zoom >= 9} == set(SCALES)


def test_what_is_not_drawn_yet_is_a_dot_until_it_is_prepared():
    atlas = FigureAtlas(24)
    (before,), _ = atlas.take(codes(atlas))
    assert not atlas.prepare(0)
    assert atlas.prepare(10)
    (after,), _ = atlas.take(codes(atlas))
    assert before.get_width() < 9
    assert after.get_width() > 14


def test_a_new_state_is_shown_by_the_nearest_figure_there_is():
    atlas = FigureAtlas(24)
    atlas.take(codes(atlas))
    atlas.prepare(10)
    (calm,), _ = atlas.take(codes(atlas))
    (meanwhile,), _ = atlas.take(codes(atlas, state="press"))
    assert meanwhile is calm


def test_no_frame_draws_more_than_its_budget():
    atlas = FigureAtlas(16)
    everyone = codes(atlas, angles=np.linspace(0, 2 * np.pi, 16, endpoint=False))
    frames = 0
    done = False
    while not done:
        atlas.take(everyone)
        done = atlas.prepare(4)
        frames += 1
    assert frames == 4  # sixteen figures, four of them also what others stand in for


def test_what_most_people_need_is_drawn_first():
    atlas = FigureAtlas(16)
    few, many = codes(atlas, "bystander"), np.repeat(codes(atlas, "dalmas_lanjut", "siap"), 30)
    atlas.take(np.concatenate([few, many]))
    atlas.prepare(1)
    surfaces, _ = atlas.take(np.concatenate([few, many]))
    assert surfaces[-1].get_width() > surfaces[0].get_width()


def test_small_figures_face_sixteen_ways_and_large_ones_thirty_two():
    for zoom, ways in ((16, 16), (24, 32)):
        atlas = FigureAtlas(zoom)
        around = codes(atlas, angles=np.linspace(-np.pi, 3 * np.pi, 500))
        assert headings_at(zoom) == len(np.unique(around)) == ways


def test_from_afar_everybody_is_a_dot_and_nothing_waits():
    atlas = FigureAtlas(7)
    (crowd,), _ = atlas.take(codes(atlas))
    (officer,), _ = atlas.take(codes(atlas, "dalmas_awal", "siap"))
    assert atlas.prepare(5)
    round_share, square_share = (
        pygame.mask.from_surface(dot).count() / np.prod(dot.get_size()) for dot in (crowd, officer)
    )
    assert round_share < 0.85 < square_share


@pytest.mark.parametrize("turns", [-3, 0, 5])
def test_a_heading_is_the_same_after_whole_turns(turns):
    atlas = FigureAtlas(24)
    assert codes(atlas, angles=(1.0 + 2 * np.pi * turns,)) == codes(atlas, angles=(1.0,))
