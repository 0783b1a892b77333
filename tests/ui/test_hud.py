"""What the widgets say: the flag, the ladder of force, the radio, the clock, in words of both languages."""

import dataclasses

import numpy as np
import pygame
import pytest

from game.app import trainee
from game.level.schema import Level
from game.rules.commands.say import Said
from game.rules.custody import Arrested
from game.rules.fires import FireLit
from game.rules.radio import OrderReceived, Refused
from game.rules.tasks.treat import LaneBlocked
from game.rules.threat import ThreatChanged
from game.session.session import Session
from game.session.view import Meters, UnitView, View
from game.text import LANGUAGES, known
from game.ui.camera import Camera
from game.ui.canvas import Area, Canvas, scale_of
from game.ui.hud import meters as meters_widget
from game.ui.hud.event_tags import CROWDS, _doing, _fresh, draw_event_tags
from game.ui.hud.flag_chip import flag_order, next_flag
from game.ui.hud.ladder import in_proportion
from game.ui.hud.layout import layout_of
from game.ui.hud.radio_log import RadioLog, weight_of
from game.ui.hud.unit_cards import own_units
from game.ui.hud.unit_tags import UnitTags
from game.ui.offers import offers_for
from game.ui.square import STATES, figures_of, person_at, states_of
from game.ui.wording import clock, event_in_words, reason_in_words, stopwatch
from game.world.quantities import Text
from game.world.reason import reason

pytestmark = pytest.mark.usefixtures("shown")


@pytest.fixture
def view(level: Level) -> View:
    return Session(level).view(trainee(level))


def unit(view: View, name: str) -> UnitView:
    return next(unit for unit in view.units if unit.name == name)


@pytest.mark.parametrize(
    ("window", "scale"), [((1024, 600), 1.0), ((1280, 720), 1.0), ((1920, 1080), 1.5), ((3840, 2160), 3.0)]
)
def test_a_step_grows_with_the_window_and_never_shrinks(window: tuple[int, int], scale: float) -> None:
    assert scale_of(window) == scale


@pytest.mark.parametrize("window", [(1024, 600), (1280, 720), (1366, 768), (1920, 1080), (3840, 2160), (1280, 1024)])
def test_panels_lie_inside_the_window_and_never_on_each_other(window: tuple[int, int]) -> None:
    canvas = Canvas(pygame.Surface(window), "id")
    layout = layout_of(canvas)
    panels = [layout.bar, layout.card, layout.ribbon, layout.log, layout.minimap]
    assert all(canvas.area.contains(panel) for panel in panels)
    assert not any(one.colliderect(other) for one in panels for other in panels if one is not other)


def test_what_does_not_fit_is_cut_and_counted() -> None:
    canvas = Canvas(pygame.Surface((1280, 720)), "id")
    assert canvas.text("Bersaf", (0, 0), 12, width=200) < 200
    assert not canvas.overflowing
    assert canvas.text("Bersaf dua saf di depan gerbang", (0, 0), 12, width=60) <= 61
    canvas.paragraph("satu dua tiga empat lima enam " * 9, Area(0, 0, 90, 30), 12)
    assert len(canvas.overflowing) == 2


def test_a_spot_said_later_lies_on_top() -> None:
    canvas = Canvas(pygame.Surface((1280, 720)), "id")
    canvas.spot(Area(0, 0, 100, 100))
    canvas.spot(Area(10, 10, 10, 10), press=lambda: None)
    assert canvas.spot_at((15, 15)) is canvas.spots[1]
    assert canvas.spot_at((50, 50)) is canvas.spots[0]
    assert canvas.spot_at((500, 50)) is None


def test_the_flag_goes_one_step_at_a_time_and_no_further_than_it_goes() -> None:
    assert (next_flag("hijau", 1), next_flag("merah", 1), next_flag("hijau", -1)) == ("kuning", None, None)
    up, down = flag_order("kuning", 1), flag_order("kuning", -1)
    assert up is not None
    assert down is not None
    assert up.plain() == {"raise_flag": {"flag": "merah"}}
    assert down.plain() == {"lower_flag": {"flag": "hijau"}}


@pytest.mark.parametrize(
    ("threat", "force", "fits"), [(1, 1, True), (1, 2, True), (1, 3, False), (3, 3, True), (3, 4, False)]
)
def test_talk_is_in_proportion_to_any_threat_and_force_only_up_to_it(threat: int, force: int, fits: bool) -> None:
    assert in_proportion(Meters(trust=50.0, tension=50.0, threat=threat, force=force)) is fits


