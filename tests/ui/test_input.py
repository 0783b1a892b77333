"""What hands on the map come to: selections and commands."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app import trainee
from game.level.schema import Level
from game.session.session import Session
from game.ui.hud.place_names import RESTS
from game.ui.plan import Plan, form_order
from game.ui.screens.exercise import Exercise
from tests.ui.by_hand import LEFT, MIDDLE, RIGHT, SIZE, centre, drag, mouse, orders, press, px

pytestmark = pytest.mark.usefixtures("shown")


@pytest.fixture
def page(level: Level) -> Iterator[Exercise]:
    session = Session(level)
    seat = trainee(level)
    opened = Exercise(level, session, seat, session.view(seat), "id", SIZE)
    opened.draw(pygame.Surface(SIZE))
    yield opened
    pygame.key.set_mods(pygame.KMOD_NONE)


def test_a_box_selects_the_units_inside_it_and_a_click_on_the_ground_lets_go(page: Exercise) -> None:
    middle = centre(page, "da1")
    drag(page, LEFT, px(page, middle + np.array([-4.0, 12.0])), px(page, middle + np.array([4.0, -12.0])))
    assert page.desk.selected == ["da1"]
    empty = px(page, middle + np.array([-8.0, -3.0]))
    drag(page, LEFT, empty, empty)
    assert page.desk.selected == []


def test_numbers_select_and_zero_selects_all(page: Exercise) -> None:
    press(page, pygame.K_2)
    assert page.desk.selected == ["da1"]
    press(page, pygame.K_1, pygame.KMOD_SHIFT)
    assert page.desk.selected == ["da1", "ne1"]
    press(page, pygame.K_0)
    assert page.desk.selected == [unit.name for unit in page.view.units]


def test_the_same_number_again_looks_at_the_unit(page: Exercise) -> None:
    press(page, pygame.K_3)
    press(page, pygame.K_3)
    x, y = px(page, centre(page, "dl1"))
    left, top, width, height = page.desk.camera.free
    assert left <= x <= left + width
    assert top <= y <= top + height


def test_cards_select_by_mouse(page: Exercise) -> None:
    mouse(page, pygame.MOUSEBUTTONDOWN, (100, 150), button=LEFT)
    assert page.desk.selected == ["da1"]


def test_a_right_click_marches_and_several_units_keep_their_distance(page: Exercise) -> None:
    page.desk.select(["ne1", "da1"])
    goal = px(page, centre(page, "da1") + np.array([2.0, 0.0]))
    drag(page, RIGHT, goal, goal)
    given = [order["move"] for order in orders(page)]
    assert [order["unit"] for order in given] == ["ne1", "da1"]
    between = np.array(given[1]["to"]) - np.array(given[0]["to"])
    assert between == pytest.approx(centre(page, "da1") - centre(page, "ne1"), abs=0.02)


def test_the_front_lies_to_the_left_of_the_drag(page: Exercise) -> None:
    page.desk.select(["da1"])
    middle = centre(page, "da1")
    for end, facing in (((0.0, -8.0), 0.0), ((8.0, 0.0), 90.0), ((0.0, 8.0), 180.0)):
        plan = Plan(middle, middle + np.array(end))
        (laid,) = plan.lay(page.desk.units(page.view), page.level.place.ground)
        assert form_order(laid, queue=False).plain()["form"]["facing"] == pytest.approx(facing, abs=0.1)


def test_a_longer_drag_makes_fewer_ranks_and_the_wheel_overrules_it(page: Exercise) -> None:
    page.desk.select(["da1"])
    start = centre(page, "da1") + np.array([1.0, 10.0])
    mouse(page, pygame.MOUSEBUTTONDOWN, px(page, start), button=RIGHT)
    ranks = []
    for length in (6.0, 11.0, 23.0):
        at = px(page, start - np.array([0.0, length]))
        mouse(page, pygame.MOUSEMOTION, at, rel=(0, 0), buttons=(0, 0, 1))
        ranks.append(page.hands.laid(page.view)[0].formation.plain()["bersaf"]["ranks"])
    page.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=1))
    assert ranks == sorted(ranks, reverse=True)
    assert page.hands.laid(page.view)[0].formation.plain()["bersaf"]["ranks"] == ranks[-1] + 1


def test_slots_in_a_wall_are_shown_as_such(page: Exercise) -> None:
    units = [unit for unit in page.view.units if unit.name == "dl1"]
    start, end = next(iter(page.level.place.buildings.values())).shape[:2]
    (laid,) = Plan(start, end).lay(units, page.level.place.ground)
    assert not laid.stands.all()


def test_units_share_a_front_by_strength_from_left_to_right(page: Exercise) -> None:
    units = [unit for unit in page.view.units if unit.name in ("da1", "dl1")]
    laid = Plan(np.array([50.0, 50.0]), np.array([50.0, 20.0])).lay(units, page.level.place.ground)
    assert sum(one.frontage for one in laid) <= 30.0
    assert len(laid) == 2
    assert laid[0].at[1] > laid[1].at[1]


def test_a_given_formation_stays_drawn_until_the_unit_answers(page: Exercise) -> None:
    page.desk.select(["da1"])
    start = centre(page, "da1") + np.array([0.0, 6.0])
    drag(page, RIGHT, px(page, start), px(page, start - np.array([0.0, 12.0])))
    assert [footprint.unit for footprint in page.desk.footprints] == ["da1"]
    session = page.desk.orders
    assert isinstance(session, Session)
    for _ in range(400):
        session.tick()
        page.show(session.view(page.desk.seat), 0.0)
        if not page.desk.footprints:
            break
    assert not page.desk.footprints


def test_what_was_given_while_paused_is_undone_while_paused(page: Exercise) -> None:
    page.desk.select(["da1"])
    start = centre(page, "da1") + np.array([0.0, 6.0])
    drag(page, RIGHT, px(page, start), px(page, start - np.array([0.0, 12.0])))
    press(page, pygame.K_z)
    assert (page.desk.refusal, page.desk.footprints) == (None, [])
    press(page, pygame.K_z)
    assert page.desk.refusal is not None


def test_slots_that_nobody_can_take_stay_marked_until_the_unit_answers(page: Exercise) -> None:
    page.desk.select(["dl1"])
    wall = page.level.place.buildings["pos-jaga"].shape.mean(axis=0)
    page.desk.camera.look_at(wall)
    drag(page, RIGHT, px(page, wall + np.array([3.0, 8.0])), px(page, wall + np.array([3.0, -8.0])))
    (given_out,) = page.desk.footprints
    assert 0 < given_out.stands.sum() < len(given_out.stands)


def test_selecting_takes_an_old_refusal_away(page: Exercise) -> None:
    press(page, pygame.K_1)
    press(page, pygame.K_z)
    assert page.desk.refusal is not None
    press(page, pygame.K_2)
    assert page.desk.refusal is None


@pytest.mark.parametrize("window", [(1024, 600), (1280, 720), (1366, 768), (1920, 1080)])
def test_the_first_look_holds_the_line_and_the_head_of_the_crowd(level: Level, window: tuple[int, int]) -> None:
    session = Session(level)
    view = session.view(trainee(level))
    opened = Exercise(level, session, trainee(level), view, "id", window)
    opened.draw(pygame.Surface(window))
    camera = opened.desk.camera
    left, top, width, height = camera.free
    line = next(unit.rows for unit in view.units if unit.name == "da1")
    crowd = np.flatnonzero(view.present & (view.cast.unit < 0))
    places = camera.to_screen(view.position)
    seen = ((places >= (left, top)) & (places <= (left + width, top + height))).all(axis=1)
    assert seen[line].all()
    assert seen[crowd].mean() > 0.4


def test_a_resting_pointer_learns_the_name_of_the_place_and_a_passing_one_does_not(page: Exercise) -> None:
    page.pointer = px(page, page.level.place.buildings["ruko"].shape.mean(axis=0))
    page.draw(pygame.Surface(SIZE))
    assert page.spot is None
    for _ in range(RESTS + 1):
        page.draw(pygame.Surface(SIZE))
    assert page.spot is not None
    assert page.spot.tip is not None
    assert page.spot.tip.title == "Ruko"


def test_facing_asks_where_to_and_esc_lets_go(page: Exercise) -> None:
    press(page, pygame.K_2)
    press(page, pygame.K_f)
    assert page.desk.aim is not None
    press(page, pygame.K_ESCAPE)
    assert page.desk.aim is None
    assert page.sheet == ""
    press(page, pygame.K_f)
    at = px(page, centre(page, "da1") + np.array([0.0, 6.0]))
    drag(page, LEFT, at, at)
    (order,) = orders(page)
    assert order["face"]["facing"] == pytest.approx(90.0, abs=1.0)


def test_orders_by_key_and_by_button_are_the_same(page: Exercise) -> None:
    press(page, pygame.K_2)
    press(page, pygame.K_t)
    by_key = orders(page)
    press(page, pygame.K_TAB)
    page.draw(pygame.Surface(SIZE))
    assert page.canvas is not None
    spot = next(spot for spot in page.canvas.spots if spot.tip and spot.tip.title.startswith("Siaga"))
    mouse(page, pygame.MOUSEBUTTONDOWN, spot.area.center, button=LEFT)
    assert by_key == orders(page) == [{"posture": {"unit": "da1", "posture": "siaga"}}]


def test_the_flag_goes_up_and_down_by_keys_and_a_refusal_is_said_at_once(page: Exercise) -> None:
    press(page, pygame.K_PAGEUP)
    assert orders(page) == [{"raise_flag": {"flag": "kuning"}}]
    session = page.desk.orders
    assert isinstance(session, Session)
    page.show(session.view(page.desk.seat), 0.0)
    press(page, pygame.K_PAGEUP)
    assert page.desk.refusal is None or page.desk.refusal.code == "rank_too_low"
    press(page, pygame.K_PAGEDOWN)
    assert orders(page)[-1] == {"lower_flag": {"flag": "hijau"}}


def test_a_press_on_a_panel_sends_nobody_through_it(page: Exercise) -> None:
    page.desk.select(["da1"])
    for at in ((600, 680), (1100, 90), (600, 20)):
        drag(page, RIGHT, at, at)
    assert orders(page) == []


def test_the_minimap_is_a_window_to_anywhere(page: Exercise) -> None:
    before = page.desk.camera.centre.copy()
    mouse(page, pygame.MOUSEBUTTONDOWN, (1240, 600), button=LEFT)
    assert not np.allclose(page.desk.camera.centre, before)


def test_the_wheel_keeps_what_is_under_the_pointer_and_the_middle_button_pans(page: Exercise) -> None:
    at = (640, 360)
    mouse(page, pygame.MOUSEMOTION, at, rel=(0, 0), buttons=(0, 0, 0))
    held = page.desk.camera.to_world(at)
    page.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=1))
    assert page.desk.camera.to_world(at) == pytest.approx(held, abs=0.1)
    before = page.desk.camera.centre.copy()
    drag(page, MIDDLE, at, (600, 330))
    assert page.desk.camera.centre[0] > before[0]


def test_space_plus_and_minus_are_the_pace(page: Exercise) -> None:
    press(page, pygame.K_SPACE)
    assert page.rate == 0.0
    press(page, pygame.K_SPACE)
    for _ in range(9):
        press(page, pygame.K_PLUS)
    assert page.rate == 8.0
    for _ in range(9):
        press(page, pygame.K_MINUS)
    assert page.rate == 0.25


KEYS = st.sampled_from([getattr(pygame, f"K_{name}") for name in (*"qehfrtgbjklz01239", "SPACE", "ESCAPE", "F1",
                        "PAGEUP", "PAGEDOWN", "RETURN", "DOWN", "BACKSPACE", "HOME")])  # fmt: skip
PLACES = st.tuples(st.integers(-50, 1400), st.integers(-50, 800))
HANDS = st.lists(
    st.one_of(
        st.tuples(st.just("key"), KEYS, st.sampled_from([0, pygame.KMOD_SHIFT])),
        st.tuples(st.sampled_from(["down", "move", "up"]), PLACES, st.sampled_from([LEFT, MIDDLE, RIGHT])),
        st.tuples(st.just("wheel"), st.integers(-3, 3), st.just(0)),
    ),
    max_size=40,
)


@pytest.fixture(scope="module")
def anybody(level: Level) -> Exercise:
    session = Session(level)
    return Exercise(level, session, trainee(level), session.view(trainee(level)), "id", SIZE)


@settings(max_examples=25)
@given(hands=HANDS)
def test_no_hand_can_break_anything(anybody: Exercise, hands: list[tuple[Any, Any, Any]]) -> None:
    kinds = {"down": pygame.MOUSEBUTTONDOWN, "move": pygame.MOUSEMOTION, "up": pygame.MOUSEBUTTONUP}
    for what, one, other in hands:
        if what == "key":
            press(anybody, one, other)
        elif what == "wheel":
            anybody.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=one))
        else:
            mouse(anybody, kinds[what], one, button=other, rel=(1, 1), buttons=(other == LEFT, 0, 0))
    anybody.draw(pygame.Surface(SIZE))
    session = anybody.desk.orders
    assert isinstance(session, Session)
    session.tick()
    anybody.show(session.view(anybody.desk.seat), 0.0)
