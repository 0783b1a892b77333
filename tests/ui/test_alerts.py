"""What must not be missed is said once, the worst first, and no longer than it holds."""

import dataclasses

import numpy as np
import pygame
import pytest

from game.app import trainee
from game.level.schema import Level
from game.rules.threat import ThreatChanged
from game.session.scene import CrushView
from game.session.session import Session
from game.session.view import View
from game.text import LANGUAGES
from game.ui.canvas import Canvas
from game.ui.hud.alerts import MOST, SHOWN_FOR, Alerts, alerts_of
from game.ui.hud.layout import layout_of
from game.ui.wording import values_in_words
from game.world.events import Event

pytestmark = pytest.mark.usefixtures("shown")


@pytest.fixture
def view(level: Level) -> View:
    return Session(level).view(trainee(level))


def codes(level: Level, view: View, *events: Event) -> list[str]:
    return [alert.code for alert in alerts_of(view, events, level.place.ground)]


def lying(view: View, *rows: int) -> View:
    """`view` with `rows` hurt on the ground."""
    down = np.isin(np.arange(len(view.present)), rows)
    return dataclasses.replace(view, fallen=down, hurt=down, present=view.present | down)


def test_a_quiet_square_says_nothing(level: Level, view: View) -> None:
    assert codes(level, view) == []


def test_who_lies_alone_comes_before_a_line_that_is_open(level: Level, view: View) -> None:
    units = tuple(dataclasses.replace(unit, gap=1.4 if unit.name == "da1" else None) for unit in view.units)
    crowd = int(np.flatnonzero(view.cast.unit < 0)[0])
    assert codes(level, dataclasses.replace(lying(view, crowd), units=units)) == ["hurt_alone", "gap"]


def test_a_line_that_still_forms_is_not_called_open(level: Level, view: View) -> None:
    forming, holding = (
        tuple(dataclasses.replace(unit, gap=3.0, task=task) for unit in view.units) for task in ("form_up", "hold")
    )
    assert codes(level, dataclasses.replace(view, units=forming)) == []
    assert set(codes(level, dataclasses.replace(view, units=holding))) == {"gap"}


def test_a_crush_is_shown_until_it_has_eased_the_gravest_first(level: Level, view: View) -> None:
    early = CrushView((10.0, 10.0), since=300, severity="early", people=12, density=6.1)
    grave = CrushView((40.0, 10.0), since=600, severity="grave", people=30, density=7.4)
    crushed = dataclasses.replace(view, scene=dataclasses.replace(view.scene, crushes=(early, grave)))
    alerts = alerts_of(crushed, (), level.place.ground)
    assert [(alert.code, alert.values["severity"]) for alert in alerts] == [("crush", "grave"), ("crush", "early")]
    assert alerts[0].place == (40.0, 10.0)
    for language in LANGUAGES:
        said = values_in_words(alerts[0].values, language)
        assert said["severity"] == {"id": "Bahaya", "en": "Danger"}[language]


def test_only_the_latest_change_of_the_threat_is_told_and_only_when_it_rose(level: Level, view: View) -> None:
    third, fourth = (ThreatChanged(before=now - 1, now=now, tick=now, id=now) for now in (3, 4))
    (alert,) = alerts_of(view, (third, fourth), level.place.ground)
    assert alert.values["now"] == 4
    assert codes(level, view, fourth, ThreatChanged(before=4, now=2, tick=9, id=9)) == []
    assert codes(level, dataclasses.replace(view, meters=None), fourth) == []


def test_a_cause_that_lasts_is_not_shown_all_the_time(level: Level, view: View) -> None:
    crowd = int(np.flatnonzero(view.cast.unit < 0)[0])
    alerts, hurt = Alerts(level.place.ground, lambda place: None), lying(view, crowd)
    shown = []
    for second in (1.0, 1.0 + SHOWN_FOR, 70.0):
        alerts.hear(dataclasses.replace(hurt, seconds=second))
        shown.append(len(alerts.shown))
    assert shown == [1, 0, 1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1024, 600), (1280, 720)])
def test_alerts_lie_below_each_other_and_fit(level: Level, view: View, language: str, size: tuple[int, int]) -> None:
    units = tuple(dataclasses.replace(unit, gap=1.4, strain=1.0) for unit in view.units)
    crowd = int(np.flatnonzero(view.cast.unit < 0)[0])
    alerts = Alerts(level.place.ground, lambda place: None)
    alerts.hear(dataclasses.replace(lying(view, crowd), units=units))
    canvas = Canvas(pygame.Surface(size), language)
    alerts.draw(canvas, layout_of(canvas))
    assert len(alerts.areas) == MOST
    assert canvas.overflowing == []
    assert all(one.bottom < other.top for one, other in zip(alerts.areas, alerts.areas[1:], strict=False))


def test_the_key_goes_to_the_place_of_the_worst(level: Level, view: View) -> None:
    went: list[tuple[float, float]] = []
    alerts = Alerts(level.place.ground, went.append)
    assert not alerts.go_to_first()
    crowd = int(np.flatnonzero(view.cast.unit < 0)[0])
    alerts.hear(lying(view, crowd))
    assert alerts.go_to_first()
    assert went == [tuple(view.position[crowd].tolist())]