def test_a_trend_looks_ten_seconds_back_and_starts_anew_after_seeking(view: View) -> None:
    widget = meters_widget.Meters()
    canvas = Canvas(pygame.Surface((1280, 720)), "id")
    for seconds, trust in ((0.0, 70.0), (5.0, 60.0), (20.0, 50.0), (2.0, 65.0)):
        meters = Meters(trust=trust, tension=20.0, threat=1, force=1)
        widget.draw(dataclasses.replace(view, seconds=seconds, meters=meters), canvas, Area(0, 0, 400, 54), roomy=True)
    assert list(widget._past) == [(2.0, 65.0, 20.0)]


def test_without_meters_nothing_inner_is_drawn(view: View) -> None:
    blind = dataclasses.replace(view, meters=None)
    surface = pygame.Surface((1280, 720))
    before = pygame.image.tobytes(surface, "RGB")
    meters_widget.Meters().draw(blind, Canvas(surface, "id"), Area(0, 0, 400, 54), roomy=True)
    assert pygame.image.tobytes(surface, "RGB") == before


def test_the_radio_tells_what_was_said_and_not_what_nobody_there_knows() -> None:
    log = RadioLog(lambda place: None)
    told = Said(text=Text("Tetap tertib.", "Stay orderly."), to="all", tick=30, actor="kapolres")
    log.hear((told, ThreatChanged(before=1, now=2)))
    assert log.events == [told]
    assert event_in_words(told, "en") == "Stay orderly."


def test_a_refusal_says_who_what_and_why_in_both_languages() -> None:
    why = reason("rank_too_low", needed="kapolda", rank="kapolres", source="Perkap 1/2009", status="read")
    event = Refused(command="raise_flag", doing="raise_flag.merah", call="kapolres", why=why)
    assert event_in_words(event, "id") is not None
    for language in LANGUAGES:
        words = event_in_words(event, language) or ""
        assert "raise_flag" not in words
        assert reason_in_words(why, language) in words
    assert weight_of(event) == "caution"


def test_an_answer_is_spoken_in_words_of_doctrine() -> None:
    event = OrderReceived(command="form", doing="form.bersaf", call="DA1")
    assert "bersaf" in (event_in_words(event, "id") or "")
    assert "form.bersaf" not in (event_in_words(event, "id") or "")


def test_pressing_an_entry_jumps_to_where_it_was_said(view: View) -> None:
    went: list[tuple[float, float]] = []
    log = RadioLog(went.append)
    log.hear((Said(text=Text("Di sini.", "Here."), to="all", place=(12.0, 7.0)),))
    canvas = Canvas(pygame.Surface((1280, 720)), "id")
    log.draw(view, canvas, layout_of(canvas).log)
    press = next(spot.press for spot in canvas.spots if spot.press)
    press()
    assert went == [(12.0, 7.0)]


def test_orders_are_offered_by_what_a_unit_can_do(view: View, level: Level) -> None:
    ground = level.place.ground
    shields = {offer.code for offer in offers_for([unit(view, "dl1")], view, ground)}
    talkers = {offer.code for offer in offers_for([unit(view, "ne1")], view, ground)}
    assert "posture.berlindung" in shields
    assert "posture.berlindung" not in talkers
    assert {"ui.warn", "command.hold", "formation.bersaf"} <= talkers


def test_no_two_orders_share_a_key(view: View, level: Level) -> None:
    keys = [offer.key for offer in offers_for(list(view.units), view, level.place.ground) if offer.key]
    assert len(keys) == len(set(keys))
    assert len(keys) > 20


def test_every_order_offered_has_its_texts(view: View, level: Level) -> None:
    for offer in offers_for(list(view.units), view, level.place.ground):
        about = f"ui.about.{offer.name}{f'.{offer.level}' if offer.level else ''}"
        assert known(offer.code)
        assert known(f"ui.order.{offer.name}")
        assert known(about)


def test_every_look_and_state_that_can_be_seen_has_a_name(view: View) -> None:
    for look in view.cast.looks:
        assert known(f"look.{look}")
    for state in STATES:
        assert known(f"posture.{state}") or known(f"state.{state}")


