"""Walls and fences, and the narrow shadows they throw."""

from itertools import pairwise
from typing import Final

import numpy as np

from game.level.place import Wall
from game.ui import theme
from game.ui.ground.geometry import Floats, across, spaced
from game.ui.ground.plotter import Plotter
from game.ui.theme import mix

POSTS: Final = 1.5  # m between the posts of a fence; look.md
FENCE_WIDTH: Final = 1.8  # px; look.md
LOW: Final = np.array([-0.3, 0.36])  # m against the sun: what is low throws a third of a roof's shadow


def draw_wall(plotter: Plotter, wall: Wall) -> None:
    """Draw a wall as thick as it is, or a fence with its posts."""
    if not plotter.holds(wall.line):
        return
    if wall.kind == "wall":
        plotter.line(wall.line, max(wall.thickness * plotter.zoom, 2.4), theme.INK_SOFT)
        plotter.line(wall.line, max(wall.thickness * plotter.zoom - 2, 0.8), mix(theme.PAPER, theme.INK_SOFT, 0.45))
        return
    plotter.line(wall.line, FENCE_WIDTH, theme.INK_SOFT)
    for post in spaced(wall.line, POSTS):
        if plotter.holds([post]):
            plotter.square(post, 4.4 if plotter.zoom > 12 else 3.0, theme.INK)


def shades_of(wall: Wall) -> list[Floats]:
    """The lengths of a wall as quadrangles, shifted as what is low must be."""
    strips = []
    for a, b in pairwise(wall.line):
        side = across(b - a) / max(float(np.hypot(*(b - a))), 1e-9) * wall.thickness / 2
        strips.append(np.array([a + side, b + side, b - side, a - side]) + LOW)
    return strips
