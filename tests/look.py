"""Makes the pictures of the game: ``python tests/look.py [FOLDER]``, or ``make look`` for those of the README.

Everything is drawn by the real pages over a real session; nothing is staged but where the mouse is.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import pygame

from game.app import trainee
from game.level.check import list_levels
from game.level.read import read_level
from game.level.schema import Level
from game.paths import LEVELS
from game.session.session import Session
from game.session.summary import Tally
from game.ui.canvas import scale_of
from game.ui.map_sheet import MapSheet
from game.ui.plan import Plan
from game.ui.screen import Page
from game.ui.screens.exercise import Exercise
from game.ui.screens.menu import Menu
from game.ui.screens.outcome import Outcome
from game.world.events import Event
from game.world.world import Command

DOCS = Path(__file__).resolve().parents[1] / "docs"
NORMAL, LARGE, SMALL = (1280, 720), (1920, 1080), (1024, 600)  # px
CALM = 25.0  # s
TENSE = 3  # class of threat
LATEST = 330.0  # s, when the tense picture is taken at the latest


def draw(page: Page, size: tuple[int, int], path: Path) -> None:
    """Draw `page` until nothing is missing any more, and write it down."""
    surface = pygame.Surface(size)
    for _ in range(12):
        page.draw(surface)
        if isinstance(page, Exercise):
            page.board.people.finish()
    pygame.image.save(surface, path)
    print(path, *page.canvas.overflowing if page.canvas else "")


def menu(level: Level, language: str, size: tuple[int, int], path: Path) -> None:
    """The menu with its map."""
    page = Menu(list_levels(LEVELS), language)
    page.sheet = MapSheet(level, Session(level).view(trainee(level)), language, scale_of(size))
    page.sheet.finish()
    draw(page, size, path)


def exercise(session: Session, language: str, size: tuple[int, int]) -> Exercise:
    """The exercise as it is now."""
    seat = trainee(session.level)
    page = Exercise(session.level, session, seat, session.view(seat), language, size)
    page.show(session.view(seat), 0.0)
    return page


def pointed(page: Exercise, size: tuple[int, int], where: str) -> None:
    """Put the pointer on the order that has `where` in its tip."""
    page.draw(pygame.Surface(size))
    assert page.canvas is not None
    spot = next(spot for spot in page.canvas.spots if spot.tip and where in spot.tip.title)
    page.pointer = tuple(round(part * page.canvas.scale) for part in spot.area.center)


def calm(session: Session, folder: Path) -> None:
    """Half a minute in: a line being laid while paused; and the same in English, large and small."""
    pass_until(session, CALM)
    page = exercise(session, "id", NORMAL)
    page.desk.select(["dl1"])
    page.desk.pace.toggle()
    place = np.array(next(unit.centre for unit in page.view.units if unit.name == "da1"))
    page.hands.plan = Plan(place + np.array([-2.5, 8.0]), place + np.array([-2.5, -8.0]))
    draw(page, NORMAL, folder / "screenshot-calm.png")
    english = exercise(session, "en", LARGE)
    english.desk.select(["ne1"])
    pointed(english, LARGE, "Appeal 2")
    draw(english, LARGE, folder / "screenshot-calm-en.png")
    small = exercise(session, "id", SMALL)
    small.desk.select(["da1"])
    draw(small, SMALL, folder / "screenshot-small.png")


def tense(session: Session, folder: Path) -> None:
    """When the threat has risen because nobody spoke: the flag goes up, the line links arms, it is late to talk."""
    while session.world.threat < TENSE and session.world.seconds < LATEST:
        pass_until(session, session.world.seconds + 1.0)
    give(session, {"raise_flag": {"flag": "kuning"}}, {"posture": {"unit": "da1", "posture": "tangan_berkait"}})
    give(session, {"form": {"unit": "dl1", "formation": {"bersaf": {"ranks": 2}}}})
    give(session, {"warn": {"unit": "ne1", "level": 1}})
    pass_until(session, session.world.seconds + 16.0)
    page = exercise(session, "id", NORMAL)
    page.board.log.hear(tuple(told))
    page.desk.select(["da1"])
    draw(page, NORMAL, folder / "screenshot-tense.png")


told: list[Event] = []  # all that has happened, for the radio of pages that are opened late


def give(session: Session, *orders: dict[str, object]) -> None:
    """Give orders as the trainee."""
    session.submit(*map(Command.read, orders), seat=trainee(session.level))


def pass_until(session: Session, seconds: float) -> None:
    """Let time pass."""
    while session.world.seconds < seconds and not session.over:
        session.tick()
        told.extend(session.happened)


def outcome(session: Session, language: str, path: Path) -> None:
    """The end, as if it were left now."""
    tally = Tally(session)
    page = Outcome(session.level, tally.summary(session, "left", 0.0), "", language)
    draw(page, NORMAL, path)


def main(folder: Path) -> None:
    """All of them."""
    folder.mkdir(parents=True, exist_ok=True)
    level = read_level(LEVELS / "kantor-kpu-pagi.yaml")
    menu(level, "id", NORMAL, folder / "screenshot-menu.png")
    menu(level, "en", LARGE, folder / "screenshot-menu-en.png")
    session = Session(level)
    calm(session, folder)
    tense(session, folder)
    outcome(session, "id", folder / "screenshot-outcome.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS)
