"""Every page, at every size and in both languages: nothing is cut, everything answers to keys and mouse."""

from pathlib import Path

import pygame
import pytest

from game.app import trainee
from game.level.check import list_levels
from game.level.mistake import LevelErrors
from game.level.schema import Level
from game.paths import LEVELS
from game.session.recording import Recorder
from game.session.replay import Replay
from game.session.session import Session
from game.session.summary import summary_of
from game.session.tally import Tally
from game.ui.canvas import Canvas
from game.ui.ending.judgement import accounted, told, verdict, worst_fault
from game.ui.hud.tooltip import draw_tooltip
from game.ui.map_sheet import MapSheet
from game.ui.screen import Page
from game.ui.screens.exercise import Exercise
from game.ui.screens.menu import Menu
from game.ui.screens.notice import Notice
from game.ui.screens.outcome import CHOICES, TABS, Outcome
from game.ui.screens.replay import Watch
from game.world.events import Event
from game.world.world import Command

pytestmark = pytest.mark.usefixtures("shown")

SIZES = ((1024, 600), (1280, 720), (1920, 1080))
LANGUAGES = ("id", "en")
ORDERS = (
    {"warn": {"unit": "ne1", "level": 1}},
    {"warn": {"unit": "ne1", "level": 3}},
    {"raise_flag": {"flag": "kuning"}},
    {"raise_flag": {"flag": "merah"}},
    {"move": {"unit": "dl1", "to": [30.0, 12.0]}},
    {"posture": {"unit": "da1", "posture": "tangan_berkait"}},
)
EVERYWHERE = [(size, language) for size in SIZES for language in LANGUAGES]


@pytest.fixture(scope="module")
def rehearsed(level: Level) -> tuple[Session, tuple[Event, ...]]:
    """A session in which orders were given, answered and refused, and all that happened."""
    session, told = Session(level), []
    session.submit(*map(Command.read, ORDERS), seat=trainee(level))
    for _ in range(180):
        session.tick()
        told += session.happened
    return session, tuple(told)


@pytest.fixture
def busy(rehearsed: tuple[Session, tuple[Event, ...]]) -> Session:
    return rehearsed[0]


@pytest.fixture(scope="module")
def recording(level: Level, tmp_path_factory: pytest.TempPathFactory) -> Replay:
    folder = tmp_path_factory.mktemp("recordings") / "short"
    session = Session(level)
    with Recorder(session, folder, lambda: 0.0) as recorder:
        session.submit(Command.read({"warn": {"unit": "ne1", "level": 1}}), seat=trainee(level))
        for _ in range(90):
            session.tick()
            recorder.after_tick()
        recorder.finish("left")
    return Replay(folder)


def drawn(page: Page, size: tuple[int, int]) -> Page:
    page.draw(pygame.Surface(size))
    return page


def cut(page: Page) -> list[str]:
    """What did not fit."""
    assert page.canvas is not None
    return page.canvas.overflowing


def press(page: Page, code: int) -> None:
    page.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode="", scancode=0))


def click(page: Page, tip_or_text: tuple[int, int]) -> None:
    page.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=tip_or_text, button=1))


def opened(session: Session, language: str, size: tuple[int, int]) -> Exercise:
    seat = trainee(session.level)
    page = Exercise(session.level, session, seat, session.view(seat), language, size)
    page.show(session.view(seat), 0.0)
    return page


@pytest.mark.parametrize(("size", "language"), EVERYWHERE)
def test_the_menu_fits(level: Level, size: tuple[int, int], language: str) -> None:
    page = Menu(list_levels(LEVELS), language)
    assert not cut(drawn(page, size))
    press(page, pygame.K_DOWN)
    assert not cut(drawn(page, size))


@pytest.mark.parametrize(("size", "language"), EVERYWHERE)
def test_the_exercise_fits_with_whatever_is_selected(
    rehearsed: tuple[Session, tuple[Event, ...]], size: tuple[int, int], language: str
) -> None:
    page = opened(rehearsed[0], language, size)
    page.board.log.hear(rehearsed[1])
    for chosen in ([], ["ne1"], ["da1"], ["dl1"], ["ne1", "da1", "dl1"]):
        page.desk.select(chosen)
        assert not cut(drawn(page, size)), chosen
    page.desk.pace.toggle()
    for sheet in ("pause", "help"):
        page.sheet = sheet
        assert not cut(drawn(page, size)), sheet


