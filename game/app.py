"""The window: menu → briefing → exercise → outcome → menu, and recordings played. Real time → ticks → frames."""

import io
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

import pygame

from game.faults import save_report
from game.level.check import list_levels
from game.level.place import Place
from game.level.read import read_level
from game.level.schema import Level
from game.paths import LEVELS, user_folder
from game.session.ready import make_ready
from game.session.replay import Replay
from game.session.session import Session
from game.session.view import View
from game.session.whole_file import replace_file
from game.text import say
from game.ui.board import Board, camera_over
from game.ui.briefing.placing import Placement, place, placement_of
from game.ui.canvas import Canvas
from game.ui.hud.layout import layout_of
from game.ui.live import Live, Record
from game.ui.map_sheet import MapSheet
from game.ui.pace import Pace
from game.ui.screen import Page, Wish, open_window
from game.ui.screens.briefing import Briefing
from game.ui.screens.exercise import Exercise
from game.ui.screens.menu import Menu
from game.ui.screens.notice import Notice
from game.ui.screens.outcome import Outcome
from game.ui.screens.replay import Watch

if TYPE_CHECKING:  # pygame_gui comes once the menu is seen
    from game.ui.seed_field import SeedField

FRAMES: Final = 60  # 1/s at the most
SMALLEST: Final = "kantor-kpu-pagi.yaml"  # of the shipped levels, with which what is compiled is made ready
EXTRAS_AFTER: Final = 3  # frames of the menu that are shown before what takes time is begun


class Stage:
    """The one window, and what stays from page to page."""

    def __init__(self, window: pygame.Window, language: str) -> None:
        self.window, self.language = window, language
        self.clock = pygame.time.Clock()
        self._full = False

    def run(self, page: Page, advance: Callable[[float], None]) -> Wish:
        """Show `page` until it wishes for something else; `advance` is told each frame how many real seconds passed."""
        self.clock.tick()  # what passed before this page is not its time
        while page.wish is None:
            while page.wish is None and (event := pygame.event.poll()).type != pygame.NOEVENT:
                self._take(page, event)  # what comes after a wish is for the next page
            advance(self.clock.tick(FRAMES) / 1000)
            page.draw(self.window.get_surface())
            self.window.flip()
        self.language = page.language
        return page.wish

    def _take(self, page: Page, event: pygame.event.Event) -> None:
        if event.type in (pygame.QUIT, pygame.WINDOWCLOSE):
            page.wish = "quit"
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F11:
            self._full = not self._full
            (self.window.set_fullscreen if self._full else self.window.set_windowed)()
        else:
            page.handle(event)


@contextmanager
def stage(language: str) -> Iterator[Stage]:
    """A Stage whose window is closed afterwards, whatever happens.

    Raises:
        KeyboardInterrupt: it was closed by Ctrl-C in the terminal; only now, so that no tick and no record is torn.
    """
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "sispamkota")
    window = open_window()
    try:
        with ctrl_c_closes_the_window() as pressed:
            yield Stage(window, language)
    finally:
        window.destroy()
        pygame.display.quit()
    if pressed:
        raise KeyboardInterrupt


@contextmanager
def ctrl_c_closes_the_window() -> Iterator[list[int]]:
    """Ctrl-C asks for what the window's cross asks for, and fills the list; a second one does as ever."""
    pressed: list[int] = []

    def close(number: int, _frame: FrameType | None) -> None:
        pressed.append(number)
        signal.signal(signal.SIGINT, before)
        pygame.event.post(pygame.event.Event(pygame.QUIT))

    before = signal.signal(signal.SIGINT, close)
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, before)


def play_game(path: Path | None, seed: int | None, language: str) -> None:
    """The game: the level in `path` or the menu first, then whatever is chosen, until the window is closed.

    Raises:
        LevelErrors: `path` cannot be played.
        NoDisplayError: there is no screen.
    """
    level = None if path is None else read_level(path)
    with stage(language) as shown:
        make_ready(path or LEVELS / SMALLEST)
        play_on(shown, level, seed)


def play_on(shown: Stage, level: Level | None = None, seed: int | None = None) -> None:
    """On `shown` from `level`, or else from the menu, to whatever is chosen, until the window is closed."""
    wish: Wish = "menu" if level is None else "play"
    while wish != "quit":
        try:
            if wish == "menu" or level is None:
                wish, level, seed = _choose(shown, seed)
            else:
                wish = _rehearse(shown, level, seed)
        except Exception as fault:
            wish = _own_fault(shown, fault)


def show_replay(folder: Path, language: str, since: float = 0.0) -> None:
    """Play the recording in `folder` from second `since`.

    Raises:
        UnreadableRecordingError: there is none that can be read.
    """
    replay = Replay(folder)
    with stage(language) as shown:
        page = Watch(replay, trainee(replay.level), language, shown.window.size, since)
        shown.run(page, page.advance)


