"""Where a closed line is open: a bracket over its widest gap, with its width."""

from typing import Final

import numpy as np
import pygame
from scipy.sparse.csgraph import minimum_spanning_tree
from scipy.spatial.distance import cdist

from game.session.view import UnitView, View
from game.ui import theme
from game.ui.camera import Camera
from game.ui.canvas import Area, Canvas
from game.world.people import Floats

WORTH_IT: Final = 0.8  # m, issue 3: a closed line is never open wider than this for more than 2 s
FORMING: Final = ("form_up", "move")  # tasks in which no line is closed yet
RELIEF: Final = ("relieve", "be_relieved")  # tasks of two units that make one line
AHEAD: Final = 0.9  # m before the line, where the bracket lies
TIP: Final = 0.35  # m, the bracket's ends
HEIGHT: Final = 18  # steps
TOUCHING: Final = 1e-6  # m: the tree takes a distance of nought for no way at all


def draw_gaps(canvas: Canvas, camera: Camera, view: View, positions: Floats) -> None:
    """Mark the widest gap of every line that is open wider than WORTH_IT; `positions` (n, 2) m as drawn."""
    for line in _lines(view):
        if is_open(line[0]):
            ends = ends_of(line, view.cast.radius, positions)
            _bracket(canvas, camera, line[0].facing, ends, line[0].gap or 0.0)


def is_open(unit: UnitView) -> bool:
    """Whether it stands as a line that is open wider than WORTH_IT; one that still forms is not a line yet."""
    return unit.gap is not None and unit.gap > WORTH_IT and unit.task not in FORMING


def ends_of(line: list[UnitView], radius: Floats, positions: Floats) -> Floats:
    """The two places between which a line is open, (2, 2) m: two officers, or one and the end of the line.

    Of the shortest ways from officer to officer it is the one as long as the gap that was measured.
    """
    rows, gap = np.concatenate([unit.rows for unit in line]), line[0].gap or 0.0
    places, bodies = positions[rows], radius[rows]
    free = np.maximum(cdist(places, places) - bodies[:, None] - bodies, TOUCHING)
    tree = minimum_spanning_tree(free).tocoo()
    ends = _beyond(line[0], places)
    steps = np.concatenate([tree.data, np.hypot(*(ends[:, 1] - ends[:, 0]).T)])
    found = int(np.argmin(np.abs(steps - gap)))
    between: Floats = places[[tree.row[found], tree.col[found]]] if found < tree.nnz else ends[found - tree.nnz]
    return between


def _lines(view: View) -> list[list[UnitView]]:
    """Units that stand as lines; who is relieved and who relieves are one."""
    standing = [unit for unit in view.units if unit.gap is not None and len(unit.rows)]
    relief = sorted((unit for unit in standing if unit.task in RELIEF), key=lambda unit: unit.task)
    return [[unit] for unit in standing if unit not in relief] + ([relief] if relief else [])


def _beyond(unit: UnitView, places: Floats) -> Floats:
    """The outermost of `places` (k, 2) m and the end of the line on either side: (2, 2, 2) m."""
    aside = np.array([-np.sin(unit.facing), np.cos(unit.facing)])
    along, end = places @ aside, unit.slots @ aside
    outermost = places[[int(along.argmin()), int(along.argmax())]]
    out = np.array([end.min() - along.min(), end.max() - along.max()])
    return np.stack([outermost, outermost + out[:, None] * aside], axis=1)


def _bracket(canvas: Canvas, camera: Camera, facing: float, ends: Floats, gap: float) -> None:
    ahead = np.array([np.cos(facing), np.sin(facing)])
    front = float((ends @ ahead).max()) + AHEAD
    line = ends + ahead * (front - ends @ ahead)[:, None]
    path = np.vstack([line[0] - TIP * ahead, line, line[1] - TIP * ahead])
    pygame.draw.lines(canvas.surface, theme.MERAH, False, camera.to_screen(path).tolist(), max(2, canvas.px(2)))
    x, y = camera.to_screen(line.mean(axis=0) + 0.4 * ahead) / canvas.scale
    text = in_metres(canvas, gap)
    area = Area(0, 0, round(canvas.width(text, theme.SIZE_SMALL, "semibold")) + 12, HEIGHT)
    area.center = round(x), round(y)
    canvas.panel(area, theme.PAPER_LIGHT, 248, theme.MERAH)
    canvas.text(text, (area.left + 6, area.top + 1), theme.SIZE_SMALL, theme.MERAH, "semibold")


def in_metres(canvas: Canvas, gap: float) -> str:
    """As "0,9 m"."""
    return f"{gap:.1f} m".replace(".", "," if canvas.language == "id" else ".")
