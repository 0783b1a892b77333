"""Crowds of the reference cases in pictures: a jam before a door, and a line that holds against a push."""

from pathlib import Path

from game.level.read import read_level
from game.ui.camera import ZOOMS
from tests.looks.paper import draw
from tests.looks.rehearsal import Rehearsal
from tests.looks.scene import NORMAL, Size
from tests.reference import bottleneck, line
from tests.reference.scene import Scene

JAM = 40.0  # s, when the jam before the door has its shape
PUSHED = 14.0  # s, when the push has come to rest
DOOR, HELD = (8.2, 5.0), (13.4, 3.8)  # m, what the camera looks at
NEAR = 42  # px/m
STEADY = 150.0  # N of each, which two ranks hold


def crowds(folder: Path) -> None:
    """Both."""
    _picture(bottleneck.door(1.0), JAM, DOOR, True, "en", NORMAL, folder / "screenshot-bottleneck-en.png")
    _picture(line.hold(STEADY, "dua_saf"), PUSHED, HELD, False, "id", NORMAL, folder / "screenshot-held-line.png")


def _picture(
    scene: Scene, second: float, at: tuple[float, float], crowding: bool, language: str, size: Size, path: Path
) -> None:
    """`scene` at `second`, with the layer of crowding or without."""
    rehearsal = Rehearsal(read_level(scene.path))
    rehearsal.pass_until(second)
    page = rehearsal.page(language, size)
    page.board.camera.step = ZOOMS.index(NEAR)
    page.board.camera.look_at(at)
    page.board.crowding.shown = crowding
    draw(page, size, path)
