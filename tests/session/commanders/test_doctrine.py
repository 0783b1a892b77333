"""The commander of the book, the hard one, and what each of them leaves to the other."""

import importlib
from dataclasses import replace

import numpy as np
import pytest

from game.session.commanders.buku import Buku
from game.session.commanders.commander import Commander
from game.session.commanders.keras import Keras
from tests.session.staff.test_line import with_cannon, with_shields
from tests.session.views import marked, unit_of

FORCE = ("push", "spray")


def ordered(commander, views):
    """Words of all that it orders, in order."""
    return [order.word for view in views for order in commander.orders(view)]


def all_present(view):
    """The same view with shields behind the line, a cannon behind them, and somebody seen throwing."""
    units, _ = with_shields(view, 4.0)
    cannon = with_cannon(view, 16.0).units[0]
    return replace(marked(units, 0), units=(*units.units, unit_of(view, "negosiator"), cannon))


def test_buku_talks_and_warns_before_anything_else(look):
    first = [all_present(look(float(second), 1, talks={})) for second in range(30)]
    words = ordered(Buku("kapolres"), first)
    assert {"form", "negotiate", "warn"} <= set(words)
    assert not {"relieve", "arrest", *FORCE} & set(words)


def test_buku_relieves_the_line_in_disorder_and_not_before(look):
    for threat, relieves in ((2, False), (3, True)):
        words = ordered(Buku("kapolres"), [all_present(look(10.0, threat))])
        assert ("relieve" in words) is relieves


@pytest.mark.parametrize(
    ("threat", "standing", "given", "takes"),
    [
        (2, "none", {}, False),
        (3, "none", {}, True),
        (3, "open", {}, False),
        (3, "open", {1: 0.0, 2: 5.0}, True),
        (4, "open", {}, True),
    ],
)
def test_buku_takes_nobody_while_the_talks_live_unless_warned_or_in_a_riot(look, threat, standing, given, takes):
    buku = Buku("kapolres")
    buku.warnings.given = dict(given)
    view = all_present(look(10.0, threat, talks={"standing": standing}))
    assert ("arrest" in ordered(buku, [view])) is takes


def test_buku_takes_who_pushes_only_when_the_last_himbauan_was_not_heeded(look):
    for named, takes in (({}, False), ({"arrest": 0.0}, True)):
        buku = Buku("kapolres")
        buku.warnings.named = dict(named)
        view = all_present(look(100.0, 3))
        pushing = replace(
            view, scene=replace(view.scene, marks=tuple(replace(m, act="press") for m in view.scene.marks))
        )
        assert ("arrest" in ordered(buku, [pushing])) is takes


def test_buku_uses_water_only_in_a_riot_when_it_was_named_and_people_had_time(look):
    for threat, named, uses in ((4, {"spray": 0.0}, True), (3, {"spray": 0.0}, False), (4, {}, False)):
        buku = Buku("kapolres")
        buku.warnings.named = dict(named)
        view = all_present(look(100.0, threat))
        pressing = replace(view, pressing=np.ones(len(view.pressing), dtype=bool))
        assert ("spray" in ordered(buku, [pressing])) is uses


def test_buku_asks_the_neighbours_early_and_once(look):
    view = all_present(look(100.0))
    away = replace(view.units[1], name="l2", strength=0, on_request=True)
    few = tuple(replace(unit, strength=0 if unit.name == "l" else 1) for unit in view.units)
    crowded = replace(view, units=(*few, away), present=view.cast.unit < 0)
    buku = Buku("kapolres")
    words = ordered(buku, [replace(crowded, seconds=float(second)) for second in range(100, 200)])
    assert words.count("request") == 1


def test_keras_says_nothing_and_uses_what_it_has(look):
    views = [all_present(look(float(second), 1, talks={})) for second in range(60)]
    words = set(ordered(Keras("kapolres"), views))
    assert {"raise_flag", "posture", "relieve", "spray"} <= words
    assert not {"negotiate", "warn", "treat"} & words


def test_keras_pushes_whoever_is_near_its_shields(look):
    view = all_present(look(10.0))
    shields = replace(view, units=tuple(unit for unit in view.units if unit.type == "dalmas_lanjut"))
    near = view.position.copy()
    near[view.cast.unit < 0] = np.array(shields.units[0].centre) + np.array([5.0, 0.0])
    assert "push" in ordered(Keras("kapolres"), [replace(shields, position=near)])
    assert "push" not in ordered(Keras("kapolres"), [replace(shields, position=near + np.array([40.0, 0.0]))])


@pytest.mark.parametrize("name", ["diam", "tenang", "buku", "keras"])
@pytest.mark.parametrize("lacks", ["units", "orders", "people", "meters", "coordinator", "command"])
def test_every_commander_does_with_what_there_is(look, name, lacks):
    importlib.import_module(f"game.session.commanders.{name}")
    view = all_present(look(10.0, 4, talks=None if lacks == "coordinator" else {}))
    view = {
        "units": replace(view, units=()),
        "orders": replace(view, units=tuple(replace(unit, orders=()) for unit in view.units)),
        "people": replace(view, present=np.zeros(len(view.present), dtype=bool)),
        "meters": replace(view, meters=None),
        "command": replace(view, units=tuple(replace(unit, mine=False) for unit in view.units)),
    }.get(lacks, view)
    orders = Commander.words[name]("kapolres").orders(view)
    assert all(getattr(order, "unit", "a") in {unit.name for unit in view.units} | {"a"} for order in orders)
