"""A morning at a polling station in pictures: the queue along the school, everybody at their place in the hall."""

from pathlib import Path

from game.level.read import read_level
from game.paths import LEVELS
from game.ui.camera import ZOOMS
from tests.looks.paper import draw
from tests.looks.rehearsal import Rehearsal
from tests.looks.scene import NORMAL

BUSY = 330.0  # s, when the first have gone all the way
HALL = (38.0, 39.0)  # m, what the camera looks at
NEAR = 24  # px/m


def polling(folder: Path) -> None:
    """The station in both languages."""
    rehearsal = Rehearsal(read_level(LEVELS / "tps-pagi.yaml"))
    rehearsal.pass_until(BUSY)
    for language in ("id", "en"):
        page = rehearsal.page(language, NORMAL)
        page.board.camera.step = ZOOMS.index(NEAR)
        page.board.camera.look_at(HALL)
        draw(page, NORMAL, folder / f"screenshot-tps-{language}.png")
