"""Where a stone has just struck somebody: short strokes of ink, with an arc where a shield has stopped it."""

from functools import lru_cache
from typing import Final

import numpy as np
import pygame

from game.rules.missiles import Struck
from game.ui.camera import Camera
from game.ui.figures.pen import Pen, Sprite
from game.ui.theme import INK, PAPER_LIGHT
from game.world.events import Event
from game.world.world import TICK

SHOWN_FOR: Final = 0.6  # s; long enough to be noticed, short enough to be counted; guess
KEPT: Final = 64  # impacts remembered: more than come down in that time
STROKES: Final = 5
REACH: Final = (0.2, 0.42)  # m, from where to where a stroke goes


class Impacts:
    """The latest impacts of one window."""

    def __init__(self) -> None:
        self._struck: dict[int, Struck] = {}  # by id: a view may be drawn twice

    def hear(self, events: tuple[Event, ...]) -> None:
        """Note what has struck."""
        self._struck.update((event.id, event) for event in events if isinstance(event, Struck))
        for oldest in list(self._struck)[:-KEPT]:
            del self._struck[oldest]

    def draw(self, surface: pygame.Surface, camera: Camera, seconds: float) -> None:
        """Draw those of the last moment."""
        for struck in self._struck.values():
            if struck.place is not None and 0.0 <= seconds - struck.tick * TICK < SHOWN_FOR:
                drawn, (left, top) = _burst(camera.zoom, struck.shielded)
                x, y = camera.to_screen(struck.place).tolist()
                surface.blit(drawn, (round(x) + left, round(y) + top))


@lru_cache(maxsize=16)
def _burst(zoom: int, shielded: bool) -> Sprite:
    pen = Pen(zoom, 0.0, PAPER_LIGHT, reach=1.0)
    edge = 0.7 / zoom  # m, a rim of paper: less than a pixel
    turns = 2 * np.pi * (np.arange(STROKES) + 0.5) / STROKES
    for cos, sin in np.column_stack([np.cos(turns), np.sin(turns)]).tolist():
        ends = [(cos * REACH[0], sin * REACH[0]), (cos * REACH[1], sin * REACH[1])]
        pen.bar(ends, max(0.05, 1.2 / zoom), INK, PAPER_LIGHT, edge)
    if shielded:
        round_it = np.linspace(0, 2 * np.pi, 24)
        pen.bar(0.16 * np.column_stack([np.cos(round_it), np.sin(round_it)]), 0.06, INK, PAPER_LIGHT, edge)
    return pen.lift()
