"""The grid of the map, every 10 m: letters from west to east, numbers from north to south.

Radio messages name its squares.
"""

from typing import Final

import numpy as np

from game.ui import theme
from game.ui.ground.plotter import Plotter
from game.ui.theme import mix

SQUARE: Final = 10.0  # m; look.md
DOTS: Final = (3.0, 6.0)  # px on, px off
NAMES_FROM: Final = 10  # px/m: from farther the border's letters are in view
NAME_INK: Final = mix(theme.PAPER, theme.LINE, 0.75)


def column_name(column: int) -> str:
    """A … Z, then AA … for wide places."""
    return (column_name(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)


def square_name(x: float, y: float, height: float) -> str:
    """The square in which (x, y) m lies, in a place `height` m high: "C4"."""
    return f"{column_name(int(x // SQUARE))}{int((height - y) // SQUARE) + 1}"


def draw_grid(plotter: Plotter, size: tuple[float, float]) -> None:
    """Draw the dotted lines of a place of `size` (w, h) m, and each square's name in its north-west corner."""
    _lines(plotter, size)
    if plotter.zoom >= NAMES_FROM:
        for x in np.arange(0, size[0], SQUARE):
            for y in np.arange(size[1], 0, -SQUARE):
                if plotter.holds([(x, y)]):
                    plotter.write(square_name(x, y - 0.1, size[1]), theme.SIZE_SMALL, NAME_INK, (x, y), nudge=(4, 2))


def _lines(plotter: Plotter, size: tuple[float, float]) -> None:
    (left, bottom), (right, top) = np.clip(plotter.box, 0, size)
    on, off = (length / plotter.zoom for length in DOTS)
    xs = np.arange(np.floor(left / (on + off)) * (on + off), right, on + off)
    ys = np.arange(np.floor(bottom / (on + off)) * (on + off), top, on + off)
    upright = [((x, y), (x, y + on)) for x in np.arange(SQUARE, size[0], SQUARE) for y in ys]
    level = [((x, y), (x + on, y)) for y in np.arange(size[1] - SQUARE, 0, -SQUARE) for x in xs]
    plotter.hairlines(upright + level, mix(theme.PAPER, theme.LINE, 0.42))
