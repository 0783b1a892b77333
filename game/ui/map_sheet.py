"""The picture on the menu: a level's square as a printed sheet, turned a little, on the briefing table."""

from typing import Final

import numpy as np
import pygame

from game.level.schema import Level
from game.session.view import View
from game.ui import theme
from game.ui.camera import ZOOMS, Camera
from game.ui.ground import Ground
from game.ui.square import People
from game.world.people import Floats

SIZE: Final = (800, 500)  # steps
ACROSS: Final = 16  # px/m at scale 1
CROWD: Final = 0.45  # how far from the officers towards the crowd the middle lies: the window cuts the right side
TURN: Final = -2.0  # degrees; look.md
RIM: Final = 20  # px of white paper round the map
ALL: Final = 100  # squares of ground: more than a sheet has
MOST_FRAMES: Final = 240  # frames after which the sheet is taken as it is


class MapSheet:
    """Draws the square of `level` with everybody in `view`, a little more each frame so that the menu never waits."""

    def __init__(self, level: Level, view: View, language: str, scale: float) -> None:
        """`scale` is px per step."""
        self._view = view
        self._map = pygame.Surface((round(SIZE[0] * scale), round(SIZE[1] * scale)))
        self._ground = Ground(level.place, language)
        self._people = People()
        zoom = min(range(len(ZOOMS)), key=lambda i: abs(ZOOMS[i] - ACROSS * scale))
        self._camera = Camera((level.place.size[0], level.place.size[1]), self._map.get_size(), step=zoom)
        self._camera.look_at(_middle(view))
        self._frames = 0
        self._sheet: pygame.Surface | None = None

    def draw(self, surface: pygame.Surface, top_left: tuple[int, int]) -> None:
        """Draw the sheet as far as it has come."""
        if self._frames < MOST_FRAMES:
            self._draw_more()
        if self._sheet is not None:
            surface.blit(self._sheet, top_left)

    def finish(self) -> None:
        """Draw all of it at once, for a picture that nobody waits for."""
        self._ground.draw(self._map, self._camera, budget=ALL)
        self._people.draw(self._view, self._map, self._camera, 0.0)
        self._people.finish()
        self._frames = MOST_FRAMES - 1

    def _draw_more(self) -> None:
        """One frame's share; the finished map is put on paper every so often."""
        self._frames += 1
        self._ground.draw(self._map, self._camera)
        self._people.draw(self._view, self._map, self._camera, 0.0)
        if self._frames % 20 == 1 or self._frames == MOST_FRAMES:
            self._sheet = _on_paper(self._map)


def _middle(view: View) -> Floats:
    """(2,) m between officers and crowd, where they will meet."""
    crowd = view.position[view.present & (view.cast.unit < 0)]
    officers = [unit.centre for unit in view.units if len(unit.rows)]
    if not len(crowd) or not officers:
        return np.zeros(2)
    nearest = min(officers, key=lambda centre: float(np.hypot(*(crowd.mean(axis=0) - centre))))
    middle: Floats = (1 - CROWD) * np.array(nearest) + CROWD * crowd.mean(axis=0)
    return middle


def _on_paper(picture: pygame.Surface) -> pygame.Surface:
    """`picture` with a rim of paper and a shadow, turned."""
    width, height = picture.width + 2 * RIM, picture.height + 2 * RIM
    paper = pygame.Surface((width, height), pygame.SRCALPHA)
    paper.fill(theme.PAPER_LIGHT)
    paper.blit(picture, (RIM, RIM))
    pygame.draw.rect(paper, theme.INK, (RIM, RIM, picture.width, picture.height), 2)
    shadow = pygame.Surface((width + 60, height + 60), pygame.SRCALPHA)
    shadow.fill((0, 0, 0, 120), (30, 34, width, height))
    sheet = pygame.transform.gaussian_blur(shadow, 12)
    sheet.blit(paper, (30, 30))
    return pygame.transform.rotozoom(sheet, TURN, 1.0)
