"""Stones, fire, water and shut exits are seen where they are, and hide nobody."""

import dataclasses
from collections.abc import Callable

import numpy as np
import pygame
import pytest

from game.level.place import Barring
from game.rules.missiles import Struck
from game.session.scene import JetView, Scene
from game.session.view import View, cast_of, view_of
from game.ui.camera import ZOOMS, Camera
from game.ui.effects.barriers import across, draw_barriers
from game.ui.effects.fires import FRAMES, RATE, draw_flames, draw_smoke
from game.ui.effects.gates import draw_gates
from game.ui.effects.impacts import SHOWN_FOR, Impacts
from game.ui.effects.ropes import draw_ropes, hands
from game.ui.effects.stones import LIFT, draw_stones
from game.ui.effects.water import draw_jet
from game.ui.theme import MERAH, PAPER, PAPER_LIGHT
from game.world.quantities import Text
from game.world.world import TICKS_PER_SECOND
from tests.pictures import picture

WINDOW = (640, 480)
FIRE = np.array([[60.0, 45.0]])
JET = JetView("aw1", nozzle=(50.0, 45.0), at=(70.0, 45.0), mode="jet")
FAN = dataclasses.replace(JET, mode="diffuse")
Draw = Callable[[pygame.Surface, Camera], None]


def camera(zoom: int = 16) -> Camera:
    """Looks at (60, 45) in the middle of the window."""
    return Camera((120.0, 90.0), WINDOW, step=ZOOMS.index(zoom))


def drawn(draw: Draw, zoom: int = 16) -> np.ndarray:
    """Where `draw` changed bare paper: (w, h)."""
    surface = pygame.Surface(WINDOW)
    surface.fill(PAPER)
    draw(surface, camera(zoom))
    changed: np.ndarray = np.any(pygame.surfarray.array3d(surface) != np.array(PAPER), axis=2)
    return changed


def box(changed: np.ndarray) -> tuple[float, float, float, float]:
    """West, east, south and north end of what changed, m from (60, 45) at 16 px/m."""
    x, y = np.nonzero(changed)
    return (x.min() - 320) / 16, (x.max() - 320) / 16, (240 - y.max()) / 16, (240 - y.min()) / 16


def test_a_stone_is_drawn_above_its_shadow_by_its_height() -> None:
    low, high = (box(drawn(lambda s, c, z=z: draw_stones(s, c, np.array([[60.0, 45.0, z]])))) for z in (1.0, 9.0))
    assert high[3] - low[3] == pytest.approx(8.0 * LIFT, abs=0.2)
    assert high[2] == pytest.approx(low[2], abs=0.1)  # the shadow stays on the ground


def test_a_stone_high_up_is_still_seen_when_its_shadow_is_below_the_window() -> None:
    south = 45.0 - 240 / 16 - 2.0
    assert drawn(lambda s, c: draw_stones(s, c, np.array([[60.0, south, 8.0]]))).any()


def test_nothing_in_the_air_draws_nothing() -> None:
    assert not drawn(lambda s, c: draw_stones(s, c, np.empty((0, 3)))).any()


@pytest.mark.parametrize("zoom", ZOOMS)
def test_a_fire_is_seen_from_every_zoom_where_it_burns(zoom: int) -> None:
    burning = drawn(lambda s, c: draw_flames(s, c, FIRE, 0.0), zoom)
    assert burning[320, 240]
    assert 1.0 < np.ptp(np.nonzero(burning)[0]) / zoom < 4.0  # m


def test_flames_move_with_the_exercise_and_stand_still_with_it() -> None:
    pictures = [drawn(lambda s, c, t=t: draw_flames(s, c, FIRE, t)) for t in (0.0, 0.0, 3.4 / RATE, FRAMES / RATE)]
    assert np.array_equal(pictures[0], pictures[1])
    assert not np.array_equal(pictures[0], pictures[2])
    assert np.array_equal(pictures[0], pictures[3])


def test_smoke_veils_and_never_hides() -> None:
    surface = pygame.Surface(WINDOW)
    surface.fill((255, 255, 255))
    draw_smoke(surface, camera(), FIRE, 0.0)
    assert 120 < pygame.surfarray.array3d(surface).min() < 240


@pytest.mark.parametrize("jet", [JET, FAN])
def test_water_reaches_from_the_nozzle_to_where_it_is_aimed(jet: JetView) -> None:
    west, east, _, _ = box(drawn(lambda s, c: draw_jet(s, c, jet, 0.0)))
    assert west == pytest.approx(-10.0, abs=0.4)
    assert east == pytest.approx(10.0, abs=1.8)


def test_a_fan_is_wider_than_a_jet() -> None:
    jet, fan = (drawn(lambda s, c, w=water: draw_jet(s, c, w, 0.0)) for water in (JET, FAN))
    assert fan[400].sum() > 2 * jet[400].sum()


