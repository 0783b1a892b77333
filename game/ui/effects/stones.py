"""Stones in the air: each over its shadow, the higher the farther, with a hair between that says so."""

from functools import lru_cache
from typing import Final

import numpy as np
import pygame

from game.ui.camera import Camera
from game.ui.figures.pen import Pen, Sprite
from game.ui.theme import PAPER_LIGHT, SHADOW, STONE, mix
from game.world.people import Floats

LIFT: Final = 0.5  # m north on the map per m above ground: an arc seems half as high as it is long; guess
STONE_RADIUS: Final = 0.1  # m; twice a fist, or nobody sees it
LEAST: Final = 2.2  # px, radius, however far: look.md has 5 px stones
MARGIN: Final = 120  # px beyond the window where a stone may still be seen: 12 m high at 16 px/m
HAIR: Final = mix(STONE, PAPER_LIGHT, 0.45)


def draw_stones(surface: pygame.Surface, camera: Camera, thrown: Floats) -> None:
    """Draw `thrown` (k, 3) m, the third above ground."""
    seen = thrown[camera.in_view(thrown[:, :2], MARGIN)] if len(thrown) else thrown
    foot = np.rint(camera.to_screen(seen[:, :2])).astype(int)
    stone = foot - np.column_stack([np.zeros(len(seen)), np.rint(seen[:, 2] * LIFT * camera.zoom)]).astype(int)
    shadow, body = _shadow(camera.zoom), _stone(camera.zoom)
    surface.fblits([(shadow[0], place) for place in (foot + shadow[1]).tolist()])
    for start, end in zip(foot.tolist(), stone.tolist(), strict=True):
        pygame.draw.line(surface, HAIR, start, end)
    surface.fblits([(body[0], place) for place in (stone + body[1]).tolist()])


def radius_at(zoom: int) -> float:
    """How large a stone is drawn, px."""
    return max(LEAST, STONE_RADIUS * zoom)


@lru_cache(maxsize=8)
def _stone(zoom: int) -> Sprite:
    pen, radius = Pen(1.0, 0.0, PAPER_LIGHT, reach=2 * radius_at(zoom) + 2), radius_at(zoom)
    pen.disc((0, 0), radius + 1.0, PAPER_LIGHT)
    pen.disc((0, 0), radius, STONE)
    return pen.lift()


@lru_cache(maxsize=8)
def _shadow(zoom: int) -> Sprite:
    pen, radius = Pen(1.0, 0.0, SHADOW, reach=2 * radius_at(zoom) + 2), radius_at(zoom)
    pen.polygon(1.3 * radius * _ellipse(), (*SHADOW, 120))
    return pen.lift()


def _ellipse() -> Floats:
    turns = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    return np.column_stack([np.cos(turns), 0.6 * np.sin(turns)])
