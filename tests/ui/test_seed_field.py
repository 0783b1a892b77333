"""The field of the seed on the menu: only numbers get in, and the keys of the menu go on working beside it."""

from collections.abc import Iterator

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app import stage
from game.level.read import read_level
from game.level.schema import Level
from game.paths import LEVELS
from game.ui.screens.menu import Menu
from game.ui.seed_field import DIGITS, SeedField

SIZE = (1280, 720)


@pytest.fixture(autouse=True, scope="module")
def _window() -> Iterator[None]:
    with stage("id"):
        yield


@pytest.fixture(scope="module")
def level() -> Level:
    return read_level(LEVELS / "kantor-kpu-pagi.yaml")


def menu(level: Level, seed: int | None = None) -> Menu:
    page = Menu([level, level], "id", seed)
    page.field = SeedField("" if seed is None else str(seed))
    draw(page)
    return page


def draw(page: Menu, size: tuple[int, int] = SIZE) -> None:
    page.draw(pygame.Surface(size))


def press(page: Menu, key: int) -> None:
    page.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0))


def write(page: Menu, text: str) -> None:
    for sign in text:
        page.handle(pygame.event.Event(pygame.TEXTINPUT, text=sign))


def test_what_is_typed_after_tab_is_the_seed_and_enter_begins(level: Level) -> None:
    page = menu(level)
    press(page, pygame.K_TAB)
    write(page, "2024")
    press(page, pygame.K_BACKSPACE)
    press(page, pygame.K_RETURN)
    assert (page.seed, page.wish, page.level) == (202, "play", level)


def test_empty_is_the_levels_own(level: Level) -> None:
    page = menu(level)
    press(page, pygame.K_RETURN)
    assert (page.seed, page.wish) == (None, "play")


def test_a_click_goes_into_the_field_and_does_not_begin_the_exercise(level: Level) -> None:
    page = menu(level)
    assert page.canvas is not None
    assert page.field is not None
    at = next(spot.area.center for spot in page.canvas.spots if spot.tip and spot.tip.title == "Benih kebetulan")
    page.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
    assert (page.field.focused, page.wish) == (True, None)


def test_arrows_choose_while_typing_and_change_the_language_only_when_not(level: Level) -> None:
    page = menu(level)
    press(page, pygame.K_TAB)
    press(page, pygame.K_LEFT)
    press(page, pygame.K_DOWN)
    assert (page.chosen, page.language) == (1, "id")
    press(page, pygame.K_ESCAPE)
    press(page, pygame.K_LEFT)
    assert (page.wish, page.language) == (None, "en")


def test_a_seed_asked_for_stands_in_the_field_and_outlives_another_window_and_language(level: Level) -> None:
    page = menu(level, seed=31)
    page.language = "en"
    draw(page, (1920, 1080))
    assert page.seed == 31


def test_the_seed_counts_before_there_is_a_field(level: Level) -> None:
    assert Menu([level], "id", 5).seed == 5


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=30))
def test_whatever_is_typed_is_a_number_that_is_not_too_long_or_none(level: Level, text: str) -> None:
    page = menu(level)
    press(page, pygame.K_TAB)
    write(page, text)
    digits = "".join(sign for sign in text if sign in "0123456789")[:DIGITS]
    assert page.seed == (int(digits) if digits else None)