def test_people_in_the_water_keep_their_contrast() -> None:
    surface = pygame.Surface(WINDOW)
    surface.fill((255, 255, 255), (0, 0, 640, 240))
    surface.fill((0, 0, 0), (0, 240, 640, 240))
    draw_jet(surface, camera(), FAN, 0.0)
    pixels = pygame.surfarray.array3d(surface)[380:440]
    above, below = np.median(pixels[:, 228:238]), np.median(pixels[:, 244:254])
    assert above - below > 0.4 * 255


def test_water_outside_the_window_costs_nothing() -> None:
    far = JetView("aw1", nozzle=(1.0, 89.0), at=(3.0, 88.0), mode="diffuse")
    assert not drawn(lambda s, c: draw_jet(s, c, far, 0.0)).any()


def test_a_shut_exit_is_barred_from_side_to_side_with_stripes() -> None:
    shape = np.array([(55.0, 43.0), (65.0, 43.0), (65.0, 47.0), (55.0, 47.0)])
    west, east, south, north = box(drawn(lambda s, c: draw_barriers(s, c, [shape])))
    assert (west, east) == (pytest.approx(-5.0, abs=0.4), pytest.approx(5.0, abs=0.4))
    assert north - south < 1.5
    surface = pygame.Surface(WINDOW)
    draw_barriers(surface, camera(), [shape])
    colours = {tuple(surface.get_at((x, 240))[:3]) for x in range(240, 400)}
    assert {MERAH, PAPER_LIGHT} <= colours


def test_a_barrier_lies_along_the_longer_side_of_its_exit() -> None:
    upright = np.array([(0.0, 0.0), (3.0, 0.0), (3.0, 9.0), (0.0, 9.0)])
    assert np.allclose(np.sort(across(upright)[:, 1]), (0.0, 9.0))
    assert np.allclose(across(upright)[:, 0], 1.5)


def test_what_was_struck_is_marked_for_a_moment_once() -> None:
    impacts = Impacts()
    struck = Struck(unit="da1", person=3, shielded=True, id=7, tick=2 * TICKS_PER_SECOND, place=(60.0, 45.0))
    impacts.hear((struck,))
    impacts.hear((struck,))
    at, after, before = (drawn(lambda s, c, t=t: impacts.draw(s, c, t)).any() for t in (2.1, 2.0 + SHOWN_FOR, 1.0))
    assert (bool(at), bool(after), bool(before)) == (True, False, False)


def roped(posture: str) -> View:
    """Five of Dalmas Awal a metre apart from south to north, who face east."""
    world = picture("\n".join(5 * ["..A.."]))
    world.people.slot[:] = world.people.position
    world.units["a"].posture = posture
    return view_of(world, cast_of(world), "kapolda", (), aids=True, over=False)


def test_a_rope_goes_from_hand_to_hand_before_the_front() -> None:
    held = hands(roped("pegang_tali"), roped("pegang_tali").units[0])
    assert held[:, 0] == pytest.approx(np.full(5, 2.76))
    assert sorted(held[:, 1]) == list(held[:, 1]) == [0.5, 1.5, 2.5, 3.5, 4.5]


def test_a_rope_is_drawn_while_it_is_held() -> None:
    look = Camera((120.0, 90.0), WINDOW, step=ZOOMS.index(16))
    look.look_at((2.5, 2.5))
    for posture, seen in (("pegang_tali", True), ("siap", False)):
        surface = pygame.Surface(WINDOW)
        surface.fill(PAPER)
        draw_ropes(surface, look, roped(posture))
        assert (pygame.surfarray.array3d(surface) != np.array(PAPER)).any() == seen


BAR = Barring(line=np.array([(58.0, 45.0), (62.0, 45.0)]), label=Text("Gerbang", "Gate"))


def barred(shut: tuple[str, ...], broken: tuple[str, ...] = (), barrier: bool = False) -> np.ndarray:
    """Where a gate, or a row of barriers, of 4 m is drawn."""
    nothing = np.empty((0, 3))
    scene = Scene(nothing, nothing[:, :2], (), (), (), (), gates_shut=shut, gates_broken=broken)
    gates, barriers = ({}, {"a": BAR}) if barrier else ({"a": BAR}, {})
    return drawn(lambda surface, look: draw_gates(surface, look, gates, barriers, scene))


def test_a_shut_gate_bars_its_whole_line_and_an_open_one_leaves_it_free() -> None:
    shut, opened = barred(("a",)), barred(())
    assert shut[320, 240]
    assert not opened[320, 240]
    assert opened.any()


def test_a_row_of_barriers_stands_until_it_has_given_way() -> None:
    assert barred(("a",), barrier=True)[300:340, 230:250].any()
    assert not barred((), ("a",), barrier=True).any()
