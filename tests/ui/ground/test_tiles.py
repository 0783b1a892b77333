"""The ground: everything of a place is on the map, at every zoom, and the same each time."""

import numpy as np
import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.level.place import Area, Building, Place, Tree, Wall
from game.ui import theme
from game.ui.camera import BORDER, Camera
from game.ui.ground import Ground
from game.world.quantities import Text


def box(x: float, y: float, width: float, height: float) -> np.ndarray:
    return np.array([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], float)


@pytest.fixture(scope="module")
def place():
    """A road from north to south, an office behind a fence, a tree."""
    return Place(
        format=1,
        title=Text("Kantor", "Office"),
        size=[60.0, 40.0],
        areas=[Area("yard", box(2, 5, 25, 30)), Area("asphalt", box(35, 0, 10, 40)), Area("grass", box(47, 5, 10, 10))],
        buildings={"kantor": Building(box(5, 10, 12, 20), Text("Kantor KPU", "Election office"))},
        walls=[Wall("fence", np.array([(27.0, 5.0), (27.0, 35.0)])), Wall("wall", np.array([(2.0, 5.0), (2.0, 35.0)]))],
        trees=[Tree([52.0, 30.0], 2.0)],
        lanes=[np.array([(40.0, 0.0), (40.0, 40.0)])],
    )


@pytest.fixture(scope="module")
def ground(place):
    return Ground(place)


def camera_at(x: float, y: float, step: int) -> Camera:
    camera = Camera((60.0, 40.0), (400, 300), step=step)
    camera.look_at((x, y))
    return camera


def picture(ground: Ground, camera: Camera, budget: int = 100) -> pygame.Surface:
    canvas = pygame.Surface(camera.window)
    ground.draw(canvas, camera, budget)
    return canvas


def colour_at(canvas: pygame.Surface, camera: Camera, x: float, y: float) -> np.ndarray:
    """The mean of 9 × 9 px round (x, y) m, so that a fibre does not count."""
    left, top = np.rint(camera.to_screen((x, y))).astype(int) - 4
    return pygame.surfarray.array3d(canvas)[left : left + 9, top : top + 9].mean(axis=(0, 1))


@pytest.mark.parametrize("step", range(6))
@pytest.mark.parametrize(
    ("spot", "tone"),
    [((37.0, 22.5), theme.ASPHALT), ((31.0, 22.5), theme.PAPER), ((22.0, 22.5), theme.YARD)],
)
def test_each_ground_has_its_tone_at_every_zoom(ground, step, spot, tone):
    camera = camera_at(*spot, step)
    assert np.allclose(colour_at(picture(ground, camera), camera, *spot), tone, atol=9)


def test_a_roof_is_lit_in_the_north_west_and_shaded_in_the_south_east(ground):
    camera = camera_at(11, 20, 1)
    canvas = picture(ground, camera)
    assert colour_at(canvas, camera, 7.5, 27).sum() > colour_at(canvas, camera, 15, 13).sum() + 8


def test_a_ridge_runs_between_the_slopes(ground):
    camera = camera_at(11, 20, 3)
    canvas = picture(ground, camera)
    ridge, slope = (colour_at(canvas, camera, x, 18.2).sum() for x in (11, 9))
    assert ridge < slope - 20


def test_a_building_throws_its_shadow_to_the_south_east(ground):
    camera = camera_at(17, 10, 3)
    canvas = picture(ground, camera)
    assert colour_at(canvas, camera, 17.25, 15).sum() < colour_at(canvas, camera, 20, 15).sum() - 40
    assert colour_at(canvas, camera, 4.6, 15).sum() > colour_at(canvas, camera, 20, 15).sum() - 15


def test_fence_wall_tree_and_lane_can_be_seen(ground):
    camera = camera_at(30, 20, 0)
    canvas = picture(ground, camera)
    for seen, bare in (((27, 20), (30, 20)), ((2, 20), (24, 20)), ((52, 30), (49, 25)), ((40, 1.5), (37, 1.5))):
        one, other = colour_at(canvas, camera, *seen), colour_at(canvas, camera, *bare)
        assert np.abs(one - other).sum() > 4, seen


