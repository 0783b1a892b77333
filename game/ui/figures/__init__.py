"""People seen from above: who they are by colour and headgear, what they do by hands, head and shield.

`FigurePainter().draw(canvas, camera, Figures(…), seconds)` draws a crowd; `portrait(look, state, …)` one person.
"""

import pygame

from game.ui.figures.anatomy import draw_figure
from game.ui.figures.looks import LOOKS
from game.ui.figures.people import FigurePainter, Figures
from game.ui.figures.poses import CIVILIAN, OFFICER
from game.ui.figures.vehicles import turn_of, vehicle

MODEL = {"awc": (7.5, 2.5), "ambulans": (5.2, 2.0), "raimas": (2.1, 0.8)}  # m, proportions on a card

__all__ = ["CIVILIAN", "LOOKS", "OFFICER", "FigurePainter", "Figures", "portrait"]


def portrait(look: str, state: str, scale: float = 1.4, angle: float = 1.571, tint: int = 0) -> pygame.Surface:
    """One person alone, as on a unit's card: `scale` px per u (1.4: 26 px wide), `angle` rad, by default facing up.

    A vehicle is half again as long as a person is wide.
    """
    if LOOKS[look].wheels:
        length, width = MODEL[look]
        return vehicle(look, length, width, turn_of(angle), 26 * scale / length)[0]
    return draw_figure(look, state, tint, angle, 0, scale)[0]
