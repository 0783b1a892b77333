"""A pen that draws a body seen from above: large, from polygons, then shrunk to smooth edges."""

from itertools import pairwise
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt
import pygame

from game.ui.theme import Colour

Point: TypeAlias = tuple[float, float]  # u: ahead, left
Sprite: TypeAlias = tuple[pygame.Surface, tuple[int, int]]  # and px from the person's place to its top left corner

OVERSIZE: Final = (
    4  # times too large before shrinking; look.md says 5, 4 looks the same and costs a third less; measured
)
REACH: Final = 24.0  # u; nothing of a figure lies farther from its middle
ROUND: Final = np.linspace(0, 2 * np.pi, 28, endpoint=False)  # rad, corners of what should look round


class Pen:
    """Draws in u (1/18 of shoulder width), x ahead and y left, turned to face `angle` (rad, world: y up).

    `edge` is the colour that outlines fade into; `scale` is px per u. Nothing lies farther than `reach` u away.
    """

    def __init__(self, scale: float, angle: float, edge: Colour, reach: float = REACH) -> None:
        half = round(reach * scale) + 1
        self._shrunk = (2 * half, 2 * half)
        self._half = half
        cos, sin = np.cos(angle), np.sin(angle)
        self._turn = np.array([[cos, -sin], [-sin, -cos]]) * scale * OVERSIZE  # the screen's y points down
        self._canvas = pygame.Surface((2 * half * OVERSIZE,) * 2, pygame.SRCALPHA)
        self._canvas.fill((*edge, 0))  # clear, but of the edge's colour: shrinking mixes it in

    def polygon(self, corners: npt.ArrayLike, colour: Colour | tuple[int, int, int, int]) -> None:
        """Fill the shape between `corners` (m, 2) u."""
        pygame.draw.polygon(self._canvas, colour, self._place(corners))

    def ellipse(self, middle: Point, radii: Point, colour: Colour, start: float = 0.0, end: float = 2 * np.pi) -> None:
        """Fill an ellipse round `middle`, or the segment of it that lies between the angles `start` and `end` (rad)."""
        angles = ROUND if end - start >= 2 * np.pi else np.linspace(start, end, 20)
        self.polygon(np.column_stack([np.cos(angles), np.sin(angles)]) * radii + middle, colour)

    def disc(self, middle: Point, radius: float, colour: Colour) -> None:
        """Fill a circle."""
        self.ellipse(middle, (radius, radius), colour)

    def stroke(self, path: npt.ArrayLike, width: float, colour: Colour) -> None:
        """Draw a line of `width` u along `path` (m, 2) u with round joints and ends."""
        points = np.asarray(path, float)
        for a, b in pairwise(points):
            along = (b - a) / max(float(np.hypot(*(b - a))), 1e-9) * width / 2
            across = np.array([-along[1], along[0]])
            self.polygon([a + across, b + across, b - across, a - across], colour)
        for x, y in points:
            self.disc((x, y), width / 2, colour)

    def bar(self, path: npt.ArrayLike, width: float, colour: Colour, rim: Colour, edge: float) -> None:
        """A stroke with a rim `edge` u thick round it."""
        self.stroke(path, width + 2 * edge, rim)
        self.stroke(path, width, colour)

    def lift(self) -> Sprite:
        """What was drawn, at its true size and cropped."""
        whole = pygame.transform.smoothscale(self._canvas, self._shrunk)
        box = whole.get_bounding_rect()
        return whole.subsurface(box).copy(), (box.x - self._half, box.y - self._half)

    def _place(self, corners: npt.ArrayLike) -> list[Point]:
        placed = np.asarray(corners, float) @ self._turn.T + self._half * OVERSIZE
        return [(x, y) for x, y in placed.tolist()]
