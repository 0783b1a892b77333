"""A figure says by its shape who somebody is, where they look and what they do."""

import numpy as np
import pygame
import pytest

from game.ui.figures.anatomy import draw_figure
from game.ui.figures.looks import LOOKS
from game.ui.figures.pen import REACH
from game.ui.figures.poses import CIVILIAN, OFFICER
from game.ui.theme import DALMAS_AWAL, STONE, TEAL

EAST, NORTH = 0.0, np.pi / 2
PEOPLE = {look: who for look, who in LOOKS.items() if not who.wheels}
SHOWN = [(look, state) for look, who in PEOPLE.items() for state in (OFFICER if who.officer else CIVILIAN)]


def reach(look: str, state: str, angle: float = EAST, stride: int = 0) -> dict[str, int]:
    """How far a figure goes from its place, px at 2 px per u."""
    surface, (left, top) = draw_figure(look, state, 0, angle, stride, 2.0)
    box = surface.get_bounding_rect(60).move(left, top)
    return {"east": box.right, "west": -box.left, "north": -box.top, "south": box.bottom}


def pixels(look: str, state: str, tint: int = 0, angle: float = EAST, stride: int = 0) -> bytes:
    return draw_figure(look, state, tint, angle, stride, 1.0)[0].get_buffer().raw


@pytest.mark.parametrize(("look", "state"), SHOWN)
@pytest.mark.parametrize("scale", [0.62, 1.88])
def test_every_look_has_every_state_within_reach(look, state, scale):
    surface, offset = draw_figure(look, state, 3, 0.7, 0, scale)
    assert pygame.mask.from_surface(surface).count() > 150 * scale**2
    assert max(abs(offset[0]), abs(offset[1]), *surface.get_size()) <= 2 * (REACH * scale + 2)


@pytest.mark.parametrize("look", PEOPLE)
def test_no_two_states_of_somebody_look_alike(look):
    states = OFFICER if LOOKS[look].officer else CIVILIAN
    assert len({pixels(look, state) for state in states}) == len(states)


@pytest.mark.parametrize("state", ["calm", "siap"])
def test_no_two_kinds_of_people_look_alike(state):
    looks = [look for look, who in PEOPLE.items() if who.officer == (state == "siap")]
    assert len({pixels(look, state) for look in looks}) == len(looks)


def test_supporters_wear_six_tints():
    assert len({pixels("supporter", "calm", tint) for tint in range(6)}) == 6
    assert pixels("supporter", "calm", 1) == pixels("supporter", "calm", 7)


def test_who_pushes_has_the_hands_ahead():
    assert reach("supporter", "press")["east"] > reach("supporter", "calm")["east"] + 10


def test_hands_point_where_the_person_faces():
    east, north = reach("supporter", "press", EAST), reach("supporter", "press", NORTH)
    assert east["east"] > east["west"] + 10
    assert north["north"] > north["south"] + 10


def test_linked_arms_reach_to_the_neighbours():
    linked, ready = reach("dalmas_awal", "tangan_berkait"), reach("dalmas_awal", "siaga")
    assert linked["north"] > ready["north"] + 5
    assert linked["south"] > ready["south"] + 5


def test_a_lowered_shield_is_at_the_side_and_a_raised_one_in_front():
    low, high = reach("dalmas_lanjut", "siap"), reach("dalmas_lanjut", "berlindung")
    assert low["north"] > low["south"]  # in the left hand
    assert high["east"] > low["east"] + 4


def test_somebody_who_fell_lies_full_length():
    lying, upright = reach("bystander", "fallen"), reach("bystander", "calm")
    assert lying["east"] + lying["west"] > 1.8 * (upright["east"] + upright["west"])


def test_who_sits_takes_less_room_ahead_than_who_kneels_does_behind():
    sitting, kneeling = reach("supporter", "sit"), reach("supporter", "help_fallen")
    assert kneeling["west"] > sitting["west"] + 6
    assert kneeling["east"] > sitting["east"] + 3


def test_an_arm_drawn_back_to_throw_holds_something_dark():
    surface, (left, top) = draw_figure("supporter", "throw", 0, EAST, 0, 2.0)
    hand = surface.get_at((round(-left - 14.6 * 2), round(-top + 12.8 * 2)))[:3]
    assert hand == STONE


def test_a_sign_is_wider_than_the_shoulders_and_in_front():
    holding, calm = reach("supporter", "banner"), reach("supporter", "calm")
    assert holding["north"] + holding["south"] > 1.2 * (calm["north"] + calm["south"])


def test_who_was_cared_for_lies_under_a_blanket_with_a_teal_band():
    surface, _ = draw_figure("bystander", "treated", 0, EAST, 0, 2.0)
    bands = pygame.mask.from_threshold(surface, TEAL, (8, 8, 8, 255)).count()
    assert bands > 40


def test_bound_hands_let_go_of_what_they_carried():
    assert reach("korlap", "custody")["east"] < reach("korlap", "calm")["east"] - 10


def test_a_stride_shows_the_feet_and_swaps_them():
    assert len({pixels("bystander", "calm", stride=stride) for stride in (0, 1, 2)}) == 3


def test_flight_is_a_longer_stride_than_a_walk():
    assert reach("supporter", "flee", stride=1)["west"] > reach("supporter", "calm", stride=1)["west"]


def test_early_dalmas_wears_the_light_blue_of_the_palette():
    surface, (left, _) = draw_figure("dalmas_awal", "siaga", 0, EAST, 0, 4.0)
    blue = [surface.get_at((-left - 18, y))[:3] for y in range(surface.get_height())]
    assert DALMAS_AWAL in blue
