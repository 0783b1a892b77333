"""Slips over the map: a himbauan in words, talks, and the question why, by mouse and by keys."""

import pygame
import pytest

from game.session.session import Session
from game.ui.canvas import Spot
from game.ui.hud.rationale import WAITS
from game.ui.screens.exercise import Exercise
from tests.ui.by_hand import LEFT, SIZE, click, mouse, orders, press, see, write

pytestmark = pytest.mark.usefixtures("shown")


def spot(page: Exercise, title: str) -> Spot:
    """What on the window says of itself that it is `title`."""
    assert page.canvas is not None
    return next(spot for spot in page.canvas.spots if spot.tip and spot.tip.title == title and spot.press)


def hit(page: Exercise, title: str) -> None:
    mouse(page, pygame.MOUSEBUTTONDOWN, spot(page, title).area.center, button=LEFT)


def test_a_himbauan_is_worded_on_a_slip_and_said_with_enter(page: Exercise) -> None:
    page.desk.select(["ne1"])
    press(page, pygame.K_j)
    see(page)
    assert "Polres Arunika" in page.slips.himbauan.field.text
    assert orders(page) == []
    press(page, pygame.K_RETURN)
    (order,) = orders(page)
    assert (order["warn"]["unit"], order["warn"]["level"]) == ("ne1", 1)
    assert page.desk.asking == ""


def test_the_third_names_the_tools_that_are_chosen(page: Exercise) -> None:
    page.desk.select(["ne1"])
    press(page, pygame.K_l)
    see(page)
    assert page.slips.himbauan.tools == ["push"]
    assert page.canvas is not None
    chip = next(spot for spot in page.canvas.spots if getattr(spot.press, "tool", "") == "spray")
    mouse(page, pygame.MOUSEBUTTONDOWN, chip.area.center, button=LEFT)
    see(page)
    assert "menyemprotkan" in page.slips.himbauan.field.text
    press(page, pygame.K_l)
    (order,) = orders(page)
    assert order["warn"]["names"] == ["push", "spray"]


def test_words_of_ones_own_go_out_as_they_are_written_and_letters_are_no_orders(page: Exercise) -> None:
    page.desk.select(["ne1"])
    press(page, pygame.K_j)
    see(page)
    press(page, pygame.K_TAB)
    assert page.slips.typing
    press(page, pygame.K_q, unicode="q")
    write(page, " Tenang.")
    see(page)
    press(page, pygame.K_RETURN)
    (order,) = orders(page)
    assert order["warn"]["text"].endswith("Tenang.")


def test_esc_puts_the_slip_away_and_opens_no_menu(page: Exercise) -> None:
    page.desk.select(["ne1"])
    press(page, pygame.K_j)
    see(page)
    press(page, pygame.K_ESCAPE)
    assert (page.desk.asking, page.sheet) == ("", "")
    assert orders(page) == []


@pytest.mark.parametrize("by", ["key", "mouse"])
def test_talks_are_led_by_keys_and_by_mouse(page: Exercise, by: str) -> None:
    page.desk.select(["ne1"])
    press(page, pygame.K_n)
    see(page)
    if by == "key":
        press(page, pygame.K_1, pygame.KMOD_ALT)
    else:
        hit(page, page.canvas.say("ui.talks.listen") if page.canvas else "")
    (order,) = orders(page)
    assert "listen" in str(order["negotiate"]["say"])


def test_what_is_offered_is_chosen_by_arrows(page: Exercise) -> None:
    page.desk.select(["ne1"])
    press(page, pygame.K_n)
    see(page)
    press(page, pygame.K_RIGHT, pygame.KMOD_ALT)
    press(page, pygame.K_3, pygame.KMOD_ALT)
    (order,) = orders(page)
    assert order["negotiate"]["say"]["offer"] == {"what": "delegation", "to": "4", "within": "600s"}


def raised(page: Exercise) -> Exercise:
    """The trainee has just raised the flag."""
    press(page, pygame.K_PAGEUP)
    orders(page)
    see(page)
    return page


@pytest.mark.parametrize("by", ["key", "mouse"])
def test_a_new_flag_is_asked_about_and_one_choice_answers(page: Exercise, by: str) -> None:
    asked = raised(page).slips.rationale.asked
    assert asked is not None
    if by == "key":
        press(page, pygame.K_2, pygame.KMOD_CTRL)
    else:
        hit(page, page.canvas.say("why.crowd_changed") if page.canvas else "")
    assert orders(page) == [{"account": {"event": asked.id, "why": "crowd_changed", "note": ""}}]
    assert page.slips.rationale.asked is None


def test_one_may_say_why_in_ones_own_words(page: Exercise) -> None:
    field = raised(page).slips.rationale.field
    press(page, pygame.K_TAB)
    assert field.focused
    write(page, "Massa bertambah.")
    press(page, pygame.K_RETURN)
    (order,) = orders(page)
    assert (order["account"]["why"], order["account"]["note"]) == ("other", "Massa bertambah.")


def test_the_question_hides_nothing_of_the_map_but_shortens_the_radio(page: Exercise) -> None:
    raised(page)
    assert page.canvas is not None
    panels = [spot.area for spot in page.canvas.spots if spot.area.width > 200]
    question = next(area for area in panels if area.right == SIZE[0] - 8 and area.width == 250)
    others = [area for area in panels if area is not question and not question.contains(area)]
    assert question.collidelist(others) < 0


def test_who_does_not_answer_is_not_asked_for_ever(page: Exercise) -> None:
    session = raised(page).desk.orders
    assert isinstance(session, Session)
    assert page.slips.rationale.asked is not None
    session.world.tick += round(WAITS + 1) * 30
    page.show(session.view(page.desk.seat), 0.0)
    assert page.slips.rationale.asked is None


def test_a_press_on_a_slip_does_not_go_through_to_the_map(page: Exercise) -> None:
    page.desk.select(["ne1"])
    press(page, pygame.K_n)
    see(page)
    click(page, (400, 400))
    assert page.desk.selected == ["ne1"]
