"""A roof: two halves, lines of tiles down the slope, a ridge between."""

from typing import Final

import numpy as np

from game.ui import theme
from game.ui.ground.geometry import Floats, across, chords, half_of, main_direction
from game.ui.ground.plotter import Plotter
from game.ui.theme import mix

TILES: Final = 0.5  # m between the lines of tiles; look.md
FINEST: Final = 6.0  # px between them at least: closer lines are a grey
RIDGE_WIDTH: Final = 0.75  # px; look.md
OUTLINE_WIDTH: Final = 1.5  # px; look.md


def draw_roof(plotter: Plotter, shape: Floats) -> None:
    """Draw the roof over polygon `shape` (m, 2) m; its ridge runs along the longest edge."""
    ridge = main_direction(shape)
    shaded = across(ridge) if across(ridge) @ (1, -1) > 0 else -across(ridge)  # the slope that faces south-east
    plotter.fill(shape, theme.ROOF)
    plotter.fill(half_of(shape, shaded), theme.ROOF_SHADED)
    plotter.hairlines(chords(shape, ridge, max(TILES, FINEST / plotter.zoom)), mix(theme.ROOF_SHADED, theme.LINE, 0.2))
    for line in chords(shape, shaded, float(np.ptp(shape @ shaded))):  # one cut, through the middle
        plotter.line(line, RIDGE_WIDTH, mix(theme.ROOF_SHADED, theme.INK_SOFT, 0.8))
    plotter.outline(shape, OUTLINE_WIDTH, theme.INK_SOFT)
