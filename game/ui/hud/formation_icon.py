"""A formation's icon is the formation itself, in small."""

from functools import lru_cache

import numpy as np
import pygame

from game.ui.canvas import Canvas
from game.ui.theme import Colour
from game.world.units import Formation

COUNT = 12  # officers shown
SIZE = (20, 16)  # steps


def draw_formation(canvas: Canvas, word: str, centre: tuple[float, float], colour: Colour) -> None:
    """Draw formation `word` round `centre`, facing up."""
    drawn = _icon(word, canvas.px(SIZE[0]), canvas.px(SIZE[1]), colour)
    canvas.surface.blit(drawn, drawn.get_rect(center=(canvas.px(centre[0]), canvas.px(centre[1]))))


@lru_cache(maxsize=64)
def _icon(word: str, width: int, height: int, colour: Colour) -> pygame.Surface:
    places = Formation.read(word).places(COUNT)
    across, back = -places[:, 1], -places[:, 0]  # facing up: the left flank at the left, the rear below
    large = pygame.Surface((4 * width, 4 * height), pygame.SRCALPHA)
    large.fill((*colour, 0))
    unit = min(3.4 * width / (np.ptp(across) + 1.2), 3.4 * height / (np.ptp(back) + 1.2))
    middle = (across.max() + across.min()) / 2, (back.max() + back.min()) / 2
    for x, y in zip(across - middle[0], back - middle[1], strict=True):
        body = pygame.Rect(0, 0, max(5, 0.72 * unit), max(4, 0.5 * unit))
        body.center = round(2 * width + x * unit), round(2 * height + y * unit)
        pygame.draw.ellipse(large, colour, body)
    return pygame.transform.smoothscale(large, (width, height))
