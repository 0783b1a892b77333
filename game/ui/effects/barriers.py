"""An exit that is shut: a row of barriers across it, striped, so that it is seen without its colour."""

from functools import lru_cache
from typing import Final

import numpy as np
import pygame

from game.ui.camera import Camera
from game.ui.figures.pen import Pen, Sprite
from game.ui.ground.geometry import main_direction
from game.ui.theme import INK, MERAH, PAPER_LIGHT
from game.world.people import Floats

LENGTH: Final = 2.0  # m of one barrier
WIDTH: Final = 0.34  # m
STRIPES: Final = 5
FEET: Final = 0.42  # m to either side
TURNS: Final = 32  # ways a barrier can lie


def draw_barriers(surface: pygame.Surface, camera: Camera, exits: list[Floats]) -> None:
    """Bar each of `exits`, polygons (m, 2) m."""
    for shape in exits:
        ends = across(shape)
        along = ends[1] - ends[0]
        count = max(1, round(float(np.hypot(*along)) / LENGTH))
        turn = round(float(np.arctan2(along[1], along[0])) / np.pi * TURNS) % TURNS
        drawn, offset = _barrier(camera.zoom, turn)
        middles = ends[0] + along * ((np.arange(count) + 0.5) / count)[:, None]
        places = np.rint(camera.to_screen(middles)).astype(int) + offset
        surface.fblits([(drawn, place) for place in places.tolist()])


def across(shape: Floats) -> Floats:
    """The line through the middle of polygon `shape` (m, 2) along its longer side: (2, 2) m."""
    along = main_direction(shape)
    reach = (shape - shape.mean(axis=0)) @ along
    ends: Floats = shape.mean(axis=0) + along * np.array([[reach.min()], [reach.max()]])
    return ends


@lru_cache(maxsize=64)
def _barrier(zoom: int, turn: int) -> Sprite:
    """One barrier lying along half-turn `turn` of TURNS."""
    pen, half = Pen(zoom, np.pi * turn / TURNS, INK, reach=LENGTH / 2 + 0.5), 0.46 * LENGTH
    for x in (-0.7 * half, 0.7 * half):
        pen.stroke([(x, -FEET), (x, FEET)], 0.14, INK)
    pen.bar([(-half, 0), (half, 0)], WIDTH, PAPER_LIGHT, INK, 0.08)
    step = 2 * half / STRIPES
    for x in -half + step * (np.arange(STRIPES) + 0.25):
        y = WIDTH / 2
        pen.polygon([(x, -y), (x + step / 2, -y), (x + step * 0.8, y), (x + step * 0.3, y)], MERAH)
    return pen.lift()
