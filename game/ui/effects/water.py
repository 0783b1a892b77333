"""Water from a cannon: a narrow stroke when it is a jet, a fan of streaks when it is spread."""

from typing import Final

import numpy as np
import pygame

from game.session.scene import JetView
from game.ui.camera import Camera
from game.ui.theme import WATER, WATER_LIGHT
from game.world.people import Floats

NOZZLE: Final = 0.16  # m, half the width of the water where it leaves
JET_END: Final = 0.7  # m, half the width of a jet at its end
FAN: Final = np.radians(11.0)  # half of the angle over which spread water falls
INNER: Final = 0.55  # of the fan, the part that most water falls on
SPLASH: Final = 1.5  # m round a jet's end
STREAKS: Final = {"jet": 26, "diffuse": 90}  # look.md: about 90 in a fan
SPEED: Final = 22.0  # m/s that streaks run; doctrine.md 4.3 gives litres and metres, this is a guess
STREAK: Final = 1.6  # m long
BROAD_FROM: Final = 16  # px/m, from which a streak is 2 px wide
VEIL: Final = {"jet": 150, "diffuse": 74}  # of 255
RANDOM: Final = np.random.default_rng(7).uniform(size=(90, 2))  # where streaks run: the same in every frame


def draw_jet(surface: pygame.Surface, camera: Camera, jet: JetView, seconds: float) -> None:
    """Draw the water of `jet`; it veils people and hides nobody."""
    nozzle, end = np.array(jet.nozzle), np.array(jet.at)
    reach = max(float(np.hypot(*(end - nozzle))), 0.1)
    turn = np.arctan2(*(end - nozzle)[::-1])
    outlines = [_laid(shape, nozzle, turn) for shape in _shapes(jet.mode, reach)]
    sheet, corner = _sheet(surface, camera, np.vstack(outlines))
    if sheet is None:
        return
    for number, outline in enumerate(outlines):
        points = (camera.to_screen(outline) - corner).tolist()
        alpha = VEIL[jet.mode] + 44 * number
        pygame.draw.polygon(sheet, (*WATER, min(alpha, 255)), points)
        pygame.draw.aalines(sheet, (*WATER_LIGHT, min(alpha + 40, 255)), True, points)
    ends = camera.to_screen(_laid(_streaks(jet.mode, reach, seconds), nozzle, turn)) - corner
    for start, stop in ends.reshape(-1, 2, 2).tolist():
        pygame.draw.aaline(sheet, (*WATER_LIGHT, 255), start, stop, 2 if camera.zoom >= BROAD_FROM else 1)
    surface.blit(sheet, corner)


def _shapes(mode: str, reach: float) -> list[Floats]:
    """Outlines (m, 2) m of the water along +x: of a fan the whole and its heart, of a jet its splash and its stroke."""
    if mode == "jet":
        stroke = np.array([(0, NOZZLE), (reach, JET_END), (reach, -JET_END), (0, -NOZZLE)])
        return [_disc(reach, SPLASH), stroke]
    return [_fan(reach, FAN), _fan(reach, INNER * FAN)]


def _fan(reach: float, half: float) -> Floats:
    """A sector with a rounded end, `half` rad to either side."""
    turns = np.linspace(half, -half, 14)
    edge = reach * np.column_stack([np.cos(turns), np.sin(turns)])
    return np.vstack([[(0.0, NOZZLE)], edge, [(0.0, -NOZZLE)]])


def _disc(x: float, radius: float) -> Floats:
    turns = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    return radius * np.column_stack([np.cos(turns), np.sin(turns)]) + (x, 0.0)


def _streaks(mode: str, reach: float, seconds: float) -> Floats:
    """Both ends of each streak along +x, (2 k, 2) m: they run out with the water and begin anew."""
    aside, start = RANDOM[: STREAKS[mode]].T
    along = (start * reach + seconds * SPEED) % reach
    ends = np.column_stack([along, np.minimum(along + STREAK, reach)])  # (k, 2)
    half = JET_END / reach if mode == "jet" else np.tan(FAN)
    spread = ends * half * (2 * aside - 1)[:, None]
    streaks: Floats = np.stack([ends, spread], axis=2).reshape(-1, 2)
    return streaks


def _laid(shape: Floats, nozzle: Floats, turn: float) -> Floats:
    """`shape` (m, 2) m as it lies on the ground: from `nozzle`, turned by `turn` rad."""
    cos, sin = np.cos(turn), np.sin(turn)
    laid: Floats = shape @ np.array([[cos, sin], [-sin, cos]]) + nozzle
    return laid


def _sheet(surface: pygame.Surface, camera: Camera, points: Floats) -> tuple[pygame.Surface | None, Floats]:
    """A clear sheet over as much of the window as `points` (m, 2) m span, and its corner in px; None for nothing."""
    pixels = camera.to_screen(points)
    low = np.clip(np.floor(pixels.min(axis=0)) - 2, 0, surface.get_size())
    size = np.clip(np.ceil(pixels.max(axis=0)) + 2, 0, surface.get_size()) - low
    if size.min() <= 0:
        return None, low
    sheet = pygame.Surface(size.astype(int).tolist(), pygame.SRCALPHA)
    sheet.fill((*WATER, 0))
    return sheet, low
