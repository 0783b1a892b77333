"""Makes the pictures of the game: ``python tests/look.py [FOLDER]``, or ``make look`` for those of the README.

Everything is drawn by the real pages over a real session; nothing is staged but where the mouse is.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import pygame

from game.app import stage, trainee
from game.level.check import list_levels
from game.level.read import read_level
from game.level.schema import Level
from game.paths import LEVELS
from game.session.recording import Recorder
from game.session.replay import Replay
from game.session.session import Session
from game.session.summary import summary_of
from game.session.tally import Tally
from game.ui.canvas import scale_of
from game.ui.hud.place_names import RESTS
from game.ui.map_sheet import MapSheet
from game.ui.plan import Plan
from game.ui.screen import Page
from game.ui.screens.exercise import Exercise
from game.ui.screens.menu import Menu
from game.ui.screens.outcome import Outcome
from game.ui.screens.replay import Watch
from game.ui.seed_field import SeedField
from game.world.world import TICKS_PER_SECOND, Command

DOCS = Path(__file__).resolve().parents[1] / "docs"
NORMAL, LARGE, SMALL = (1280, 720), (1920, 1080), (1024, 600)  # px
BEGIN = 8.0  # s
CALM = 40.0  # s
TENSE = 3  # class of threat
LATEST = 400.0  # s, when the tense picture is taken at the latest


class Morning:
    """One exercise played: the session, its recording, and pages that have heard all that was said so far."""

    def __init__(self, level: Level, folder: Path) -> None:
        self.session, self.seat = Session(level), trainee(level)
        self.tally, self.recorder = Tally.of(self.session), Recorder(self.session, folder, lambda: 0.0)
        self.views = [self.session.view(self.seat)]  # one each second, as a window takes more often

    def give(self, *orders: dict[str, object]) -> None:
        """Give orders as the trainee."""
        self.session.submit(*map(Command.read, orders), seat=self.seat)

    def pass_until(self, seconds: float) -> None:
        """Let time pass."""
        while self.session.world.seconds < seconds and not self.session.over:
            self.session.tick()
            self.tally.tick(self.session)
            self.recorder.after_tick()
            if self.session.world.tick % TICKS_PER_SECOND == 0:
                self.tally.second(self.session)
                self.views.append(self.session.view(self.seat))

    def page(self, language: str, size: tuple[int, int], *selected: str) -> Exercise:
        """The window as it would be now, had it been open all the time; the camera where it was at first."""
        page = Exercise(self.session.level, self.session, self.seat, self.views[0], language, size)
        for view in self.views:
            page.show(view, 0.0)
            page.board.meters.remember(view)
        page.desk.select(list(selected))
        return page


def draw(page: Page, size: tuple[int, int], path: Path) -> None:
    """Draw `page` until nothing is missing any more, and write it down."""
    surface = pygame.Surface(size)
    for _ in range(RESTS + 12):
        page.draw(surface)
        if isinstance(page, Exercise | Watch):
            page.board.people.finish()
    pygame.image.save(surface, path)
    print(path, *page.canvas.overflowing if page.canvas else "")


def menu(level: Level, language: str, size: tuple[int, int], path: Path) -> None:
    """The menu with its map."""
    page = Menu(list_levels(LEVELS), language)
    page.sheet = MapSheet(level, Session(level).view(trainee(level)), language, scale_of(size))
    page.sheet.finish()
    page.field = SeedField()
    draw(page, size, path)


def pointed(page: Exercise, size: tuple[int, int], where: str) -> None:
    """Put the pointer on the order that has `where` in its tip."""
    page.draw(pygame.Surface(size))
    assert page.canvas is not None
    spot = next(spot for spot in page.canvas.spots if spot.tip and where in spot.tip.title)
    page.pointer = tuple(round(part * page.canvas.scale) for part in spot.area.center)


def calm(morning: Morning, folder: Path) -> None:
    """The first seconds; then a line being laid while paused; and the same in English, large and small."""
    morning.pass_until(BEGIN)
    draw(morning.page("en", NORMAL), NORMAL, folder / "screenshot-begin-en.png")
    morning.pass_until(CALM)
    page = morning.page("id", NORMAL, "dl1")
    page.desk.pace.toggle()
    place = np.array(next(unit.centre for unit in page.view.units if unit.name == "da1"))
    page.hands.plan = Plan(place + np.array([-2.5, 8.0]), place + np.array([-2.5, -8.0]))
    draw(page, NORMAL, folder / "screenshot-calm.png")
    draw(morning.page("id", SMALL, "da1"), SMALL, folder / "screenshot-small.png")
    refused = morning.page("en", LARGE, "ne1")
    pointed(refused, LARGE, "Appeal 2")
    draw(refused, LARGE, folder / "screenshot-refused-en.png")


def tense(morning: Morning, folder: Path) -> None:
    """When the threat has risen because nobody spoke: the flag goes up, the line links arms, it is late to talk."""
    while morning.session.world.threat < TENSE and morning.session.world.seconds < LATEST:
        morning.pass_until(morning.session.world.seconds + 1.0)
    morning.give({"raise_flag": {"flag": "kuning"}}, {"posture": {"unit": "da1", "posture": "tangan_berkait"}})
    morning.give({"form": {"unit": "dl1", "formation": {"bersaf": {"ranks": 2}}}})
    morning.give({"warn": {"unit": "ne1", "level": 1}})
    morning.pass_until(morning.session.world.seconds + 16.0)
    draw(morning.page("id", NORMAL, "da1"), NORMAL, folder / "screenshot-tense.png")


def afterwards(morning: Morning, recording: Path, folder: Path) -> None:
    """The end, as if it were left now, and the recording half way through."""
    morning.recorder.finish("left")
    summary = summary_of(morning.session, morning.tally, "left", 0.0)
    draw(Outcome(morning.session.level, summary, "", "id"), NORMAL, folder / "screenshot-outcome.png")
    replay = Replay(recording)
    draw(Watch(replay, morning.seat, "id", NORMAL, replay.length * 0.8), NORMAL, folder / "screenshot-replay.png")


def main(folder: Path) -> None:
    """All of them."""
    folder.mkdir(parents=True, exist_ok=True)
    level = read_level(LEVELS / "kantor-kpu-pagi.yaml")
    with stage("id"), tempfile.TemporaryDirectory() as kept:
        recording = Path(kept) / "recording"
        menu(level, "id", NORMAL, folder / "screenshot-menu.png")
        menu(level, "en", LARGE, folder / "screenshot-menu-en.png")
        morning = Morning(level, recording)
        with morning.recorder:
            calm(morning, folder)
            tense(morning, folder)
            afterwards(morning, recording, folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS)