def test_beyond_the_paper_lies_the_table():
    bare = Place(format=1, title=Text("Kecil", "Small"), size=[10.0, 10.0])
    camera = Camera((10.0, 10.0), (400, 300), step=0)
    canvas = picture(Ground(bare), camera)
    assert canvas.get_at((5, 5))[:3] == theme.TABLE
    edge = camera.to_screen((0, 10))
    assert canvas.get_at((round(edge[0]) - BORDER + 2, round(edge[1]) - BORDER + 2))[:3] == theme.PAPER_LIGHT


def test_names_stand_in_the_language_of_the_trainee(place):
    camera = camera_at(11, 20, 2)
    indonesian, english = (pygame.surfarray.array3d(picture(Ground(place, code), camera)) for code in ("id", "en"))
    assert np.any(indonesian != english)


def test_a_square_not_printed_yet_is_shown_from_afar(place):
    camera = camera_at(37, 22.5, 4)
    canvas = picture(Ground(place), camera, budget=0)
    assert np.allclose(colour_at(canvas, camera, 37, 22.5), theme.ASPHALT, atol=9)


@settings(max_examples=25)
@given(st.floats(0.2, 90), st.floats(0.2, 90), st.integers(0, 5), st.floats(0, 1))
def test_no_size_of_place_is_too_odd_for_the_far_map(width, height, step, along):
    odd = Place(format=1, title=Text("Aneh", "Odd"), size=[width, height])
    camera = Camera((width, height), (400, 300), step=step)
    camera.look_at((width * along, height * along))
    canvas = picture(Ground(odd), camera, budget=0)
    middle = np.clip(np.rint(camera.to_screen((width * along, height * along))).astype(int), 0, (399, 299))
    assert canvas.get_at(middle)[:3] != theme.TABLE


def within(size: int) -> st.SearchStrategy[float]:
    return st.floats(0, size, width=32)


@st.composite
def places(draw: st.DrawFn) -> Place:
    """Whatever the level reader lets through: slivers, walls of no length, trees larger than the place, empty names."""
    points = st.tuples(within(60), within(40)).map(list)
    boxes = st.builds(box, within(40), within(30), st.floats(0.3, 20), st.floats(0.3, 10))
    lines = st.lists(points, min_size=2, max_size=4).map(lambda line: np.array(line, float))
    kinds = st.sampled_from(["asphalt", "pavement", "grass", "yard", "crossing"])
    names = st.none() | st.builds(Text, st.text(max_size=12), st.text(max_size=12))
    return Place(
        format=1,
        title=Text("", ""),
        size=[60.0, 40.0],
        areas=draw(st.lists(st.builds(Area, kinds, boxes), max_size=3)),
        buildings=dict(enumerate(draw(st.lists(st.builds(Building, boxes, names), max_size=3)))),
        walls=draw(st.lists(st.builds(Wall, st.sampled_from(["fence", "wall"]), lines), max_size=2)),
        trees=draw(st.lists(st.builds(Tree, points, st.floats(0.01, 15)), max_size=2)),
        lanes=draw(st.lists(lines, max_size=2)),
    )


@settings(max_examples=15)
@given(places(), st.integers(0, 5))
def test_whatever_an_author_draws_can_be_printed(place, step):
    canvas = picture(Ground(place), camera_at(30, 20, step), budget=1)
    assert canvas.get_at((200, 150))[:3] != theme.TABLE


def test_printing_again_gives_the_same_map(place):
    camera = camera_at(30, 20, 2)
    one, other = (pygame.surfarray.array3d(picture(Ground(place), camera)) for _ in range(2))
    assert np.array_equal(one, other)


def test_squares_meet_without_a_seam(ground):
    camera = camera_at(30, 20, 5)
    pixels = pygame.surfarray.array3d(picture(ground, camera)).astype(int)
    assert not np.all(pixels == theme.TABLE, axis=2).any()


def test_a_place_two_kilometres_wide_is_printed_in_bounds():
    vast = Place(format=1, title=Text("Luas", "Vast"), size=[2000.0, 500.0])
    assert Ground(vast).overview.get_size() == (2000, 500)


def test_the_overview_is_the_place_alone_from_edge_to_edge(ground):
    overview = ground.overview
    assert overview.get_size() == (60 * 7, 40 * 7)
    assert np.allclose(overview.get_at((37 * 7, 100))[:3], theme.ASPHALT, atol=9)
