"""Every order to a unit can be given by key and by mouse, and what needs a target is pointed at on the map."""

import dataclasses
from typing import Any

import numpy as np
import pygame
import pytest

from game.rules.commands.command import UnitOrder
from game.rules.kinds import BASES
from game.session.scene import Mark
from game.session.session import Session
from game.ui.canvas import Spot
from game.ui.offers import Offer, offers_for, pages_of
from game.ui.screens.exercise import Exercise
from game.world.world import Command
from tests.ui.by_hand import LEFT, RIGHT, SIZE, centre, click, drag, mouse, orders, press, px, see

pytestmark = pytest.mark.usefixtures("shown")

BY_DRAG = ("form", "move")  # laid and sent with the right button
IN_THE_BRIEFING = ("deploy", "stand_down")


def offers(page: Exercise, unit: str) -> list[Offer]:
    chosen = [each for each in page.view.units if each.name == unit]
    return offers_for(chosen, page.view, page.level.place.ground)


def mine(page: Exercise) -> list[str]:
    return [unit.name for unit in page.view.units if unit.mine and (len(unit.rows) or unit.on_request)]


def came_of_it(page: Exercise) -> tuple[Any, ...]:
    """What pressing an order led to: an aim, a panel, or orders; and everything let go of again."""
    aim, asking = page.desk.aim and page.desk.aim.code, page.desk.asking
    page.desk.aim, page.desk.asking = None, ""
    session = page.desk.orders
    assert isinstance(session, Session)
    given = [command.plain() for _, command in session._waiting]
    session._waiting.clear()
    return aim, asking, given


def button(page: Exercise, offer: Offer) -> Spot:
    """The button of `offer` on its page of the ribbon."""
    page.desk.group = offer.group
    page.draw(pygame.Surface(SIZE))
    assert page.canvas is not None
    name = page.canvas.say(offer.code, level=offer.level)
    ribbon = [spot for spot in page.canvas.spots if spot.tip and spot.area.top > SIZE[1] - 110 and spot.press]
    return next(spot for spot in ribbon if spot.tip and spot.tip.title.startswith(name))


def test_every_order_that_a_unit_can_get_is_on_the_ribbon_or_drawn_on_the_map(page: Exercise) -> None:
    offered = {command.word for unit in mine(page) for offer in offers(page, unit) for command in offer.commands}
    words = {word for word, kind in Command.words.items() if issubclass(kind, UnitOrder)}
    assert Command in BASES
    assert words - set(BY_DRAG) - set(IN_THE_BRIEFING) - offered == set()


def test_each_order_of_a_unit_has_a_key_of_its_own(page: Exercise) -> None:
    for unit in mine(page):
        keys = [offer.key for offer in offers(page, unit)]
        assert 0 not in keys, unit
        assert len(keys) == len(set(keys)), unit


def test_key_and_button_of_every_order_come_to_the_same(page: Exercise) -> None:
    tried: set[tuple[str, int]] = set()
    for unit in mine(page):
        page.desk.select([unit])
        for offer in [each for each in offers(page, unit) if (each.code, each.level) not in tried]:
            tried.add((offer.code, offer.level))
            press(page, offer.key)
            by_key = came_of_it(page)
            mouse(page, pygame.MOUSEBUTTONDOWN, button(page, offer).area.center, button=LEFT)
            assert by_key == came_of_it(page) != (None, "", []), offer.code
    assert len(tried) > 25


def test_every_button_has_a_lamp_and_a_refused_one_says_why(page: Exercise) -> None:
    for unit in mine(page):
        page.desk.select([unit])
        for offer in offers(page, unit):
            tip = button(page, offer).tip
            assert tip is not None
            assert tip.allowed is not None
            assert tip.allowed or any(icon == "ban" and words for icon, words in tip.lines), offer.code


def test_no_page_of_the_ribbon_holds_more_than_it_can_show(page: Exercise) -> None:
    for unit in mine(page):
        page.desk.select([unit])
        for group in [sheet[0].group for sheet in pages_of(offers(page, unit))]:
            page.desk.group = group
            page.draw(pygame.Surface(SIZE))
            assert page.canvas is not None
            assert page.canvas.overflowing == [], (unit, group)


def aim(page: Exercise, unit: str, code: str) -> None:
    """Select `unit`, look at it and press the key of the order `code`."""
    page.desk.select([unit])
    page.desk.camera.look_at(centre(page, unit))
    press(page, next(offer.key for offer in offers(page, unit) if offer.code == code))
    page.draw(pygame.Surface(SIZE))


