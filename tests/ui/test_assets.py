"""Fonts and icons: they load, they are loaded once, and they say what they should."""

import pygame
import pytest

from game.paths import ASSETS
from game.ui.assets import FONT_FILES, font, icon, words
from game.ui.theme import INK, MERAH


@pytest.mark.parametrize("weight", FONT_FILES)
def test_fonts_can_write_both_languages_and_the_signs_of_the_map(weight):
    assert all(font(weight, 14).metrics("Aa0123 áé–—…×·²°→≥▲▼±"))


def test_the_same_words_are_drawn_only_once():
    assert words("Dalmas Awal", 14, INK) is words("Dalmas Awal", 14, INK)
    assert words("Dalmas Awal", 14, INK) is not words("Dalmas Awal", 14, MERAH)


def test_fonts_survive_a_window_that_was_closed_and_opened_again():
    font("regular", 13)
    pygame.font.quit()
    assert font("regular", 13).size("KPU")[0] > 10


@pytest.mark.parametrize("name", sorted(path.stem for path in (ASSETS / "icons").glob("*.svg")))
def test_every_icon_shows_something_in_the_colour_asked_for(name):
    drawn = icon(name, 24, MERAH)
    opaque = pygame.mask.from_surface(drawn, 250)
    assert drawn.get_size() == (24, 24)
    assert opaque.count() > 5
    assert drawn.get_at(opaque.outline()[0])[:3] == pytest.approx(MERAH, abs=2)
