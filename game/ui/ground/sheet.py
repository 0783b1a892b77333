"""Everything printed on the map, from the paper up: one function per layer, in the order they are printed."""

from itertools import groupby, pairwise
from typing import Final

import numpy as np
import pygame

from game.level.place import Area, Place, Wall
from game.ui import theme
from game.ui.ground.geometry import Bools, Floats, across, box_of, chords, dashes, main_direction, spaced
from game.ui.ground.grid import draw_grid
from game.ui.ground.plotter import Plotter
from game.ui.ground.roofs import draw_roof
from game.ui.ground.trees import crown, draw_tree
from game.ui.theme import Colour, mix

TONES: Final[dict[str, Colour]] = {
    "yard": theme.YARD,
    "grass": theme.GRASS,
    "pavement": theme.PAVEMENT,
    "asphalt": theme.ASPHALT,
    "crossing": theme.ASPHALT,
}
EDGE_WIDTH: Final = 0.9  # px; look.md
JOINTS: Final = 1.2  # m between the joints of paving stones; guess
TUFTS: Final = 0.12  # tufts per m² of grass; guess
STRIPE: Final = 0.5  # m, a bar of a crossing and the gap after it; guess
LANE_DASH: Final = (3.0, 3.0)  # m on, m off; guess
POSTS: Final = 1.5  # m between the posts of a fence; look.md
FENCE_WIDTH: Final = 1.8  # px; look.md
LOW: Final = np.array([-0.3, 0.36])  # m against the sun: what is low throws a third of a roof's shadow
FIBRES: Final = 0.001  # strokes per px²: 900 on a screen of 1280 × 720; look.md
FIBRE_ALPHA: Final = 13  # of 255: found only by looking for it


def draw_sheet(plotter: Plotter, place: Place, seed: int) -> None:
    """Print what lies on this square; `seed` places the fibres of its paper."""
    edge = np.array([(0, 0), (place.size[0], 0), place.size, (0, place.size[1])], float)
    plotter.fill(edge, theme.PAPER)
    _areas(plotter, place.areas)
    _lanes(plotter, place)
    draw_grid(plotter, (place.size[0], place.size[1]))
    plotter.wash(_fibres(plotter.side, seed))
    plotter.shadows(_casters(plotter, place))
    _buildings(plotter, place)
    for wall in place.walls:
        _wall(plotter, wall)
    for tree in place.trees:
        if plotter.holds([tree.at], tree.radius):
            draw_tree(plotter, tree)
    plotter.outline(edge, 1.4, theme.INK)


def _areas(plotter: Plotter, areas: list[Area]) -> None:
    """Later areas on earlier ones; of a run of one kind first the outlines, so that areas that meet become one."""
    for kind, run in groupby(areas, key=lambda area: area.kind):
        tone, here = TONES[kind], [area.shape for area in run if plotter.holds(area.shape)]
        for shape in here:
            plotter.outline(shape, 2 * EDGE_WIDTH, mix(tone, theme.LINE, 0.5))
        for shape in here:
            plotter.fill(shape, tone)
        for shape in here:
            _texture(plotter, kind, shape, tone)


def _texture(plotter: Plotter, kind: str, shape: Floats, tone: Colour) -> None:
    if kind == "pavement":
        for joint in chords(shape, main_direction(shape), JOINTS):
            plotter.line(joint, 0.5, mix(tone, theme.LINE, 0.16))
    if kind == "grass":
        _tufts(plotter, shape, mix(tone, theme.TREE_EDGE, 0.4))
    if kind == "crossing":
        for bar in chords(shape, main_direction(shape), 2 * STRIPE):
            plotter.line(bar, STRIPE * plotter.zoom, theme.PAPER_LIGHT, round_ends=False)


def _tufts(plotter: Plotter, shape: Floats, ink: Colour) -> None:
    """Small blades here and there, the same on every square that shows them."""
    low, high = box_of(shape)
    random = np.random.default_rng(round(abs(float(shape.sum())) * 100))
    spots = random.uniform(low + 0.3, high - 0.3, (int(TUFTS * np.prod(high - low)), 2))
    for x, y in spots[_within(spots, shape)]:
        plotter.line([(x - 0.12, y + 0.16), (x, y), (x + 0.1, y + 0.2)], 0.5, ink)


def _within(points: Floats, shape: Floats) -> Bools:
    """Which of `points` (k, 2) lie in polygon `shape`, by counting the edges to their right: (k,)."""
    after = np.roll(shape, -1, axis=0)
    x, y = points[:, :1], points[:, 1:]
    spans = (shape[:, 1] > y) != (after[:, 1] > y)
    with np.errstate(divide="ignore", invalid="ignore"):  # level edges span nothing
        right = shape[:, 0] + (y - shape[:, 1]) / (after[:, 1] - shape[:, 1]) * (after[:, 0] - shape[:, 0]) > x
    inside: Bools = np.sum(spans & right, axis=1) % 2 == 1
    return inside


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
    crowns = [crown(tree.at, tree.radius) for tree in place.trees]
    walls = [strip for wall in place.walls for strip in _shades(wall)]
    return [shape for shape in (*roofs, *crowns, *walls) if plotter.holds(shape)]


def _shades(wall: Wall) -> list[Floats]:
    """The lengths of a wall as quadrangles, shifted as what is low must be."""
    strips = []
    for a, b in pairwise(wall.line):
        side = across(b - a) / max(float(np.hypot(*(b - a))), 1e-9) * wall.thickness / 2
        strips.append(np.array([a + side, b + side, b - side, a - side]) + LOW)
    return strips


def _buildings(plotter: Plotter, place: Place) -> None:
    for building in place.buildings.values():
        if plotter.holds(building.shape):
            draw_roof(plotter, building.shape)


def _wall(plotter: Plotter, wall: Wall) -> None:
    if not plotter.holds(wall.line):
        return
    if wall.kind == "wall":
        plotter.line(wall.line, max(wall.thickness * plotter.zoom, 2.4), theme.INK_SOFT)
        plotter.line(wall.line, max(wall.thickness * plotter.zoom - 2, 0.8), mix(theme.PAPER, theme.INK_SOFT, 0.45))
        return
    plotter.line(wall.line, FENCE_WIDTH, theme.INK_SOFT)
    for post in spaced(wall.line, POSTS):
        plotter.square(post, 4.4 if plotter.zoom > 12 else 3.0, theme.INK)
