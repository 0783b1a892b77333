"""The window, and what a page in it can do."""

import abc
import os
from typing import Final, Literal, TypeAlias

import pygame

from game.ui.assets import icon
from game.ui.canvas import Canvas, Spot
from game.ui.hud.tooltip import draw_tooltip
from game.ui.theme import METER_TRUST

FIRST_SIZE: Final = (1280, 720)  # px
LEAST_SIZE: Final = (1024, 600)  # px; screen.md
INVISIBLE: Final = "offscreen"  # what SDL takes by itself where nobody could see a window


class NoDisplayError(Exception):
    """There is no screen to open a window on."""


def open_window() -> pygame.Window:
    """Open the one window.

    Raises:
        NoDisplayError: this machine has no screen.
    """
    try:
        pygame.display.init()
        if pygame.display.get_driver() == INVISIBLE and "SDL_VIDEODRIVER" not in os.environ:
            raise NoDisplayError(INVISIBLE)
        window = pygame.Window("Sispamkota", FIRST_SIZE, resizable=True)
    except pygame.error as none:
        raise NoDisplayError(str(none)) from none
    window.minimum_size = LEAST_SIZE
    window.get_surface()  # until then nothing can be made fit for it
    window.set_icon(icon("shield", 64, METER_TRUST))
    return window


Wish: TypeAlias = Literal["menu", "play", "again", "next", "over", "quit"]


class Page(abc.ABC):
    """One full window of something: it takes events, is drawn, and says what is wished for next.

    `language` may change while it is shown. `canvas` is the latest frame; `wish` is None until another page is due.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.canvas: Canvas | None = None
        self.pointer = (-1, -1)  # px
        self.wish: Wish | None = None

    def handle(self, event: pygame.event.Event) -> None:
        """Take one event: a press of the left button goes to what can be pressed under it, all else to `act`."""
        if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self.pointer = event.pos
        spot = self.spot
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1 and spot is not None and spot.press is not None:
            spot.press()
        else:
            self.act(event)

    def want(self, wish: Wish) -> None:
        """Be done, with `wish` next."""
        self.wish = wish

    @property
    def spot(self) -> Spot | None:
        """What lies under the pointer."""
        return self.canvas.spot_at(self.pointer) if self.canvas else None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw one frame, and over it what the thing under the pointer says."""
        self.canvas = Canvas(surface, self.language)
        self.paint(self.canvas)
        spot = self.spot
        if spot is not None and spot.tip is not None:
            steps = self.pointer[0] / self.canvas.scale, self.pointer[1] / self.canvas.scale
            draw_tooltip(self.canvas, spot.tip, steps, spot.area)

    @abc.abstractmethod
    def act(self, event: pygame.event.Event) -> None:
        """Take an event that pressed no spot."""

    @abc.abstractmethod
    def paint(self, canvas: Canvas) -> None:
        """Draw everything but the tooltip."""
