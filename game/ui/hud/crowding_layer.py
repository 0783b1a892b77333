"""How closely people stand, laid over them as ink: a training aid, off until asked for."""

from typing import Final

import numpy as np
import pygame

from game.rules.crush import CRAMPED, DENSE, quaking
from game.session.view import View
from game.ui import theme
from game.ui.camera import Camera
from game.ui.canvas import Area, Canvas
from game.world.people import Floats

KEY: Final = pygame.K_F2
CONTACT: Final = 4.0  # people/m² from which bodies touch; crowd-model.md 1.5
VIOLET: Final = theme.rgb("6A1B9A")  # worn by nobody on the square
BANDS: Final = ((CONTACT, 45), (CRAMPED, 95), (DENSE, 165))  # people/m² from which, and alpha; the last is warned of
BLOB: Final = 0.42  # m, radius of one person's ink: in a crowd the blobs close up
RING: Final = 0.30  # m, radius of the ring that marks waves
HEIGHT: Final = 26  # steps of the legend
SWATCH: Final = 15  # steps


class CrowdingLayer:
    """One window's layer; `shown` says whether it lies on the map."""

    def __init__(self) -> None:
        self.shown = False
        self._blobs: dict[tuple[int, int], pygame.Surface] = {}  # px and alpha → one blob

    def toggle(self) -> None:
        """Lay it on the map, or take it away."""
        self.shown = not self.shown

    def draw(self, canvas: Canvas, camera: Camera, view: View, positions: Floats) -> None:
        """A blob over everybody from the first band on, darker in the next; a ring where waves run through."""
        if not self.shown or view.crowding is None:
            return
        close = view.crowding
        for (low, alpha), high in zip(BANDS, (*(band for band, _ in BANDS[1:]), np.inf), strict=True):
            who = view.present & (close.density >= low) & (close.density < high)
            self._stamp(canvas, camera, positions[who], alpha)
        radius = max(2, round(RING * camera.zoom))
        for x, y in camera.to_screen(
            positions[view.present & quaking(close.density, close.pressure, close.force)]
        ).tolist():
            _ring(canvas, (x, y), radius)

    def draw_legend(self, canvas: Canvas, view: View, right: int, bottom: int) -> None:
        """What the ink means, its lower right corner at (`right`, `bottom`), steps."""
        if not self.shown or view.crowding is None:
            return
        labels = [f"≥ {band:.0f}" for band, _ in BANDS]
        words = canvas.say("ui.crowding"), canvas.say("ui.crowding.waves")
        widths = [round(canvas.width(label, theme.SIZE_SMALL)) + SWATCH + 14 for label in (*labels, words[1])]
        name = round(canvas.width(words[0], theme.SIZE_SMALL, "semibold")) + 18
        area = Area(0, 0, name + sum(widths), HEIGHT)
        area.bottomright = right, bottom
        canvas.panel(area, theme.PAPER_LIGHT, 248, theme.LINE)
        canvas.text(words[0], (area.left + 9, area.top + 6), theme.SIZE_SMALL, theme.INK, "semibold")
        left = area.left + name
        for label, wide, (_, alpha) in zip(labels, widths, BANDS, strict=False):
            canvas.panel(Area(left, area.top + 6, SWATCH, SWATCH - 1), VIOLET, alpha)
            canvas.text(label, (left + SWATCH + 4, area.top + 6), theme.SIZE_SMALL, theme.INK)
            left += wide
        _ring(canvas, (canvas.px(left + SWATCH // 2), canvas.px(area.centery)), canvas.px(6))
        canvas.text(words[1], (left + SWATCH + 4, area.top + 6), theme.SIZE_SMALL, theme.INK)

    def _stamp(self, canvas: Canvas, camera: Camera, places: Floats, alpha: int) -> None:
        radius = max(2, round(BLOB * camera.zoom))
        corner = camera.to_screen(places) - radius
        blob = self._blob(radius, alpha)
        canvas.surface.fblits([(blob, (x, y)) for x, y in np.rint(corner).tolist()])

    def _blob(self, radius: int, alpha: int) -> pygame.Surface:
        if (radius, alpha) not in self._blobs:
            blob = pygame.Surface((2 * radius, 2 * radius), pygame.SRCALPHA)
            pygame.draw.circle(blob, (*VIOLET, alpha), (radius, radius), radius)
            self._blobs[radius, alpha] = blob
        return self._blobs[radius, alpha]


def _ring(canvas: Canvas, middle: tuple[float, float], radius: float) -> None:
    """Of paper, with an edge of ink: seen on any figure. Px."""
    line = max(1, canvas.px(1))
    pygame.draw.circle(canvas.surface, theme.INK, middle, radius + line, 3 * line)
    pygame.draw.circle(canvas.surface, theme.PAPER_LIGHT, middle, radius, line)
