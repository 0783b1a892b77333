"""Vehicles are as large on the map as they are, and point where they drive."""

import numpy as np
import pygame
import pytest

from game.ui.camera import ZOOMS
from game.ui.figures import LOOKS, portrait
from game.ui.figures.vehicles import HEADINGS, turn_of, vehicle
from game.ui.theme import VISOR
from tests.figure_sheet import SIZES


def extent(look: str, turn: int, zoom: int) -> tuple[int, int]:
    """Width and height of what is solid, px: no shadow."""
    box = vehicle(look, *SIZES[look], turn, zoom)[0].get_bounding_rect(140)
    return box.width, box.height


def test_every_look_on_wheels_can_be_drawn():
    assert set(SIZES) == {name for name, look in LOOKS.items() if look.wheels}


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("look", SIZES)
def test_a_vehicle_is_to_scale_at_every_zoom(look, zoom):
    length, width = SIZES[look]
    assert extent(look, 0, zoom)[0] == pytest.approx(length * zoom, rel=0.12, abs=3)
    assert extent(look, HEADINGS // 4, zoom)[1] == pytest.approx(length * zoom, rel=0.12, abs=3)
    assert extent(look, 0, zoom)[1] == pytest.approx(width * zoom, rel=0.12, abs=4)


@pytest.mark.parametrize(("turn", "ahead"), [(0, 1), (HEADINGS // 2, -1)])
def test_the_windscreen_of_an_ambulance_is_where_it_drives_to(turn, ahead):
    surface, (left, _) = vehicle("ambulans", *SIZES["ambulans"], turn, 24)
    glass = pygame.mask.from_threshold(surface, VISOR, (12, 12, 12, 255))
    assert ahead * (glass.centroid()[0] + left) > 12


def test_its_shadow_falls_south_east_whatever_its_heading():
    for turn in range(0, HEADINGS, 16):
        surface, (left, top) = vehicle("ambulans", *SIZES["ambulans"], turn, 16)
        solid = surface.get_bounding_rect(140).move(left, top)
        whole = surface.get_bounding_rect(20).move(left, top)
        assert whole.right > solid.right
        assert whole.bottom > solid.bottom
        assert whole.left >= solid.left - 1


def test_headings_go_round():
    assert turn_of(2 * np.pi - 0.001) == turn_of(0.0) == 0
    assert turn_of(np.pi / 2) == HEADINGS // 4


@pytest.mark.parametrize("look", SIZES)
def test_a_vehicle_fits_a_card(look):
    surface = portrait(look, "siap", scale=1.5)
    assert 30 < surface.get_height() < 48
