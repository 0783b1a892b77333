"""Everything printed on the map, from the paper up: one function per layer, in the order they are printed."""

from typing import Final

import numpy as np
import pygame

from game.level.place import Place
from game.ui import theme
from game.ui.ground.areas import draw_areas
from game.ui.ground.furniture import draw_furniture
from game.ui.ground.geometry import Floats, dashes
from game.ui.ground.grid import draw_grid
from game.ui.ground.plotter import Plotter
from game.ui.ground.roofs import draw_roof
from game.ui.ground.trees import crown, draw_tree
from game.ui.ground.walls import LOW, draw_wall, shades_of

LANE_DASH: Final = (3.0, 3.0)  # m on, m off; guess
FIBRES: Final = 0.001  # strokes per px²: 900 on a screen of 1280 × 720; look.md
FIBRE_ALPHA: Final = 13  # of 255: found only by looking for it


def draw_sheet(plotter: Plotter, place: Place, seed: int) -> None:
    """Print what lies on this square; `seed` places the fibres of its paper."""
    edge = np.array([(0, 0), (place.size[0], 0), place.size, (0, place.size[1])], float)
    plotter.fill(edge, theme.PAPER)
    draw_areas(plotter, place.areas)
    _lanes(plotter, place)
    draw_grid(plotter, (place.size[0], place.size[1]))
    plotter.wash(_fibres(plotter.side, seed))
    plotter.shadows(_casters(plotter, place))
    _buildings(plotter, place)
    draw_furniture(plotter, place)
    for wall in place.walls:
        draw_wall(plotter, wall)
    for tree in place.trees:
        if plotter.holds([tree.at], tree.radius):
            draw_tree(plotter, tree)
    plotter.outline(edge, 1.4, theme.INK)


def _lanes(plotter: Plotter, place: Place) -> None:
    for lane in place.lanes:
        for dash in dashes(lane, *LANE_DASH):
            if plotter.holds(dash):
                plotter.line(dash, max(0.12 * plotter.zoom, 1.2), theme.LANE, round_ends=False)


def _fibres(side: int, seed: int) -> pygame.Surface:
    """The faint strokes of the paper, on a clear square of `side` px."""
    veil = pygame.Surface((side, side), pygame.SRCALPHA)
    random = np.random.default_rng(seed)
    for x, y, turn, length in random.uniform((0, 0, 0, 5), (side, side, 2 * np.pi, 17), (int(FIBRES * side**2), 4)):
        end = (x + length * np.cos(turn), y + length * np.sin(turn))
        pygame.draw.line(veil, (*theme.SHADOW, FIBRE_ALPHA), (x, y), end)
    return veil


def _casters(plotter: Plotter, place: Place) -> list[Floats]:
    """All that throws a shadow on this square."""
    roofs = [building.shape for building in place.buildings.values()]
    crowns = [crown(tree.at, tree.radius) for tree in place.trees if plotter.holds([tree.at], 2 * tree.radius)]
    walls = [strip for wall in place.walls for strip in shades_of(wall)]
    things = [thing.shape + LOW for thing in place.furniture]
    return [shape for shape in (*things, *roofs, *crowns, *walls) if plotter.holds(shape)]


def _buildings(plotter: Plotter, place: Place) -> None:
    for building in place.buildings.values():
        if plotter.holds(building.shape):
            draw_roof(plotter, building.shape)
