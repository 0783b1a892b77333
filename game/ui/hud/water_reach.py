"""From how near a water cannon may spray: nobody within 10 m, a jet only from 25 m on; doctrine.md 4.3."""

from typing import Final

import numpy as np
import pygame

from game.session.view import UnitView, View
from game.ui import theme
from game.ui.assets import words
from game.ui.camera import Camera
from game.ui.theme import Colour
from game.world.people import Floats

ARCS: Final[tuple[tuple[float, Colour], ...]] = ((10.0, theme.MERAH), (25.0, theme.ORDER_BLUE))  # m; look.md
SIDE: Final = np.radians(38.0)  # to either side of where it points; guess
DASHES: Final = {10.0: 9, 25.0: 15}  # the nearer arc has fewer: a second cue beside its colour


def draw_reach(surface: pygame.Surface, camera: Camera, view: View, unit: UnitView) -> None:
    """Draw the arcs before every vehicle of `unit`."""
    for row in unit.rows.tolist():
        heading = float(view.heading[row])
        nozzle = view.position[row] + view.cast.size[row, 0] / 2 * np.array([np.cos(heading), np.sin(heading)])
        for metres, colour in ARCS:
            _arc(surface, camera, nozzle, heading, metres, colour)


def _arc(surface: pygame.Surface, camera: Camera, nozzle: Floats, heading: float, metres: float, ink: Colour) -> None:
    turns = heading + np.linspace(-SIDE, SIDE, 8 * DASHES[metres])
    points = camera.to_screen(nozzle + metres * np.column_stack([np.cos(turns), np.sin(turns)]))
    for start in range(0, len(points), 8):
        pygame.draw.lines(surface, ink, False, points[start : start + 5].tolist(), 2)
    label = words(f"{metres:.0f} m", theme.SIZE_SMALL, ink, "semibold")
    slip = label.get_rect(center=tuple(points[-1].tolist())).inflate(8, 2)
    pygame.draw.rect(surface, theme.PAPER_LIGHT, slip, border_radius=4)
    surface.blit(label, label.get_rect(center=slip.center))
