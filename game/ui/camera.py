"""Metres ↔ pixels; nothing else on screen converts between the two.

World: metres, x right, y up. Screen: pixels, x right, y down.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Pixels = tuple[float, float]

ZOOMS: Final = (7, 10, 16, 24, 32, 42)  # px per metre; look.md: the sizes the figures are drawn at
BORDER: Final = 26  # px of the paper sheet beyond the place, where the grid's letters stand; guess
NORMAL: Final = ZOOMS.index(16)  # the zoom at which a posture can first be read; look.md


@dataclass
class Camera:
    """Which part of a place of `size` (w, h) m a window of `window` (w, h) px shows.

    `inset` (left, top, right, bottom) px is what HUD panels cover: the sheet's edges can be moved out from under them,
    and no further.
    """

    size: tuple[float, float]
    window: tuple[int, int]
    inset: tuple[int, int, int, int] = (0, 0, 0, 0)
    step: int = NORMAL  # index into ZOOMS

    def __post_init__(self) -> None:
        self.centre = np.array(self.size) / 2  # m, what lies in the middle of the uncovered window
        self._clamp()

    @property
    def zoom(self) -> int:
        """Pixels per metre, one of ZOOMS."""
        return ZOOMS[self.step]

    @property
    def free(self) -> tuple[float, float, float, float]:
        """Left, top, width, height of the uncovered window, px."""
        left, top, right, bottom = self.inset
        return left, top, self.window[0] - left - right, self.window[1] - top - bottom

    @property
    def origin(self) -> Pixels:
        """Where the world's north-west corner (0, h) lies on screen: whole pixels, so that baked ground stays sharp."""
        x, y = self._middle() + self.zoom * (np.array([0.0, self.size[1]]) - self.centre) * (1, -1)
        return float(np.round(x)), float(np.round(y))

    def to_screen(self, points: npt.ArrayLike) -> Floats:
        """`points` (…, 2) m as (…, 2) px."""
        return (np.asarray(points, float) - (0.0, self.size[1])) * (self.zoom, -self.zoom) + self.origin

    def to_world(self, pixels: npt.ArrayLike) -> Floats:
        """`pixels` (…, 2) px as (…, 2) m."""
        return (np.asarray(pixels, float) - self.origin) / (self.zoom, -self.zoom) + (0.0, self.size[1])

    def in_view(self, points: Floats, margin: float) -> Bools:
        """Which of `points` (k, 2) m are on screen or at most `margin` px beyond its edge: (k,)."""
        pixels = self.to_screen(points)
        inside: Bools = np.all((pixels > -margin) & (pixels < np.array(self.window) + margin), axis=1)
        return inside

    def zoom_by(self, steps: int, pointer: Pixels) -> None:
        """Go `steps` nearer (negative: farther); what is under `pointer` stays there unless an edge forbids it."""
        held = self.to_world(pointer)
        self.step = int(np.clip(self.step + steps, 0, len(ZOOMS) - 1))
        self.centre = self.centre + held - self.to_world(pointer)
        self._clamp()

    def pan(self, pixels: Pixels) -> None:
        """Shift the ground by `pixels` on screen, as a hand that drags the paper."""
        self.centre = self.centre - np.array(pixels) / (self.zoom, -self.zoom)
        self._clamp()

    def look_at(self, point: npt.ArrayLike) -> None:
        """Bring `point` (2,) m to the middle of the uncovered window, as far as the edges allow."""
        self.centre = np.array(point, float)
        self._clamp()

    def resize(self, window: tuple[int, int], inset: tuple[int, int, int, int]) -> None:
        """Fit a window that changed; the middle stays the middle."""
        self.window, self.inset = window, inset
        self._clamp()

    def fit(self) -> None:
        """Show the whole place, as near as that allows."""
        width, height = self.free[2:]
        scale = min((width - 2 * BORDER) / self.size[0], (height - 2 * BORDER) / self.size[1])
        self.step = max((i for i, zoom in enumerate(ZOOMS) if zoom <= scale), default=0)
        self.look_at(np.array(self.size) / 2)

    def _middle(self) -> Floats:
        left, top, width, height = self.free
        return np.array([left + width / 2, top + height / 2])

    def _clamp(self) -> None:
        """Keep the uncovered window on the sheet; a sheet smaller than the window lies in its middle."""
        size = np.array(self.size)
        slack = np.maximum(size / 2 + (BORDER - np.array(self.free[2:]) / 2) / self.zoom, 0)  # m either way
        self.centre = np.clip(self.centre, size / 2 - slack, size / 2 + slack)
