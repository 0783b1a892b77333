"""Where a closed line is open: a bracket over its widest gap, with its width."""

from typing import Final

import numpy as np
import pygame

from game.session.view import UnitView, View
from game.ui import theme
from game.ui.camera import Camera
from game.ui.canvas import Area, Canvas
from game.world.people import Floats

WORTH_IT: Final = 0.8  # m, issue 3: a closed line is never open wider than this for more than 2 s
AHEAD: Final = 0.9  # m before the line, where the bracket lies
RANK: Final = 0.5  # m between the front rank and the next, at least; levels dress at 0.8 and more
TIP: Final = 0.35  # m, the bracket's ends
HEIGHT: Final = 18  # steps


def draw_gaps(canvas: Canvas, camera: Camera, view: View, positions: Floats) -> None:
    """Mark the widest gap of every line that is open wider than WORTH_IT; `positions` (n, 2) m as drawn."""
    for unit in view.units:
        if unit.gap is not None and unit.gap > WORTH_IT and len(unit.rows) > 1:
            _bracket(canvas, camera, *ends_of(unit, positions), _width(canvas, unit.gap))


def ends_of(unit: UnitView, positions: Floats) -> tuple[Floats, Floats]:
    """The two officers of the front rank between whom the gap is, left and right, and the way ahead: (2, 2) m, (2,)."""
    ahead = np.array([np.cos(unit.facing), np.sin(unit.facing)])
    aside = np.array([-ahead[1], ahead[0]])
    depth = unit.slots @ ahead
    places = positions[unit.rows[depth > depth.max() - RANK]]
    along = places @ aside
    order = np.argsort(along)
    widest = int(np.argmax(np.diff(along[order])))
    return places[order[[widest + 1, widest]]], ahead


def _width(canvas: Canvas, gap: float) -> str:
    """As "0,9 m"."""
    return f"{gap:.1f} m".replace(".", "," if canvas.language == "id" else ".")


def _bracket(canvas: Canvas, camera: Camera, ends: Floats, ahead: Floats, text: str) -> None:
    front = float((ends @ ahead).max()) + AHEAD
    line = ends + ahead * (front - ends @ ahead)[:, None]
    path = np.vstack([line[0] - TIP * ahead, line, line[1] - TIP * ahead])
    pygame.draw.lines(canvas.surface, theme.MERAH, False, camera.to_screen(path).tolist(), max(2, canvas.px(2)))
    x, y = camera.to_screen(line.mean(axis=0) + 0.4 * ahead) / canvas.scale
    area = Area(0, 0, round(canvas.width(text, theme.SIZE_SMALL, "semibold")) + 12, HEIGHT)
    area.center = round(x), round(y)
    canvas.panel(area, theme.PAPER_LIGHT, 248, theme.MERAH)
    canvas.text(text, (area.left + 6, area.top + 1), theme.SIZE_SMALL, theme.MERAH, "semibold")
