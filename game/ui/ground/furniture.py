"""What stands in rooms: tables, voting booths, ballot boxes, chairs; and the tape along which people queue."""

from typing import Final

import numpy as np

from game.level.place import Furniture, Place
from game.ui import theme
from game.ui.ground.geometry import Floats, dashes
from game.ui.ground.plotter import Plotter
from game.ui.theme import mix

OUTLINE: Final = 1.2  # px
SCREEN: Final = 0.12  # m, how thick the cardboard of a booth is drawn; guess: thinner is not seen
SLOT: Final = 0.6  # of a box's width
CHAIR: Final = 0.42  # m, a plastic chair
TAPE: Final = (0.35, 0.4)  # m on, m off; guess


def draw_furniture(plotter: Plotter, place: Place) -> None:
    """Draw all of it; a booth is open on the side where one stands to vote."""
    for service in place.services.values():
        if service.queue is not None and plotter.holds(service.queue):
            _tape(plotter, service.queue)
        for spot in service.chairs:
            _chair(plotter, np.array(spot), np.radians(service.facing))
    served = np.array([spot for service in place.services.values() for spot in service.at]).reshape(-1, 2)
    for thing in place.furniture:
        if plotter.holds(thing.shape):
            _draw(plotter, thing, served)


def _draw(plotter: Plotter, thing: Furniture, served: Floats) -> None:
    if thing.kind == "booth":
        return _booth(plotter, thing.shape, served)
    plotter.fill(thing.shape, theme.WOOD if thing.kind == "table" else theme.PAPER_LIGHT)
    plotter.outline(thing.shape, OUTLINE, theme.INK_SOFT)
    if thing.kind == "box":
        middle = thing.shape.mean(axis=0)
        half = (thing.shape[1] - thing.shape[0]) * SLOT / 2.0
        plotter.line([middle - half, middle + half], max(0.07 * plotter.zoom, 1.0), theme.INK)


def _booth(plotter: Plotter, shape: Floats, served: Floats) -> None:
    """A table with cardboard on three sides."""
    plotter.fill(shape, theme.PAPER_LIGHT)
    edges = list(zip(shape, np.roll(shape, -1, axis=0), strict=True))
    middles = np.array([(a + b) / 2.0 for a, b in edges])
    apart = (
        np.hypot(*np.moveaxis(middles[:, None] - served, -1, 0)).min(axis=1) if len(served) else np.zeros(len(edges))
    )
    for number, edge in enumerate(edges):
        if number != int(np.argmin(apart)):
            plotter.line(np.array(edge), max(SCREEN * plotter.zoom, 1.6), theme.CARDBOARD)


def _chair(plotter: Plotter, spot: Floats, facing: float) -> None:
    """A seat with its back behind whoever sits."""
    if not plotter.holds([spot]):
        return
    ahead = np.array([np.cos(facing), np.sin(facing)]) * CHAIR / 2.0
    aside = np.array([-ahead[1], ahead[0]])
    seat = np.array([spot + ahead + aside, spot - ahead + aside, spot - ahead - aside, spot + ahead - aside])
    plotter.fill(seat, theme.CHAIR)
    plotter.outline(seat, 0.8, mix(theme.CHAIR, theme.INK, 0.5))
    plotter.line(seat[1:3], max(0.08 * plotter.zoom, 1.2), mix(theme.CHAIR, theme.INK, 0.55))


def _tape(plotter: Plotter, line: Floats) -> None:
    for dash in dashes(line, *TAPE):
        plotter.line(dash, max(0.05 * plotter.zoom, 1.0), mix(theme.PAPER, theme.LINE, 0.8), round_ends=False)
