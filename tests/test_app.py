"""The window from its opening to its closing: page follows page, and whatever happens ends in a sentence."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pygame
import pytest

from game.app import play_game, screenshot, show_replay, stage, trainee, where
from game.level.mistake import LevelErrors
from game.level.read import read_level
from game.paths import LEVELS, user_folder
from game.session.replay import Replay
from game.session.session import Session
from game.session.verify import again
from game.ui.live import Record
from game.ui.screen import NoDisplayError, open_window

LEVEL, PLENO = LEVELS / "kantor-kpu-pagi.yaml", LEVELS / "pleno-kpu.yaml"
BEGIN, NEXT, BACK = pygame.K_RETURN, pygame.K_DOWN, pygame.K_ESCAPE


@pytest.fixture(autouse=True)
def keys() -> Iterator[None]:
    pygame.display.init()
    yield
    pygame.display.quit()


def hand(*codes: int) -> None:
    """Keys that lie waiting when the window opens."""
    for code in codes:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode="", scancode=0))


def recordings() -> list[Path]:
    return sorted(user_folder("recordings").iterdir())


def new_since(before: list[Path]) -> list[Path]:
    return [folder for folder in recordings() if folder not in before]


def test_from_the_menu_through_briefing_and_exercise_to_the_outcome_and_back(user_folder_of_the_tests: Path) -> None:
    before = recordings()
    hand(BEGIN, BEGIN, BACK, NEXT, NEXT, BEGIN, BEGIN, BACK)
    play_game(None, None, "id")
    (new,) = new_since(before)
    assert not Replay(new).cut


def test_the_briefing_leads_back_to_the_menu_and_records_nothing() -> None:
    before = recordings()
    hand(BACK, BACK)
    play_game(LEVEL, None, "id")
    assert new_since(before) == []


def test_units_stay_placed_when_it_is_played_again_and_another_seed_follows() -> None:
    before = recordings()
    to_the_placing, to_its_barracks = pygame.K_LEFT, pygame.K_SPACE
    leave = (BACK, NEXT, NEXT, BEGIN)  # the exercise, for its outcome
    hand(to_the_placing, to_its_barracks, BEGIN, *leave, NEXT, NEXT, NEXT, BEGIN, BEGIN, *leave, BACK, BACK)
    play_game(PLENO, 3, "id")
    first, second = (Replay(folder) for folder in new_since(before))
    assert [replay.journal.header.seed for replay in (first, second)] == [3, 4]
    assert [given.command.plain() for given in first.journal.given] == [{"stand_down": {"unit": "ne1"}}]
    assert first.journal.given == second.journal.given
    seen = {unit.name: len(unit.rows) for unit in first.view_at(0.0, "kapolres").units}
    assert (seen["ne1"], seen["da1"]) == (0, 30)


def test_a_recording_with_placed_units_verifies_even_if_it_was_left_at_once() -> None:
    before = recordings()
    hand(pygame.K_LEFT, pygame.K_SPACE, BEGIN)
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    play_game(PLENO, 3, "id")
    (new,) = new_since(before)
    assert all(same for _, same in again(new, Replay(new).journal))


def test_a_window_closed_at_once_leaves_a_whole_recording() -> None:
    hand(BEGIN)
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    play_game(LEVEL, 3, "en")
    replay = Replay(recordings()[-1])
    assert not replay.cut
    assert replay.journal.header.seed == 3


def test_where_a_recording_lies_is_said_from_the_users_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    level = read_level(LEVEL)
    with stage("id"):
        record = Record(Session(level), tmp_path / "recordings" / "one", lambda: 0.0)
    record.finish("left")
    assert where(record, "en").endswith(str(tmp_path / "recordings" / "one"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert where(record, "en").endswith(str(Path("~", "recordings", "one")))


def test_a_level_that_cannot_be_played_opens_no_window(tmp_path: Path) -> None:
    (tmp_path / "rusak.yaml").write_text("format: 1\n")
    with pytest.raises(LevelErrors):
        play_game(tmp_path / "rusak.yaml", None, "id")


def test_ctrl_c_closes_the_window_and_leaves_a_whole_recording() -> None:
    before = set(recordings())
    hand(BEGIN)

    def press_once_it_records() -> None:
        while not any((folder / "recording.jsonl").exists() for folder in set(recordings()) - before):
            time.sleep(0.05)
        os.kill(os.getpid(), signal.SIGINT)

    Thread(target=press_once_it_records, daemon=True).start()
    with pytest.raises(KeyboardInterrupt):
        play_game(LEVEL, None, "en")
    (new,) = set(recordings()) - before
    replay = Replay(new)
    assert not replay.cut
    assert replay.journal.end == "left"
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_fault_of_ours_becomes_a_sentence_a_report_and_the_menu() -> None:
    seed_that_no_generator_takes = -1
    before = set(user_folder("reports").iterdir())
    hand(BEGIN, BACK)
    play_game(LEVEL, seed_that_no_generator_takes, "id")
    (report,) = set(user_folder("reports").iterdir()) - before
    assert "Traceback" in report.read_text(encoding="utf-8")


def test_a_recording_is_watched_and_closed() -> None:
    hand(BEGIN)
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    play_game(LEVEL, None, "id")
    pygame.display.init()
    hand(pygame.K_SPACE, BACK)
    show_replay(recordings()[-1], "en")


def test_full_screen_and_back() -> None:
    hand(pygame.K_F11, pygame.K_F11, BACK)
    play_game(None, None, "id")


def test_a_screenshot_shows_the_square(tmp_path: Path) -> None:
    level = read_level(LEVEL)
    session = Session(level)
    screenshot(session.view(trainee(level)), level.place, tmp_path / "square.png", "id", (640, 400))
    picture = pygame.image.load(tmp_path / "square.png")
    assert picture.get_size() == (640, 400)
    assert len({tuple(picture.get_at((x, 200))) for x in range(0, 640, 4)}) > 8


def test_a_screenshot_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    level = read_level(LEVEL)
    view = Session(level).view(trainee(level))
    with pytest.raises(FileNotFoundError):
        screenshot(view, level.place, tmp_path / "gone" / "square.png", "id", (640, 400))


def test_no_screen_is_said_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.quit()
    monkeypatch.setenv("SDL_VIDEODRIVER", "no-such-driver")
    with pytest.raises(NoDisplayError):
        open_window()


def test_the_window_is_gone_whatever_happens() -> None:
    with pytest.raises(KeyError), stage("id"):
        raise KeyError
    assert not pygame.display.get_init()