@pytest.mark.parametrize(("size", "language"), EVERYWHERE)
def test_each_tooltip_of_the_exercise_fits(busy: Session, size: tuple[int, int], language: str) -> None:
    page = opened(busy, language, size)
    page.desk.select(["da1"])
    drawn(page, size)
    assert page.canvas is not None
    canvas = Canvas(pygame.Surface(size), language)
    for spot in [spot for spot in page.canvas.spots if spot.tip]:
        draw_tooltip(canvas, spot.tip, spot.area.center, spot.area)
    assert not canvas.overflowing


@pytest.mark.parametrize(("size", "language"), EVERYWHERE)
@pytest.mark.parametrize(
    "facts",
    [{}, {"hurt": {"civilians": 12, "officers": 3}}, {"calm": True, "highest_threat": 2}, {"end": "over"}],
)
def test_the_outcome_fits(busy: Session, size: tuple[int, int], language: str, facts: dict[str, object]) -> None:
    tally = Tally.of(busy)
    summary = summary_of(busy, tally, "left", 1.0) | facts
    page = Outcome(busy.level, summary, tally.moments, "Rekaman: " + "x/" * 30, language)
    for page.tab in range(len(TABS)):
        assert not cut(drawn(page, size))


@pytest.mark.parametrize(("size", "language"), EVERYWHERE)
def test_a_replay_and_a_notice_fit(recording: Replay, size: tuple[int, int], language: str) -> None:
    assert not cut(drawn(Watch(recording, "kapolres", language, size, 1.0), size))
    assert not cut(drawn(Notice("Judul", ("Satu kalimat.", "Dua kalimat. " * 9), language), size))


def test_the_menu_is_worked_by_keys(level: Level) -> None:
    page = Menu([level, level], "id")
    drawn(page, (1280, 720))
    press(page, pygame.K_DOWN)
    press(page, pygame.K_RIGHT)
    assert (page.chosen, page.language) == (1, "en")
    press(page, pygame.K_RETURN)
    assert (page.wish, page.level) == ("play", level)
    quitting = Menu([level], "id")
    press(quitting, pygame.K_UP)
    press(quitting, pygame.K_RETURN)
    assert quitting.wish == "quit"


def test_the_language_changes_live_by_mouse(level: Level) -> None:
    page = Menu([level], "id")
    drawn(page, (1280, 720))
    assert page.canvas is not None
    switches = [spot for spot in page.canvas.spots if spot.press and spot.area.height == 32]
    click(page, switches[1].area.center)
    assert page.language == "en"


def test_a_level_with_mistakes_is_shown_with_the_first_and_cannot_be_begun(level: Level, tmp_path: Path) -> None:
    (tmp_path / "rusak.yaml").write_text("format: 1\nseed: lima\n", encoding="utf-8")
    levels = list_levels(tmp_path)
    assert isinstance(levels[0], LevelErrors)
    page = Menu([*levels, level], "id")
    assert not cut(drawn(page, (1280, 720)))
    press(page, pygame.K_RETURN)
    assert page.wish is None


def test_a_menu_without_levels_says_so_and_can_be_left() -> None:
    page = Menu([], "id")
    assert not cut(drawn(page, (1024, 600)))
    press(page, pygame.K_RETURN)
    assert page.wish == "quit"


def test_more_levels_than_fit_follow_the_choice(level: Level) -> None:
    page = Menu([level] * 20, "id")
    for _ in range(14):
        press(page, pygame.K_DOWN)
    assert not cut(drawn(page, (1024, 600)))
    assert page.canvas is not None
    assert all(page.canvas.area.contains(spot.area) for spot in page.canvas.spots)


def test_the_sheet_on_the_menu_comes_little_by_little(level: Level) -> None:
    sheet = MapSheet(level, Session(level).view(trainee(level)), "id", 1.0)
    surface = pygame.Surface((1280, 720))
    sheet.draw(surface, (0, 0))
    early = pygame.image.tobytes(surface, "RGB")
    sheet.finish()
    sheet.draw(surface, (0, 0))
    assert pygame.image.tobytes(surface, "RGB") != early


def test_esc_opens_the_menu_and_time_stands_still_under_it(busy: Session) -> None:
    page = opened(busy, "id", (1280, 720))
    drawn(page, (1280, 720))
    assert page.rate == 1.0
    press(page, pygame.K_ESCAPE)
    assert (page.sheet, page.rate) == ("pause", 0.0)
    press(page, pygame.K_RETURN)
    assert (page.sheet, page.wish) == ("", None)
    press(page, pygame.K_ESCAPE)
    press(page, pygame.K_DOWN)
    press(page, pygame.K_RETURN)
    assert page.wish == "again"


