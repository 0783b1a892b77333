"""A tree from above: a wavy disc in three tones, lit from the north-west."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from game.level.place import Tree
from game.ui import theme
from game.ui.ground.geometry import Floats
from game.ui.ground.plotter import Plotter

LEAVES: Final = 13  # waves round a crown; guess
RIPPLE: Final = 0.06  # of the radius; guess
TONES: Final = ((1.0, 0.0), (0.74, 0.1), (0.42, 0.18))  # radius and shift to the north-west, in radii


def crown(at: Sequence[float], radius: float) -> Floats:
    """The outline of the crown of a tree `at` (x, y) m: (m, 2) m."""
    x, y = at
    turn = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    spread = radius * (1 + RIPPLE * np.sin(LEAVES * turn + x) + RIPPLE / 2 * np.sin(5 * turn + y))
    return np.column_stack([x + spread * np.cos(turn), y + spread * np.sin(turn)])


def draw_tree(plotter: Plotter, tree: Tree) -> None:
    """Draw a tree. People pass below its crown, and yet are drawn above it: a map hides nobody."""
    x, y = tree.at
    for (size, shift), tone in zip(TONES, theme.TREE, strict=True):
        plotter.fill(crown((x - shift * tree.radius, y + shift * tree.radius), size * tree.radius), tone)
    plotter.outline(crown(tree.at, tree.radius), 1.0, theme.TREE_EDGE)
