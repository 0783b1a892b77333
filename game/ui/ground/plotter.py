"""A plotter draws a piece of the map: given metres, large, then shrunk to smooth edges."""

from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt
import pygame

from game.ui.assets import words
from game.ui.ground.geometry import Floats, box_of
from game.ui.theme import SHADOW, Colour

OVERSIZE: Final = 2  # times too large before shrinking
SHADOW_OFFSET: Final = (0.45, -0.55)  # m: the sun stands in the north-west; look.md
SHADOW_ALPHA: Final = 96  # of 255; guess
SHADOW_BLUR: Final = 0.22  # m, radius; guess
SHADOW_SIZE: Final = 0.5  # of true size: a blur needs no detail


class Plotter:
    """Draws on a square of `side` px whose top left corner is at `corner` (x, y) m, `zoom` px per metre.

    Widths are px on screen. What lies outside is skipped.
    """

    def __init__(self, corner: tuple[float, float], side: int, zoom: float, paper: Colour) -> None:
        self.zoom, self.side = zoom, side
        self._corner = np.array(corner)
        self._canvas = pygame.Surface((side * OVERSIZE, side * OVERSIZE))
        self._canvas.fill(paper)
        left, top = corner
        self.box = np.array([(left, top - side / zoom), (left + side / zoom, top)])  # m

    def holds(self, points: npt.ArrayLike, margin: float = 2.0) -> bool:
        """Whether anything within `margin` m of the box round `points` (m, 2) lies on this square."""
        box = box_of(points)
        return bool(np.all(box[0] - margin < self.box[1]) and np.all(box[1] + margin > self.box[0]))

    def fill(self, shape: npt.ArrayLike, colour: Colour) -> None:
        """Fill the polygon `shape` (m, 2) m."""
        pygame.draw.polygon(self._canvas, colour, self._place(shape, OVERSIZE))

    def outline(self, shape: npt.ArrayLike, width: float, colour: Colour) -> None:
        """Draw round the polygon `shape` (m, 2) m."""
        corners = np.asarray(shape, float)
        self.line(np.vstack([corners, corners[:1]]), width, colour)

    def line(self, path: npt.ArrayLike, width: float, colour: Colour, *, round_ends: bool = True) -> None:
        """Draw along `path` (m, 2) m with round joints, and round ends unless told otherwise."""
        points = np.array(self._place(path, OVERSIZE))
        broad = width * OVERSIZE
        if broad <= 2:
            pygame.draw.aalines(self._canvas, colour, False, points.tolist())
            return
        for a, b in pairwise(points):
            aside = np.array([a[1] - b[1], b[0] - a[0]]) / max(float(np.hypot(*(b - a))), 1e-9) * broad / 2
            pygame.draw.polygon(self._canvas, colour, [a + aside, b + aside, b - aside, a - aside])
        for x, y in points if round_ends else points[1:-1]:
            pygame.draw.circle(self._canvas, colour, (x, y), broad / 2)

    def hairlines(self, lines: npt.ArrayLike, colour: Colour) -> None:
        """Draw many thin straight lines (k, 2, 2) m."""
        ends = np.asarray(lines, float).reshape(-1, 2, 2)
        here = np.all((ends.min(axis=1) < self.box[1]) & (ends.max(axis=1) > self.box[0]), axis=1)
        placed = self._place(ends[here].reshape(-1, 2), OVERSIZE)
        for start, end in zip(placed[::2], placed[1::2], strict=True):
            pygame.draw.aaline(self._canvas, colour, start, end)

    def square(self, middle: npt.ArrayLike, width: float, colour: Colour) -> None:
        """Draw a square of `width` px."""
        ((x, y),) = self._place(np.reshape(middle, (1, 2)), OVERSIZE)
        half = width * OVERSIZE / 2
        pygame.draw.rect(self._canvas, colour, (round(x - half), round(y - half), round(2 * half), round(2 * half)))

    def shadows(self, shapes: list[Floats]) -> None:
        """Let everything of `shapes` throw its soft shadow on what is drawn so far."""
        pad = round(SHADOW_SIZE * self.zoom * 1.5)  # px: a blur must see what lies beyond the edge
        side = round(self.side * SHADOW_SIZE) + 2 * pad
        cast = pygame.Surface((side, side), pygame.SRCALPHA)
        cast.fill((*SHADOW, 0))
        for shape in shapes:
            placed = np.array(self._place(shape + SHADOW_OFFSET, SHADOW_SIZE)) + pad
            pygame.draw.polygon(cast, (*SHADOW, SHADOW_ALPHA), placed.tolist())
        soft = pygame.transform.gaussian_blur(cast, max(round(SHADOW_BLUR * self.zoom * SHADOW_SIZE), 1))
        clean = soft.subsurface((pad, pad, side - 2 * pad, side - 2 * pad))
        self._canvas.blit(pygame.transform.smoothscale(clean, self._canvas.get_size()), (0, 0))

    def wash(self, veil: pygame.Surface) -> None:
        """Lay `veil`, a half-clear surface of `side` px square, over everything."""
        self._canvas.blit(pygame.transform.scale_by(veil, OVERSIZE), (0, 0))

    def lift(self) -> pygame.Surface:
        """What was drawn, at its true size: (side, side) px."""
        return pygame.transform.smoothscale(self._canvas, (self.side, self.side))

    def write(
        self, text: str, size: int, colour: Colour, point: npt.ArrayLike, nudge: tuple[int, int] = (0, 0)
    ) -> None:
        """Write `text`, `size` px high, with its top left corner `nudge` px from `point` (2,) m."""
        drawn = words(text, size * OVERSIZE, colour)
        ((x, y),) = self._place(np.reshape(point, (1, 2)), OVERSIZE)
        self._canvas.blit(drawn, (x + nudge[0] * OVERSIZE, y + nudge[1] * OVERSIZE))

    def at(self, point: npt.ArrayLike) -> tuple[float, float]:
        """Where `point` (2,) m lies on the lifted square, px."""
        return self._place(np.reshape(point, (1, 2)), 1)[0]

    def _place(self, points: npt.ArrayLike, size: float) -> list[tuple[float, float]]:
        placed = (np.asarray(points, float) - self._corner) * (self.zoom * size, -self.zoom * size)
        return [(x, y) for x, y in placed.tolist()]
