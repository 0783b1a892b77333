"""Fonts and icons: they load, they are loaded once, and they say what they should."""

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.paths import ASSETS
from game.ui.assets import FONT_FILES, font, icon, words
from game.ui.theme import INK, MERAH


@pytest.mark.parametrize("weight", FONT_FILES)
def test_fonts_can_write_both_languages_and_the_signs_of_the_map(weight):
    assert all(font(weight, 14).metrics("Aa0123 áé–—…×·²°→≥▲▼±"))


def test_the_same_words_are_drawn_only_once():
    assert words("Dalmas Awal", 14, INK) is words("Dalmas Awal", 14, INK)
    assert words("Dalmas Awal", 14, INK) is not words("Dalmas Awal", 14, MERAH)


@given(st.text(max_size=20))
def test_no_text_of_a_level_stops_a_frame(text):
    one_line = font("regular", 13).get_linesize()
    assert words(text, 13, INK).get_height() <= 2 * one_line


@pytest.mark.parametrize("text", ["", "\0", "a\nb", "\ud800"])
def test_signs_that_cannot_be_printed_are_left_blank(text):
    assert words(text, 13, INK).get_height() == words("Kapolres", 13, INK).get_height()


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
