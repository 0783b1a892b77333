from dataclasses import replace

import numpy as np
import pytest

from game.rules.commands.lower_flag import LowerFlag
from game.rules.commands.raise_flag import RaiseFlag
from game.session.commanders.diam import Diam
from game.session.commanders.tenang import KEPT, NEAR_ENOUGH, TALK_EVERY, Tenang
from game.session.view import Meters, cast_of, view_of
from tests.pictures import picture

GATE = """
    A...........................c
    A...........................c
    N...........................c
    A...........................c
"""


@pytest.fixture
def look():
    """What the Kapolres sees of a gate at a given second and threat."""
    world = picture(GATE)
    view = view_of(world, cast_of(world), "kapolres", (), aids=True, over=False)

    def at(seconds, threat=1, **changes):
        meters = Meters(trust=70.0, tension=20.0, threat=threat, force=1)
        return replace(view, seconds=seconds, meters=meters, **changes)

    return at


def words(orders):
    return [order.word for order in orders]


def test_diam_does_nothing(look):
    assert [order for second in range(0, 600, 10) for order in Diam("kapolres").orders(look(second, threat=5))] == []


def test_tenang_forms_its_line_before_it_talks(look):
    assert words(Tenang("kapolres").orders(look(0.0))) == ["form"]


def test_tenang_walks_up_to_a_far_crowd_and_then_talks(look):
    tenang = Tenang("kapolres")
    tenang.orders(look(0.0))
    walk, talk = tenang.orders(look(10.0))
    assert walk.to == pytest.approx([28.5 - KEPT, 1.5], abs=0.1)
    assert (talk.word, talk.level, talk.queue) == ("warn", 1, True)


def test_tenang_stays_with_a_crowd_that_is_near(look):
    near = np.array([[0.5, 3.5], [0.5, 2.5], [0.5, 0.5], [0.5, 1.5]])
    crowd = np.tile([NEAR_ENOUGH - 1.0, 1.5], (4, 1))
    tenang, view = Tenang("kapolres"), look(10.0)
    officers = view.cast.unit >= 0
    position = view.position.copy()
    position[officers], position[~officers] = near, crowd
    talk = [order for order in tenang.orders(replace(view, position=position)) if order.word in ("move", "warn")]
    assert words(talk) == ["warn"]


def test_tenang_waits_between_two_himbauan(look):
    tenang = Tenang("kapolres")
    talks = [second for second in range(300) if "warn" in words(tenang.orders(look(float(second))))]
    assert np.diff(talks).min() >= TALK_EVERY
    assert len(talks) == 4


@pytest.mark.parametrize(
    ("flag", "threat", "order"),
    [
        ("hijau", 2, None),
        ("hijau", 3, RaiseFlag(flag="kuning")),
        ("kuning", 3, None),
        ("kuning", 5, RaiseFlag(flag="merah")),
        ("merah", 3, LowerFlag(flag="kuning")),
        ("kuning", 1, LowerFlag(flag="hijau")),
    ],
)
def test_the_flag_of_tenang_follows_the_threat_it_sees(look, flag, threat, order):
    orders = Tenang("kapolres").orders(look(0.0, threat, flag=flag))
    assert [each for each in orders if "flag" in each.word] == ([order] if order else [])


def test_tenang_does_not_repeat_a_flag_that_is_refused_each_second(look):
    tenang = Tenang("kapolres")
    asked = [order for second in range(60) for order in tenang.orders(look(float(second), 5, flag="kuning"))]
    assert words(asked).count("raise_flag") == 2


def test_tenang_links_arms_under_threat_and_lets_go_after_it(look):
    tenang = Tenang("kapolres")
    assert "tangan_berkait" in [getattr(order, "posture", "") for order in tenang.orders(look(0.0, threat=3))]
    linked = tuple(replace(unit, posture="tangan_berkait") for unit in look(0.0).units)
    later = tenang.orders(look(60.0, threat=1, units=linked))
    assert "siap" in [getattr(order, "posture", "") for order in later]


def test_without_meters_tenang_goes_by_who_presses_the_line(look):
    view = look(0.0)
    pressing = np.ones(len(view.pressing), dtype=bool)
    orders = Tenang("kapolres").orders(replace(view, meters=None, pressing=pressing))
    assert RaiseFlag(flag="kuning") in orders
