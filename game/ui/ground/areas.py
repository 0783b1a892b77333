"""Surfaces: flat tones, joints of pavement, tufts of grass, stripes of crossings."""

from itertools import groupby
from typing import Final

import numpy as np

from game.level.place import Area
from game.ui import theme
from game.ui.ground.geometry import Bools, Floats, across, box_of, chords, main_direction
from game.ui.ground.plotter import Plotter
from game.ui.theme import Colour, mix

TONES: Final[dict[str, Colour]] = {
    "yard": theme.YARD,
    "grass": theme.GRASS,
    "pavement": theme.PAVEMENT,
    "asphalt": theme.ASPHALT,
    "crossing": theme.ASPHALT,
    "floor": theme.FLOOR,
}
EDGE_WIDTH: Final = 0.9  # px; look.md
JOINTS: Final = 1.2  # m between the joints of paving stones; guess
FLOOR_TILES: Final = 0.6  # m, side of the tiles of a floor; guess
TUFTS: Final = 0.12  # tufts per m² of grass; guess
STRIPE: Final = 0.5  # m, a bar of a crossing and the gap after it; guess


def draw_areas(plotter: Plotter, areas: list[Area]) -> None:
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
        plotter.hairlines(chords(shape, main_direction(shape), JOINTS), mix(tone, theme.LINE, 0.16))
    if kind == "floor":
        for way in (main_direction(shape), across(main_direction(shape))):
            plotter.hairlines(chords(shape, way, FLOOR_TILES), mix(tone, theme.LINE, 0.14))
    if kind == "grass":
        _tufts(plotter, shape, mix(tone, theme.TREE_EDGE, 0.4))
    if kind == "crossing":
        for bar in chords(shape, main_direction(shape), 2 * STRIPE):
            plotter.line(bar, STRIPE * plotter.zoom, theme.PAPER_LIGHT, round_ends=False)


def _tufts(plotter: Plotter, shape: Floats, ink: Colour) -> None:
    """Small blades here and there, the same on every square that shows them."""
    low, high = box_of(shape)
    random = np.random.default_rng(round(abs(float(shape.sum())) * 100))
    spots = random.uniform(low, high, (int(TUFTS * np.prod(high - low)), 2))
    here = spots[np.all((spots > plotter.box[0]) & (spots < plotter.box[1]), axis=1)]
    for x, y in here[_within(here, shape)]:
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