def test_somebody_seen_throwing_is_arrested_by_a_click_on_the_slip(page: Exercise) -> None:
    person = int(np.flatnonzero(page.view.present & (page.view.cast.unit < 0))[5])
    scene = dataclasses.replace(page.view.scene, marks=(Mark(person, "throw", 0),))
    page.show(dataclasses.replace(page.view, scene=scene), 0.0)
    aim(page, "rp1", "command.arrest")
    page.desk.camera.look_at(page.view.position[person])
    page.draw(pygame.Surface(SIZE))
    click(page, page.board.marks.areas[0].center)
    (order,) = orders(page)
    assert order["arrest"]["person"] == person


def test_somebody_in_the_crowd_is_meant_by_a_click_on_them(page: Exercise) -> None:
    person = int(np.flatnonzero(page.view.present & (page.view.cast.unit < 0))[9])
    aim(page, "rp1", "command.arrest")
    page.desk.camera.look_at(page.view.position[person])
    click(page, px(page, page.view.position[person]))
    (order,) = orders(page)
    assert order["arrest"]["person"] == person


def test_water_goes_where_one_points(page: Exercise) -> None:
    aim(page, "aw1", "ui.diffuse")
    place = centre(page, "aw1") + np.array([5.0, 8.0])
    click(page, px(page, place))
    (order,) = orders(page)
    assert order["spray"]["mode"] == "diffuse"
    assert order["spray"]["at"] == pytest.approx(place, abs=0.1)


def test_a_line_is_relieved_by_pointing_at_one_of_it(page: Exercise) -> None:
    aim(page, "dl1", "command.relieve")
    row = next(int(unit.rows[3]) for unit in page.view.units if unit.name == "da1")
    page.desk.camera.look_at(page.view.position[row])
    click(page, px(page, page.view.position[row]))
    (order,) = orders(page)
    assert (order["relieve"]["unit"], order["relieve"]["whom"]) == ("dl1", "da1")


@pytest.mark.parametrize(("code", "word"), [("command.push", "push"), ("command.withdraw", "withdraw")])
def test_how_far_is_turned_with_the_wheel_and_said_with_the_same_key(page: Exercise, code: str, word: str) -> None:
    aim(page, "dl1", code)
    for _ in range(3):
        page.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=1))
    press(page, next(offer.key for offer in offers(page, "dl1") if offer.code == code))
    (order,) = orders(page)
    assert order[word]["metres"] == 8.0


def test_a_way_out_is_opened_by_a_click_on_its_barrier(page: Exercise) -> None:
    aim(page, "da1", "command.open_exit")
    exit_ = page.level.place.ground.exits["ujung-selatan"].centre
    page.desk.camera.look_at(exit_)
    click(page, px(page, exit_))
    (order,) = orders(page)
    assert order["open_exit"]["exit"] == "ujung-selatan"


def test_a_zone_is_guarded_by_a_click_into_it(page: Exercise) -> None:
    aim(page, "da1", "command.guard")
    store = page.level.place.ground.zones["gudang-logistik"].centre
    page.desk.camera.look_at(store)
    click(page, px(page, store))
    (order,) = orders(page)
    assert order["guard"]["zone"] == "gudang-logistik"


def test_medics_go_to_whoever_needs_them_when_the_key_is_pressed_twice(page: Exercise) -> None:
    aim(page, "md1", "command.treat")
    press(page, next(offer.key for offer in offers(page, "md1") if offer.code == "command.treat"))
    (order,) = orders(page)
    assert order["treat"] == {"unit": "md1", "person": None, "queue": False}


def test_neighbours_are_asked_for_by_key_and_by_the_button_on_their_card(page: Exercise) -> None:
    aim(page, "dl2", "command.request")
    by_key = orders(page)
    assert page.canvas is not None
    ask = next(spot for spot in page.canvas.spots if type(spot.press).__name__ == "Ask")
    mouse(page, pygame.MOUSEBUTTONDOWN, ask.area.center, button=LEFT)
    assert by_key == orders(page) == [{"request": {"unit": "dl2"}}]


def test_what_is_drawn_with_the_right_button_queues_with_shift(page: Exercise) -> None:
    page.desk.select(["da1"])
    pygame.key.set_mods(pygame.KMOD_SHIFT)
    at = px(page, centre(page, "da1") + np.array([6.0, 0.0]))
    drag(page, RIGHT, at, at)
    (order,) = orders(page)
    assert order["move"]["queue"] is True


def test_the_aim_is_drawn_without_a_word_that_does_not_fit(page: Exercise) -> None:
    for unit in ("da1", "dl1", "rp1", "aw1", "md1", "ne1"):
        for offer in [each for each in offers(page, unit) if each.aim is not None]:
            aim(page, unit, offer.code)
            page.pointer = px(page, centre(page, unit) + np.array([4.0, 4.0]))
            see(page)
            assert page.canvas is not None
            assert page.canvas.overflowing == [], offer.code
            press(page, pygame.K_ESCAPE)
