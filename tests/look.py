"""Makes the pictures of the game: ``python tests/look.py [FOLDER]``, or ``make look`` for those of the README.

Everything is drawn by the real pages over real sessions; nothing is staged but what is pointed at and which slip lies
open.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from game.app import stage, trainee
from game.level.check import list_levels
from game.level.read import read_level
from game.paths import LEVELS
from game.session.session import Session
from game.ui.canvas import scale_of
from game.ui.map_sheet import MapSheet
from game.ui.screens.menu import Menu
from game.ui.seed_field import SeedField
from tests.looks.crowds import crowds
from tests.looks.morning import morning
from tests.looks.paper import draw
from tests.looks.pleno import pleno
from tests.looks.polling import polling
from tests.looks.scene import LARGE, NORMAL, Size

DOCS = Path(__file__).resolve().parents[1] / "docs"
FIRST = "kantor-kpu-pagi.yaml"


def menu(language: str, size: Size, path: Path) -> None:
    """The menu with its map."""
    level = read_level(LEVELS / FIRST)
    page = Menu(list_levels(LEVELS), language)
    page.sheet = MapSheet(level, Session(level).view(trainee(level)), language, scale_of(size))
    page.sheet.finish()
    page.field = SeedField()
    draw(page, size, path)


def main(folder: Path) -> None:
    """All of them."""
    folder.mkdir(parents=True, exist_ok=True)
    with stage("id"):
        menu("id", NORMAL, folder / "screenshot-menu.png")
        menu("en", LARGE, folder / "screenshot-menu-en.png")
        morning(folder)
        pleno(folder)
        polling(folder)
        crowds(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS)
