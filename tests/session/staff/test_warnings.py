import itertools
from dataclasses import replace

import pytest

from game.rules.tasks.warn import HimbauanGiven
from game.session.staff.patience import Patience
from game.session.staff.warnings import APART, IN_EARSHOT, TIME_TO_GO, Warnings
from tests.session.views import unit_of


def told(level, second, tools=()):
    return HimbauanGiven(
        level=level,
        heard=5,
        present=6,
        percent=80,
        call="DA1",
        understood=5,
        clear=80,
        tools=tools,
        text="",
        tick=round(30 * second),
    )


def given(look, warnings, second, threat):
    return [(o.level, o.names) for o in warnings.orders(look(second, threat), Patience(), ("spray",))]


def test_while_it_is_calm_only_the_first_is_given_and_by_the_line(look):
    (order,) = Warnings().orders(look(), Patience(), ("spray",))
    assert (order.unit, order.level, order.names) == ("a", 1, ())
    assert given(look, Warnings({1: 10.0}), 200.0, 2) == [(1, ())]


def test_under_threat_each_follows_the_one_before_and_the_third_names_what_follows(look):
    assert given(look, Warnings(), 10.0, 3) == [(1, ())]
    assert given(look, Warnings({1: 10.0}), 100.0, 3) == [(2, ())]
    assert given(look, Warnings({1: 10.0, 2: 100.0}), 200.0, 3) == [(3, ("spray",))]


def test_people_are_given_time_between_two(look):
    warnings, patience, seconds = Warnings(), Patience(), []
    for second in range(10, 300):
        for order in warnings.orders(look(float(second), 3), patience, ()):
            seconds.append(second)
            warnings.given[order.level] = second + 15.0  # the radio, and to say it
    assert len(seconds) == 4
    assert min(b - a for a, b in itertools.pairwise(seconds)) >= APART + 15.0


def test_an_order_that_was_lost_is_given_again(look):
    warnings, patience = Warnings(), Patience()
    assert len([s for s in range(10, 100) if warnings.orders(look(float(s), 3), patience, ())]) == 3


def test_a_tool_is_allowed_once_it_was_named_and_people_had_time_to_go(look):
    warnings = Warnings()
    assert not warnings.allow(look(100.0), "spray")
    warnings.hear(look(100.0, events=(told(3, 99.0, ("spray",)),)))
    assert not warnings.allow(look(100.0), "spray")
    assert warnings.allow(look(99.0 + TIME_TO_GO), "spray")
    assert not warnings.allow(look(99.0 + TIME_TO_GO), "arrest")


@pytest.mark.parametrize("change", [{"task": "relieve"}, {"in_air": 1}, {"centre": (0.0, 0.0)}])
def test_who_is_busy_or_far_away_is_not_asked_to_speak(look, change):
    view = look()
    if "centre" in change:
        change = {"centre": (view.position[:, 0].max() + IN_EARSHOT + 1.0, 0.0)}
    busy = replace(unit_of(view, "dalmas_awal"), **change)
    assert Warnings().orders(replace(view, units=(busy,)), Patience(), ()) == []
