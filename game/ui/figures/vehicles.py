"""Vehicles from above, true to scale: a water cannon, an ambulance, a motorcycle with two on it.

Drawn in shares of their length and width, x ahead and y left, so that any size keeps its parts.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

import numpy as np

from game.ui.figures.looks import LOOKS, SKINS
from game.ui.figures.pen import Pen, Point, Sprite
from game.ui.theme import INK, INK_SOFT, MEDIC, PAPER_LIGHT, SHADOW, TEAL, VISOR, WATER_LIGHT, Colour, mix, rgb, shade

HEADINGS: Final = 128  # 7.5 m long, a water cannon's corner moves 3 px from one to the next at 16 px/m
KEPT: Final = 256  # sprites
SUN: Final = (0.35, -0.42)  # m, how far a vehicle's shadow lies south-east of it; guess, lower than a roof's
BROAD: Final = 2.0  # m: what is narrower is lower, too, and throws less
BODY: Final = rgb("3D566E")
GLASS: Final = rgb("22313D")
TYRE: Final = rgb("23272B")
BEACON: Final = rgb("4FA3E8")
CORNER: Final = 0.12  # of the width: how round corners are
WHEEL: Final = (0.42, 0.1)  # m long and wide as seen from above


def turn_of(angle: float) -> int:
    """Which of HEADINGS is nearest to `angle` rad."""
    return round(angle / (2 * np.pi) * HEADINGS) % HEADINGS


@lru_cache(maxsize=KEPT)
def vehicle(look: str, length: float, width: float, turn: int, scale: float) -> Sprite:
    """A vehicle of `look`, `length` × `width` m, facing `turn` of HEADINGS, at `scale` px per m."""
    angle = 2 * np.pi * turn / HEADINGS
    pen = Pen(scale, angle, INK, reach=0.55 * (length + width) + max(SUN))
    cos, sin = np.cos(angle), np.sin(angle)
    low = min(1.0, width / BROAD)
    _shadow(pen, length, width, (low * (cos * SUN[0] + sin * SUN[1]), low * (cos * SUN[1] - sin * SUN[0])))
    DRAWN[look](Body(pen, length, width))
    return pen.lift()


class Body:
    """A pen that counts in halves of a vehicle: (1, 1) is the corner ahead at the left."""

    def __init__(self, pen: Pen, length: float, width: float) -> None:
        self.pen, self.half = pen, (length / 2, width / 2)
        self.edge = 0.05 * width  # m, outlines

    def at(self, x: float, y: float) -> Point:
        """Where (x, y) halves lie, m."""
        return x * self.half[0], y * self.half[1]

    def block(self, back: float, front: float, side: float, colour: Colour, rim: Colour | None = None) -> None:
        """A rounded block from `back` to `front`, `side` to either side."""
        (x0, y), (x1, _) = self.at(back, side), self.at(front, side)
        if rim is not None:
            self.pen.polygon(_rounded(x0, x1, y, CORNER * 2 * y, self.edge), rim)
        self.pen.polygon(_rounded(x0, x1, y, CORNER * 2 * y, 0.0), colour)

    def band(self, x: float, deep: float, side: float, colour: Colour) -> None:
        """A bar across, `deep` halves of the length."""
        self.block(x - deep / 2, x + deep / 2, side, colour)

    def line(self, start: Point, end: Point, width: float, colour: Colour) -> None:
        """A stroke `width` m wide."""
        self.pen.stroke([self.at(*start), self.at(*end)], width, colour)

    def wheels(self, *places: float) -> None:
        """Tyres that show on both sides at each of `places`."""
        for x in places:
            for y in (1.0, -1.0):
                middle = self.at(x, y)
                self.pen.ellipse(middle, (WHEEL[0], WHEEL[1]), TYRE)


def _water_cannon(body: Body) -> None:
    """A lorry: tank, cab of glass, and the monitor over its roof."""
    body.wheels(0.66, -0.34, -0.66)
    body.block(-1.0, 1.0, 1.0, BODY, INK)
    body.block(-0.92, 0.28, 0.74, mix(BODY, INK, 0.35), None)
    body.block(-0.86, 0.22, 0.56, mix(BODY, (255, 255, 255), 0.16))
    for x in (-0.6, -0.3, 0.0):
        body.band(x, 0.02, 0.56, mix(BODY, INK, 0.3))
    body.band(0.88, 0.1, 0.84, VISOR)
    body.band(0.46, 0.05, 0.9, BEACON)
    _plain_bands(body, 0.86, PAPER_LIGHT)
    body.pen.disc(body.at(0.62, 0), 0.46, INK)
    body.pen.disc(body.at(0.62, 0), 0.36, mix(PAPER_LIGHT, BODY, 0.25))
    body.line((0.62, 0), (1.06, 0), 0.26, INK)
    body.line((0.62, 0), (1.06, 0), 0.14, WATER_LIGHT)


def _ambulance(body: Body) -> None:
    """White, a teal stripe along each side and a plus on the roof: never a red cross."""
    body.wheels(0.6, -0.62)
    body.block(-1.0, 1.0, 1.0, MEDIC, INK_SOFT)
    _plain_bands(body, 0.86, TEAL)
    body.block(0.36, 0.66, 0.82, GLASS)
    body.band(0.5, 0.2, 0.72, VISOR)
    body.band(0.24, 0.06, 0.6, BEACON)
    body.line((-0.66, 0), (-0.02, 0), 0.34, TEAL)
    across = 0.32 * body.half[0] / body.half[1]  # as long as the other bar
    body.line((-0.34, across), (-0.34, -across), 0.34, TEAL)


def _plain_bands(body: Body, side: float, colour: Colour) -> None:
    """A stripe along each side."""
    for y in (side, -side):
        body.line((-0.9, y), (0.3, y), 0.09, colour)


def _motorcycle(body: Body) -> None:
    """Wheels, tank and handlebar, and two riders with helmets, one behind the other."""
    body.line((-0.92, 0), (-0.5, 0), 0.17, TYRE)
    body.line((0.5, 0), (0.94, 0), 0.15, TYRE)
    body.line((-0.66, 0), (0.66, 0), 0.32, INK)
    body.line((-0.5, 0), (0.58, 0), 0.22, BODY)
    body.line((0.5, 0.84), (0.5, -0.84), 0.09, INK)
    body.pen.disc(body.at(0.78, 0), 0.1, PAPER_LIGHT)
    for x, hands in ((-0.5, -0.2), (0.06, 0.46)):
        _rider(body, x, hands)


def _rider(body: Body, x: float, hands: float) -> None:
    blue, edge = LOOKS["raimas"].body(0), shade(LOOKS["raimas"].body(0), 0.5)
    for y in (0.62, -0.62):
        body.line((x, 0.66 * np.sign(y)), (hands, y), 0.17, edge)
        body.line((x, 0.66 * np.sign(y)), (hands, y), 0.11, blue)
        body.pen.disc(body.at(hands, y), 0.07, SKINS[0])
    body.pen.ellipse(body.at(x, 0), (0.24, 0.4), edge)
    body.pen.ellipse(body.at(x, 0), (0.19, 0.35), blue)
    body.pen.disc(body.at(x + 0.06, 0), 0.21, edge)
    body.pen.disc(body.at(x + 0.1, 0), 0.17, VISOR)
    body.pen.disc(body.at(x + 0.03, 0), 0.17, mix(INK, blue, 0.2))


DRAWN: Final[dict[str, Callable[[Body], None]]] = {
    "awc": _water_cannon,
    "ambulans": _ambulance,
    "raimas": _motorcycle,
}


def _shadow(pen: Pen, length: float, width: float, offset: Point) -> None:
    """What a vehicle throws on the ground, `offset` m from it as the vehicle lies."""
    shape = _rounded(-length / 2, length / 2, width / 2, 0.2 * width, 0.0) + np.array(offset)
    pen.polygon(shape, (*SHADOW, 84))


def _rounded(x0: float, x1: float, y: float, radius: float, more: float) -> np.ndarray:
    """The outline (m, 2) of a block from `x0` to `x1`, `y` to either side, `more` m larger all round."""
    radius = min(radius, (x1 - x0) / 2, y)
    turns = np.linspace(0, np.pi / 2, 6)
    corners = [
        np.column_stack([cx + (radius + more) * np.cos(turns + turn), cy + (radius + more) * np.sin(turns + turn)])
        for cx, cy, turn in (
            (x1 - radius, y - radius, 0.0),
            (x0 + radius, y - radius, np.pi / 2),
            (x0 + radius, radius - y, np.pi),
            (x1 - radius, radius - y, 1.5 * np.pi),
        )
    ]
    return np.vstack(corners)
