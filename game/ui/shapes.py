"""Panels and marks with smooth edges, drawn once per size and colour. Shared: blit them, never draw on them."""

from functools import lru_cache
from typing import Final

import pygame

from game.ui.theme import Colour


@lru_cache(maxsize=256)
def panel(size: tuple[int, int], colour: Colour, alpha: int, radius: int, edge: Colour | None) -> pygame.Surface:
    """A block of `size` with corners of `radius`, `alpha` 0 … 255, with or without an `edge`; lengths in px."""
    large = pygame.Surface((2 * size[0], 2 * size[1]), pygame.SRCALPHA)  # twice as large: smooth corners
    large.fill((*colour, 0))
    pygame.draw.rect(large, (*colour, alpha), large.get_rect(), border_radius=2 * radius)
    if edge is not None:
        pygame.draw.rect(large, edge, large.get_rect(), 2, border_radius=2 * radius)
    return pygame.transform.smoothscale(large, size)


OUTLINES: Final[dict[str, tuple[tuple[float, float], ...]]] = {    # of a square from 0 to 1
    "triangle": ((0.5, 0.06), (1.0, 0.94), (0.0, 0.94)),
    "octagon": ((0.29, 0.0), (0.71, 0.0), (1, 0.29), (1, 0.71), (0.71, 1), (0.29, 1), (0, 0.71), (0, 0.29)),
    "square": ((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94)),
    "up": ((0.5, 0.2), (0.95, 0.8), (0.05, 0.8)),
    "down": ((0.5, 0.8), (0.95, 0.2), (0.05, 0.2)),
    "tick": ((0.22, 0.5), (0.43, 0.72), (0.8, 0.3), (0.73, 0.23), (0.43, 0.57), (0.29, 0.43)),
    "cross": ((0.2, 0.28), (0.28, 0.2), (0.5, 0.42), (0.72, 0.2), (0.8, 0.28), (0.58, 0.5), (0.8, 0.72),
              (0.72, 0.8), (0.5, 0.58), (0.28, 0.8), (0.2, 0.72), (0.42, 0.5)),
}  # fmt: skip


@lru_cache(maxsize=256)
def shape(kind: str, size: int, colour: Colour) -> pygame.Surface:
    """A circle, or one of OUTLINES, `size` px across."""
    side = 4 * size  # four times as large: smooth edges
    large = pygame.Surface((side, side), pygame.SRCALPHA)
    large.fill((*colour, 0))
    if kind == "circle":
        pygame.draw.circle(large, colour, (side / 2, side / 2), side / 2)
    else:
        pygame.draw.polygon(large, colour, [(side * x, side * y) for x, y in OUTLINES[kind]])
    return pygame.transform.smoothscale(large, (size, size))