def test_what_people_do_is_drawn_on_their_bodies(view: View) -> None:
    crowd = [row for row in range(len(view.present)) if view.present[row] and view.cast.unit[row] < 0]
    pushing, running, lying = crowd[:3]
    pressing, fleeing, fallen = (view.pressing.copy() * False for _ in range(3))
    pressing[pushing], fleeing[running], fallen[lying] = True, True, True
    view = dataclasses.replace(view, pressing=pressing, running=fleeing, fallen=fallen)
    seen = states_of(dataclasses.replace(view, hurt=fallen))
    assert [STATES[seen[row]] for row in (pushing, running, lying)] == ["press", "flee", "fallen"]
    assert STATES[states_of(view)[lying]] == "down"


def test_agitators_are_drawn_as_the_people_they_stand_among(view: View) -> None:
    assert "agitator" not in view.cast.looks


def test_only_who_is_there_is_drawn_and_named(view: View) -> None:
    absent = dataclasses.replace(view, present=view.present & False)
    assert len(figures_of(absent).person) == 0
    assert person_at(absent, view.position[0]) is None
    assert person_at(view, view.position[0]) == 0


def test_the_seat_has_cards_for_its_own_units_alone(view: View) -> None:
    theirs = dataclasses.replace(view.units[0], mine=False)
    assert theirs not in own_units(dataclasses.replace(view, units=(theirs, *view.units[1:])))


def test_pushing_is_marked_where_it_is_and_only_while_it_lasts(view: View) -> None:
    camera = Camera((120.0, 80.0), (1280, 720))
    camera.fit()
    crowd = np.flatnonzero(view.present & (view.cast.unit < 0))
    pressing = np.zeros(len(view.present), bool)
    calm, pushing = pygame.Surface((1280, 720)), pygame.Surface((1280, 720))
    draw_event_tags(Canvas(calm, "id"), camera, dataclasses.replace(view, pressing=pressing), ())
    pressing[crowd[:9]] = True
    draw_event_tags(Canvas(pushing, "id"), camera, dataclasses.replace(view, pressing=pressing), ())
    assert pygame.image.tobytes(calm, "RGB") != pygame.image.tobytes(pushing, "RGB")


def test_chanting_and_jeering_are_named_once_many_do_it(view: View) -> None:
    crowd = np.flatnonzero(view.present & (view.cast.unit < 0))
    act = np.full(len(view.present), -1)
    act[crowd[:200]] = view.acts.index("chant")
    act[crowd[200:205]] = view.acts.index("jeer")
    named = dataclasses.replace(view, act=act, pressing=view.pressing & False)
    assert [word for word, least in CROWDS.items() if _doing(named, word).sum() >= least] == ["chant"]


@pytest.mark.parametrize(("facing", "side"), [(0.0, "below"), (np.pi / 2, "below"), (-np.pi / 2, "above")])
def test_the_tag_of_a_unit_never_lies_before_its_front(view: View, facing: float, side: str) -> None:
    camera, canvas = Camera((120.0, 80.0), (1280, 720)), Canvas(pygame.Surface((1280, 720)), "id")
    line = dataclasses.replace(unit(view, "da1"), facing=facing)
    area = UnitTags(None)._area(canvas, camera, view, line, "2")
    places = camera.to_screen(view.position[line.rows])[:, 1]
    assert area.top > places.max() if side == "below" else area.bottom < places.min()


def test_what_happened_is_marked_for_a_while_the_latest_of_each_unit_and_kind(view: View) -> None:
    lit = [FireLit(actor="pendukung", place=(10.0, 10.0), tick=tick, person=1) for tick in (0, 30, 60)]
    by = {"actor": "da1", "place": (5.0, 5.0), "person": 1, "call": "DA1"}
    taken = Arrested(tick=61, officer="Sekar", ordered_by="kapolres", act="throw", **by)
    blocked = LaneBlocked(tick=62, seconds=30, **by)
    early = _fresh(dataclasses.replace(view, seconds=3.0), [*lit, taken, blocked])
    late = _fresh(dataclasses.replace(view, seconds=60.0), [*lit, taken, blocked])
    assert (early, late) == ([blocked, lit[2]], [])


def test_times_are_written_as_clocks() -> None:
    assert (clock(34_200.0), clock(86_399.9 + 60)) == ("09:30", "00:00")
    assert (stopwatch(372.9), stopwatch(3_672.0)) == ("06:12", "1:01:12")
