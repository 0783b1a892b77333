"""The whole place in small: buildings, people as dots, and what the window shows. A click goes there."""

from typing import Final

import numpy as np
import pygame

from game.session.view import Cast, View
from game.ui import theme
from game.ui.camera import BORDER, Camera
from game.ui.canvas import Area, Canvas, Tip
from game.ui.figures import LOOKS
from game.world.people import Bools, Floats, Ints

MARGIN: Final = 5  # steps of dark rim
REDRAW: Final = 10  # ticks between two looks at the people: 3 Hz is enough for dots


class Minimap:
    """A small sheet of paper at the lower right."""

    def __init__(self, camera: Camera, picture: pygame.Surface) -> None:
        """`picture` is the whole printed sheet with its border, at any scale."""
        self.camera = camera
        self.picture = picture.subsurface(picture.get_rect().inflate(-2 * BORDER, -2 * BORDER))
        self._sheet: pygame.Surface | None = None
        self._key: tuple[int, tuple[int, int]] | None = None
        self._inks: Ints | None = None  # (n, 3), the same for a whole exercise
        self._paper = Area(0, 0, 1, 1)

    def draw(self, view: View, canvas: Canvas, area: Area) -> None:
        """Draw the map at the lower right of `area`, no larger than it needs."""
        inner = area.inflate(-2 * MARGIN, -2 * MARGIN)
        self._paper = _fitted(inner, self.camera.size)
        canvas.panel(self._paper.inflate(2 * MARGIN, 2 * MARGIN), theme.PANEL, 255)
        where = canvas.rect(self._paper)
        key = view.tick // REDRAW, where.size
        if self._sheet is None or key != self._key:
            self._sheet, self._key = self._drawn(view, where.size), key
        canvas.surface.blit(self._sheet, where)
        self._frame(canvas, where)
        canvas.spot(self._paper.inflate(2 * MARGIN, 2 * MARGIN), Tip(canvas.say("ui.minimap")))

    def go_to(self, point: tuple[float, float]) -> bool:
        """Look at the place under `point` (steps); False beside the map."""
        if not self._paper.collidepoint(point):
            return False
        width, height = self.camera.size
        x = (point[0] - self._paper.left) / self._paper.width * width
        y = height - (point[1] - self._paper.top) / self._paper.height * height
        self.camera.look_at((x, y))
        return True

    def _drawn(self, view: View, size: tuple[int, int]) -> pygame.Surface:
        sheet = pygame.transform.smoothscale(self.picture, size)
        if self._inks is None:
            self._inks = _inks(view.cast)
        side, wheels = max(2, round(size[0] / 100)), _wheels(view.cast)
        for who, wide in ((~wheels, side), (wheels, 2 * side)):
            rows = np.flatnonzero(view.present & who)
            _dot(sheet, self._on(size, view.position[rows]), wide, self._inks[rows])
        for at in self._on(size, np.reshape(view.scene.fires, (-1, 2))).tolist():
            pygame.draw.circle(sheet, theme.INK, at, side + 2)
            pygame.draw.circle(sheet, theme.FLAMES[1], at, side)
        return sheet

    def _on(self, size: tuple[int, int], points: Floats) -> Ints:
        """(k, 2) px on a sheet of `size`, of `points` (k, 2) m."""
        width, height = self.camera.size
        from_above = np.column_stack([points[:, 0], height - points[:, 1]])
        return np.rint(from_above * np.divide(size, (width, height))).astype(np.int64)

    def _frame(self, canvas: Canvas, where: pygame.Rect) -> None:
        """A rectangle round what the window shows."""
        low, high = self.camera.to_world([(0, self.camera.window[1]), (self.camera.window[0], 0)])
        width, height = self.camera.size
        left, right = (where.left + np.clip([low[0], high[0]], 0, width) / width * where.width).astype(int)
        bottom, top = (where.bottom - np.clip([low[1], high[1]], 0, height) / height * where.height).astype(int)
        frame = pygame.Rect(left, top, max(2, right - left), max(2, bottom - top))
        pygame.draw.rect(canvas.surface, theme.INK, frame, max(1, canvas.px(1.5)))


def _wheels(cast: Cast) -> Bools:
    """(n,) who is a vehicle."""
    of_look = np.array([LOOKS[name].wheels for name in cast.looks])
    wheels: Bools = of_look[cast.look]
    return wheels


def _inks(cast: Cast) -> Ints:
    """(n, 3) the colour of everybody's dot."""
    looks = [LOOKS[cast.looks[look]] for look in cast.look.tolist()]
    return np.array([look.dot(row)[:3] for row, look in enumerate(looks)]).reshape(-1, 3)


def _dot(sheet: pygame.Surface, middles: Ints, side: int, inks: Ints) -> None:
    """A square of `side` px at each of `middles` (k, 2): all at once, for one by one 3,000 took 40 ms; measured."""
    square = np.stack(np.meshgrid(*2 * [np.arange(side) - side // 2]), axis=-1).reshape(-1, 2)
    at, ink = (middles[:, None] + square).reshape(-1, 2), np.repeat(inks, len(square), axis=0)
    on = ((at >= 0) & (at < sheet.get_size())).all(axis=1)
    pygame.surfarray.pixels3d(sheet)[at[on, 0], at[on, 1]] = ink[on]


def _fitted(area: Area, size: tuple[float, float]) -> Area:
    """The largest area of the place's proportions in the lower right corner of `area`."""
    scale = min(area.width / size[0], area.height / size[1])
    paper = Area(0, 0, int(size[0] * scale), int(size[1] * scale))
    paper.bottomright = area.bottomright
    return paper
