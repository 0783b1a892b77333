"""What is drawn with a figure but is not its body: shadow, disc under the fallen, arcs of a chant, far dots."""

import numpy as np
import pygame

from game.ui.figures.looks import LOOKS
from game.ui.figures.pen import Pen, Point, Sprite
from game.ui.theme import INK, PAPER_LIGHT, SHADOW, TEAL, mix

SHADOW_RADII = (11.0, 9.2)  # u, where the blur has faded to nothing; look.md: 16 × 13 u
SHADOW_OFFSET = (2.0, 2.6)  # u, right and down: the sun stands in the north-west, everywhere and always
SHADOW_ALPHA = 102  # of 255: 40 %


def draw_shadow(scale: float) -> Sprite:
    """What somebody upright throws on the ground, `scale` px per u; never turned."""
    width, height = (2 * int(np.ceil(radius * scale)) for radius in SHADOW_RADII)
    x, y = (np.mgrid[0:width, 0:height] + 0.5) / np.array([width, height])[:, None, None] * 2 - 1
    shadow = pygame.Surface((width, height), pygame.SRCALPHA)
    shadow.fill((*SHADOW, 0))
    pygame.surfarray.pixels_alpha(shadow)[:] = SHADOW_ALPHA * np.clip(1.9 * (1 - np.hypot(x, y)), 0, 1)
    left, top = (round(middle * scale) for middle in SHADOW_OFFSET)
    return shadow, (left - width // 2, top - height // 2)


def draw_disc(scale: float) -> Sprite:
    """The paper disc under somebody who fell."""
    pen = Pen(scale, 0.0, PAPER_LIGHT)
    pen.disc((0, 0), 22.5, mix(PAPER_LIGHT, TEAL, 0.6))
    pen.disc((0, 0), 21.2, PAPER_LIGHT)
    return pen.lift()


def draw_badge(scale: float) -> Sprite:
    """The medical plus on that disc's rim, never a red cross."""
    return _plus(scale, (15.5, 15.5), 5.4)


def draw_bandage(scale: float) -> Sprite:
    """The same, small, at the shoulder of somebody who walks again."""
    return _plus(scale, (8.5, 8.5), 3.6)


def _plus(scale: float, middle: Point, radius: float) -> Sprite:
    pen = Pen(scale, 0.0, TEAL)
    (x, y), bar = middle, 0.48 * radius
    pen.disc(middle, radius + 0.8, PAPER_LIGHT)
    pen.disc(middle, radius, TEAL)
    pen.stroke([(x - bar, y), (x + bar, y)], 0.37 * radius, PAPER_LIGHT)
    pen.stroke([(x, y - bar), (x, y + bar)], 0.37 * radius, PAPER_LIGHT)
    return pen.lift()


def draw_call(angle: float, scale: float) -> Sprite:
    """Two short ink arcs ahead of somebody who chants; on paper, or they are lost among bodies."""
    pen = Pen(scale, angle, INK)
    turns = np.linspace(-0.34, 0.34, 9)  # rad, half the opening of a mouth that calls
    for radius in (17.0, 20.4):
        pen.bar(radius * np.column_stack([np.cos(turns), np.sin(turns)]), 1.3, INK, PAPER_LIGHT, 0.8)
    return pen.lift()


def draw_dot(look: str, tint: int) -> Sprite:
    """A person from afar: the crowd a 4 px dot with a dark rim, services a 5 px square with a white rim."""
    who = LOOKS[look]
    if who.officer:
        square = pygame.Surface((7, 7), pygame.SRCALPHA)
        square.fill((255, 255, 255))
        square.fill(who.dot(tint), (1, 1, 5, 5))
        return square, (-3, -3)
    pen = Pen(1.0, 0.0, who.edge(tint))
    pen.disc((0, 0), 3.0, who.edge(tint))
    pen.disc((0, 0), 2.0, who.body(tint))
    return pen.lift()
