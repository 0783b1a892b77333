"""Burning tyres as a map would print them: four wavy discs of flame, and smoke that veils and never hides."""

from functools import lru_cache
from typing import Final

import numpy as np
import pygame

from game.ui.camera import Camera
from game.ui.figures.pen import Pen, Sprite
from game.ui.theme import FLAMES, INK_SOFT, SMOKE, TYRES, shade
from game.world.people import Floats

LEAN: Final = np.array([0.8, 0.6])  # the way flames and smoke lean; the World has no wind, so always the same
FRAMES: Final = 12  # pictures of one round of flames
RATE: Final = 7.0  # pictures per second: calm
APART: Final = 5  # pictures between one fire and the next, so that they do not beat together
FLAME: Final = (1.05, 0.8, 0.52, 0.28)  # m, radii of the four discs, as FLAMES
RISE: Final = (0.0, 0.16, 0.34, 0.5)  # m that each disc lies downwind
WAVES: Final = (7, 6, 5, 4)  # tongues round each disc
TONGUE: Final = 0.16  # of the radius
TYRE: Final = ((0.34, -0.26), (-0.4, -0.12), (0.02, 0.4))  # m, three tyres in a heap
PLUME: Final = 8.0  # m, how far smoke is drawn
PUFFS: Final = 7
VEIL: Final = 118  # of 255, the most that smoke covers: people inside keep more than half their contrast; look.md
COARSE: Final = 4  # times smaller than shown: smoke has no detail
MARGIN: Final = 400  # px beyond the window where a plume may still be seen


def draw_flames(surface: pygame.Surface, camera: Camera, fires: Floats, seconds: float) -> None:
    """Draw tyres and flames of `fires` (f, 2) m."""
    for number, (x, y) in _in_view(camera, fires):
        drawn, (left, top) = _flames(camera.zoom, _picture(number, seconds))
        surface.blit(drawn, (x + left, y + top))


def draw_smoke(surface: pygame.Surface, camera: Camera, fires: Floats, seconds: float) -> None:
    """Draw the smoke of `fires` (f, 2) m."""
    for number, (x, y) in _in_view(camera, fires):
        drawn, (left, top) = _smoke(camera.zoom, _picture(number, seconds / 2))
        surface.blit(drawn, (x + left, y + top))


def _in_view(camera: Camera, fires: Floats) -> list[tuple[int, tuple[int, int]]]:
    """Number and place (px) of each fire that can be seen."""
    seen = np.flatnonzero(camera.in_view(fires, MARGIN)).tolist() if len(fires) else []
    return [(number, (round(x), round(y))) for number in seen for x, y in [camera.to_screen(fires[number]).tolist()]]


def _picture(number: int, seconds: float) -> int:
    return int(seconds * RATE + number * APART) % FRAMES


@lru_cache(maxsize=4 * FRAMES)
def _flames(zoom: int, picture: int) -> Sprite:
    pen = Pen(zoom, 0.0, FLAMES[0], reach=2.0)
    for x, y in TYRE:
        pen.disc((x, y), 0.44, shade(TYRES, 0.6))
        pen.disc((x, y), 0.38, TYRES)
        pen.disc((x, y), 0.17, INK_SOFT)
    turn = 2 * np.pi * picture / FRAMES
    for radius, rise, waves, colour in zip(FLAME, RISE, WAVES, FLAMES, strict=True):
        pen.polygon(_tongues(radius, waves, turn) + rise * LEAN, colour)
    return pen.lift()


def _tongues(radius: float, waves: int, turn: float) -> Floats:
    """The outline (m, 2) of a disc with `waves` tongues, longer downwind; the same again after a whole `turn`."""
    angle = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    downwind = 0.5 + 0.5 * np.cos(angle - np.arctan2(LEAN[1], LEAN[0]))
    ripple = np.sin(waves * angle + turn) + 0.5 * np.sin((waves - 2) * angle - turn)
    spread = radius * (0.72 + 0.3 * downwind + TONGUE * ripple * (0.4 + downwind))
    outline: Floats = np.column_stack([np.cos(angle), np.sin(angle)]) * spread[:, None]
    return outline


@lru_cache(maxsize=4 * FRAMES)
def _smoke(zoom: int, picture: int) -> Sprite:
    """Puffs that leave the fire, grow and thin out; reckoned small, shown large."""
    step = COARSE / zoom  # m per dot
    low, high = np.array([-1.6, -1.6]), np.array([PLUME + 1.0, 0.75 * PLUME + 1.0])  # m round the fire
    x, y = np.meshgrid(np.arange(low[0], high[0], step), np.arange(low[1], high[1], step), indexing="ij")
    clear = np.ones(x.shape)
    for puff in range(PUFFS):
        age = (puff + picture / FRAMES) / PUFFS
        at = PLUME * age * LEAN + 0.3 * np.sin(2.4 * puff) * LEAN[::-1] * (1, -1)
        away = np.hypot(x - at[0], y - at[1]) / (0.7 + 1.5 * age)
        clear *= 1.0 - 0.62 * np.sin(np.pi * min(1.0, age + 0.14)) * np.exp(-(away**2))
    small = pygame.Surface(x.shape, pygame.SRCALPHA)
    small.fill((*SMOKE, 0))
    pygame.surfarray.pixels_alpha(small)[:] = (VEIL * (1.0 - clear))[:, ::-1]
    whole = pygame.transform.smoothscale_by(small, COARSE)
    return whole, (round(low[0] * zoom), round(-high[1] * zoom))