def test_the_layer_of_crowding_is_laid_on_and_taken_away_by_its_key(busy: Session, recording: Replay) -> None:
    level = busy.level
    exercise = Exercise(level, busy, trainee(level), busy.view(trainee(level)), "id", SIZES[0])
    watch = Watch(recording, "kapolres", "id", SIZES[0], 0.0)
    for page in (exercise, watch):
        for shown in (True, False):
            press(page, pygame.K_F2)
            assert page.board.crowding.shown is shown


def test_the_outcome_says_first_that_people_were_hurt(busy: Session) -> None:
    facts = summary_of(busy, Tally.of(busy), "over", 1.0) | {"hard_fails": [], "lines": []}
    calm = facts | {"calm": True, "highest_threat": 1, "hurt": {"civilians": 0, "officers": 0}}
    assert verdict(calm | {"hurt": {"civilians": 1, "officers": 0}}) == "hurt"
    assert verdict(calm | {"highest_threat": 4}) == "calm_late"
    assert verdict(calm | {"hard_fails": [{"code": "fail_own_force"}]}) == "failed"
    assert verdict(calm | {"calm": False}) == "tense"
    assert verdict(calm | {"end": "left"}) == "left"


def test_praise_is_for_who_has_nothing_held_against_them(busy: Session) -> None:
    facts = summary_of(busy, Tally.of(busy), "over", 1.0) | {"calm": True, "highest_threat": 1, "hard_fails": []}
    facts["hurt"] = {"civilians": 0, "officers": 0}
    lines = [{"code": "force_none", "good": True}, {"code": "custody_none", "good": None}]
    assert verdict(facts | {"lines": lines}) == "earned"
    assert verdict(facts | {"lines": [*lines, {"code": "flag_late", "good": False}]}) == "calm"


def test_the_gravest_fault_is_told_and_not_the_most_frequent(busy: Session) -> None:
    facts = summary_of(busy, Tally.of(busy), "over", 1.0)
    force = facts["force"] | {"faults": {"not_warned": 9, "no_way_out": 1}}
    assert worst_fault(facts | {"force": force}) == ("no_way_out", 1)
    assert worst_fault(facts | {"force": facts["force"] | {"faults": {}}}) is None
    line = {"code": "force_faulted", "good": False, "values": {"count": 9, "faulted": 9, "early": 9}}
    assert "tidak ada jalan keluar" in told(line, facts | {"force": force}, "id")


def test_how_many_decisions_were_explained_is_told(busy: Session) -> None:
    facts = summary_of(busy, Tally.of(busy), "over", 1.0)
    assert accounted(facts | {"accounts": {"asked": 0, "given": 0}}, "id") is None
    assert accounted(facts | {"accounts": {"asked": 3, "given": 2}}, "en") == "2 of 3 decisions were explained."


def test_the_outcome_leads_on_by_keys_and_by_mouse(busy: Session) -> None:
    tally = Tally.of(busy)
    page = Outcome(busy.level, summary_of(busy, tally, "left", 1.0), tally.moments, "", "id")
    drawn(page, (1280, 720))
    press(page, pygame.K_TAB)
    assert TABS[page.tab] == "course"
    press(page, pygame.K_l)
    assert page.language == "en"
    wishes = []
    for _ in CHOICES:
        press(page, pygame.K_RETURN)
        wishes.append(page.wish)
        press(page, pygame.K_RIGHT)
    assert wishes == ["menu", "play", "again", "next"]
    assert page.canvas is not None
    click(page, page.canvas.spots[-1].area.center)
    assert page.wish == "next"
    press(page, pygame.K_ESCAPE)
    assert page.wish == "menu"


def test_a_replay_seeks_by_mouse_and_keys_and_stands_still_at_the_end(recording: Replay) -> None:
    page = Watch(recording, "kapolres", "id", (1280, 720), 0.0)
    drawn(page, (1280, 720))
    track = page.bar._track
    click(page, (track.left + track.width // 2, track.centery))
    assert page.now == pytest.approx(recording.length / 2, abs=0.1)
    press(page, pygame.K_LEFT)
    assert page.now == 0.0
    page.advance(1.0)
    assert page.now == pytest.approx(1.0)
    page.advance(60.0)
    assert page.now == recording.length
    press(page, pygame.K_SPACE)
    press(page, pygame.K_HOME)
    page.advance(1.0)
    assert page.now == 0.0