def screenshot(view: View, place: Place, path: Path, language: str, size: tuple[int, int]) -> None:
    """Write `view` as a picture of `size` px to `path`, as a window that commands nothing shows it; raises OSError."""
    surface = pygame.Surface(size)
    board = Board(place, camera_over(place, view, size), Pace(), None)
    board.log.hear(view.events)
    for _ in range(2):  # the first time finds out which figures are needed
        canvas = Canvas(surface, language)
        layout = layout_of(canvas)
        board.fit(canvas, layout)
        board.ground(language).draw(surface, board.camera, budget=100)
        board.paint_people(canvas, view, 0.0)
        board.people.finish()
    board.paint_panels(canvas, view, layout)
    picture = io.BytesIO()
    pygame.image.save(surface, picture, path.name)
    replace_file(path, picture.getvalue())


def trainee(level: Level) -> str:
    """The seat that a person plays."""
    return next(name for name, seat in level.seats.items() if seat.played_by == "trainee")


def _choose(shown: Stage, seed: int | None) -> tuple[Wish, Level | None, int | None]:
    """The menu, with `seed` as typed before."""
    page = Menu(list_levels(LEVELS), shown.language, seed)
    wish = shown.run(page, _MenuExtras(page).advance)
    return wish, page.level, page.seed


class _MenuExtras:
    """Puts on the menu what takes time, once the menu is seen: the field of the seed, the first playable square."""

    def __init__(self, page: Menu) -> None:
        self.page = page
        self._level = next((level for level in page.levels if isinstance(level, Level)), None)
        self._frames = 0
        self._drawn: tuple[str, float] | None = None  # language and scale

    def advance(self, _seconds: float) -> None:
        self._frames += 1
        if self._level is None or self._frames < EXTRAS_AFTER or self.page.canvas is None:
            return
        if self.page.field is None:
            self.page.field = _seed_field(self.page.seed)
        wanted = self.page.language, self.page.canvas.scale
        if self._drawn != wanted:
            self._drawn = wanted
            self.page.sheet = MapSheet(self._level, Session(self._level).view(trainee(self._level)), *wanted)


def _seed_field(seed: int | None) -> "SeedField":
    from game.ui.seed_field import SeedField

    return SeedField("" if seed is None else str(seed))


def _rehearse(shown: Stage, level: Level, seed: int | None) -> Wish:
    """Briefing, exercise and outcome, as often as wished; units stay placed as they were."""
    seat = trainee(level)
    placement: Placement = ()
    wish: Wish = "play"
    while wish in ("play", "again", "next"):
        session = Session(level, seed)
        place(session, seat, placement)
        if wish != "again" and (leaving := _brief(shown, session, seat)) is not None:
            return leaving
        placement = placement_of(session, seat)
        wish = _exercise(shown, session, seat)
        seed = session.seed + 1 if wish == "next" else session.seed
    return wish


def _brief(shown: Stage, session: Session, seat: str) -> Wish | None:
    """The briefing; None once the exercise is to begin, else what is wished for instead."""
    wish = shown.run(Briefing(session, seat, shown.language), _wait)
    return None if wish == "play" else wish


def _exercise(shown: Stage, session: Session, seat: str) -> Wish:
    """One exercise and its outcome; leaves a recording, whole whenever the window is closed."""
    level = session.level
    record = Record(session, _folder_for(level), time.monotonic)
    end = "left"
    try:
        page = Exercise(level, session, seat, session.view(seat), shown.language, shown.window.size)
        wish = shown.run(page, Live(session, page, record).advance)
        end = "over" if session.over else "left"
    finally:
        summary = record.finish(end)
    if wish in ("again", "quit"):
        return wish
    return shown.run(Outcome(level, summary, record.course, where(record, shown.language), shown.language), _wait)


def _wait(_seconds: float) -> None:
    """Nothing goes on beside the page."""


def _folder_for(level: Level) -> Path | None:
    """Where this exercise is recorded; None where nothing can be written."""
    name = f"{Path(level.path).stem}-{datetime.now():%Y%m%d-%H%M%S}"
    names = chain([name], (f"{name}-{number}" for number in count(2)))  # begun again within the second
    try:
        folder = user_folder("recordings")
        return next(folder / each for each in names if not (folder / each).exists())
    except OSError:
        return None


def where(record: Record, language: str) -> str:
    """By which chance it was played, and where the recording lies, if there is one."""
    code = "ui.recorded" if record.whole else "ui.not_recorded"
    return say(code, {"folder": _as_one_says_it(record.folder), "seed": record.session.seed}, language)


def _as_one_says_it(folder: Path | None) -> str:
    """The path, from the user's home where it lies there: short enough to be read out."""
    if folder is None:
        return ""
    home = Path(os.path.expanduser("~"))
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)


def _own_fault(shown: Stage, fault: Exception) -> Wish:
    """Say so, with where the details are, and go back to the menu."""
    report = save_report(fault)
    sentences = (
        say("ui.fault.sorry", {}, shown.language),
        say("ui.fault.report", {"report": str(report)}, shown.language),
    )
    return shown.run(Notice(say("ui.fault", {}, shown.language), sentences, shown.language), _wait)
