"""Pages become pictures."""

from pathlib import Path

import pygame

from game.ui.hud.place_names import RESTS
from game.ui.screen import Page
from game.ui.screens.exercise import Exercise
from game.ui.screens.replay import Watch


def draw(page: Page, size: tuple[int, int], path: Path) -> None:
    """Draw `page` until nothing is missing any more, and write it down; prints what did not fit."""
    surface = pygame.Surface(size)
    for _ in range(RESTS + 12):
        page.draw(surface)
        if isinstance(page, Exercise | Watch):
            page.board.people.finish()
    pygame.image.save(surface, path)
    print(path, *page.canvas.overflowing if page.canvas else "")


def pointed(page: Exercise, size: tuple[int, int], where: str) -> None:
    """Put the pointer on the order that has `where` in its tip."""
    page.draw(pygame.Surface(size))
    assert page.canvas is not None
    spot = next(spot for spot in page.canvas.spots if spot.tip and where in spot.tip.title)
    x, y = (round(part * page.canvas.scale) for part in spot.area.center)
    page.pointer = (x, y)
