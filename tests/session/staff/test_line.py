"""The line before the crowd and the water behind it."""

from dataclasses import replace

import numpy as np
import pytest

from game.rules.tasks.relieve import ReliefDone
from game.session.staff import line, reading, water
from game.session.staff.patience import Patience
from tests.session.views import unit_of

RELIEVED = ReliefDone(call="L", whom="A", seconds=40.0, worst_gap=0.7, seconds_open=0.0, back_seconds=0.0, actor="l")
SHIELDS = ("form", "posture", "relieve", "push")


def with_shields(view, metres_behind, **changes):
    """The same view with a unit with shields that far behind the line, and the line itself."""
    before = unit_of(view, "dalmas_awal")
    there = tuple(reading.behind(before, metres_behind))
    fresh = replace(
        before,
        name="l",
        type="dalmas_lanjut",
        centre=there,
        orders=SHIELDS,
        postures=("siap", "siaga", "berlindung"),
        posture="siap",
    )
    return replace(view, units=(before, replace(fresh, **changes))), before


def with_cannon(view, away):
    """The same view with a water cannon that far from the nearest of the crowd."""
    x, y = view.position[view.cast.unit < 0].min(axis=0)
    cannon = replace(
        view.units[0], name="w", type="awc", orders=("move", "spray"), centre=(x - away, y), water=5000.0, tank=5000.0
    )
    return replace(view, units=(cannon,))


def test_the_line_is_the_unit_nearest_to_the_crowd(look):
    view, before = with_shields(look(), 20.0)
    assert line.Line().front(view) == before
    assert line.Line().front(replace(view, units=())) is None


def test_who_has_relieved_the_line_holds_it_from_then_on(look):
    view, _ = with_shields(look(), 20.0)
    memory = line.Line()
    memory.hear(replace(view, events=(RELIEVED,)))
    assert memory.front(view) == view.units[1]
    assert memory.front(replace(view, units=view.units[:1])) == view.units[0]
    assert line.relieve(view, Patience(), memory.front(view)) == []


@pytest.mark.parametrize(("threat", "thrown", "wanted"), [(1, 0, None), (3, 0, "siaga"), (3, 2, "berlindung")])
def test_shields_go_up_only_while_things_fly(look, threat, thrown, wanted):
    view, _ = with_shields(look(threat=threat), 20.0)
    view = replace(view, scene=replace(view.scene, thrown=np.zeros((thrown, 3))))
    orders = line.posture(view, Patience(), view.units[1])
    assert [order.posture for order in orders] == ([wanted] if wanted else [])


def test_who_relieves_comes_nearer_first_where_the_way_is_long(look):
    view, before = with_shields(look(), line.COMES_UP + 1.0)
    (order,) = line.relieve(view, Patience(), before)
    assert (order.word, order.unit, order.to) == ("move", "l", reading.behind(before, line.NEARER))
    view, before = with_shields(look(), 20.0)
    (order,) = line.relieve(view, Patience(), before)
    assert (order.word, order.unit, order.whom) == ("relieve", "l", "a")


@pytest.mark.parametrize("change", [{"task": "relieve"}, {"orders": ("form",)}, {"strength": 0}, {"mine": False}])
def test_nobody_is_relieved_by_who_cannot(look, change):
    view, before = with_shields(look(), 20.0, **change)
    assert line.relieve(view, Patience(), before) == []


@pytest.mark.parametrize(
    ("away", "hard", "mode"),
    [(16.0, False, "diffuse"), (16.0, True, "diffuse"), (32.0, True, "jet"), (32.0, False, None), (10.0, True, None)],
)
def test_water_keeps_the_distances_of_the_doctrine(look, away, hard, mode):
    view = with_cannon(look(), away)
    orders = water.spray(view, Patience(), reading.crowd(view), hard)
    assert [order.mode for order in orders] == ([mode] if mode else [])


def test_a_cannon_without_water_or_without_anybody_to_aim_at_does_nothing(look):
    view = with_cannon(look(), 16.0)
    dry = replace(view, units=(replace(view.units[0], water=0.0),))
    assert water.spray(dry, Patience(), reading.crowd(view), hard=True) == []
    assert water.spray(view, Patience(), np.zeros(len(view.present), dtype=bool), hard=True) == []


def test_the_cannon_is_brought_up_beside_the_line_and_then_to_the_other_side(look):
    view, before = with_shields(look(), 20.0)
    cannon = with_cannon(look(), 60.0).units[0]
    patience, sent = Patience(), []
    for second in range(100):
        now = replace(view, units=(*view.units, cannon), seconds=float(second))
        sent += [order.to for order in water.post(now, patience, before)]
    assert sent[:2] == [reading.beside(before, water.BESIDE), reading.beside(before, -water.BESIDE)]
    there = replace(cannon, centre=tuple(sent[0]))
    assert water.post(replace(view, units=(*view.units, there)), Patience(), before) == []
