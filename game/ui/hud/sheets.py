"""Sheets of paper over a stopped exercise: the menu of Esc and the help of F1."""

from collections.abc import Sequence
from typing import Final

import pygame

from game.ui import theme
from game.ui.canvas import Area, Canvas, Press

ROW: Final = 46  # steps
WIDTH: Final = 340
DIM: Final = 150  # of 255: how dark the square becomes behind a sheet
HELP: Final = ("select", "drag", "move", "queue", "cancel", "orders", "flag", "pace", "camera", "crowding", "screen")
HELP_ROW: Final = 37


class Choices:
    """Rows to choose from with mouse or keyboard; `rows` are (text code, what it does)."""

    def __init__(self, rows: Sequence[tuple[str, Press]]) -> None:
        self.rows = rows
        self.chosen = 0

    def act(self, event: pygame.event.Event) -> None:
        """Arrows choose, Enter does."""
        if event.type != pygame.KEYDOWN:
            return
        if event.key in (pygame.K_UP, pygame.K_DOWN):
            self.chosen = (self.chosen + (1 if event.key == pygame.K_DOWN else -1)) % len(self.rows)
        elif event.key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            self.rows[self.chosen][1]()

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw the rows downwards from the top of `area`; the chosen one is dark, as ink on paper."""
        for number, (code, press) in enumerate(self.rows):
            row = Area(area.left, area.top + number * ROW, area.width, ROW - 6)
            chosen = number == self.chosen
            canvas.panel(row, theme.INK if chosen else theme.PAPER, 255)
            ink, soft = (theme.TEXT, theme.TEXT_SECOND) if chosen else (theme.INK, theme.INK_SOFT)
            wide = canvas.text(canvas.say(code), (row.left + 14, row.top + 9), theme.SIZE_HEAD, ink, "semibold")
            canvas.text(canvas.beside(code), (row.left + 22 + wide, row.top + 13), theme.SIZE_BUTTON, soft)
            canvas.spot(row, press=press)


def draw_dimmed(canvas: Canvas) -> None:
    """Darken all that is drawn so far and make it untouchable."""
    veil = pygame.Surface(canvas.surface.get_size(), pygame.SRCALPHA)
    veil.fill((*theme.TABLE, DIM))
    canvas.surface.blit(veil, (0, 0))
    canvas.spot(canvas.area)


def draw_pause(canvas: Canvas, choices: Choices) -> None:
    """The menu of Esc."""
    draw_dimmed(canvas)
    area = Area(0, 0, WIDTH, 78 + ROW * len(choices.rows))
    area.center = canvas.area.center
    canvas.panel(area, theme.PAPER_LIGHT, 255, theme.LINE)
    canvas.text(canvas.say("ui.pause"), (area.left + 24, area.top + 18), theme.SIZE_TITLE, theme.INK, "semibold")
    choices.draw(canvas, Area(area.left + 18, area.top + 58, area.width - 36, 0))


def draw_help(canvas: Canvas) -> None:
    """Every key and what it does."""
    draw_dimmed(canvas)
    area = Area(0, 0, 760, 82 + HELP_ROW * len(HELP))
    area.center = canvas.area.center
    canvas.panel(area, theme.PAPER_LIGHT, 255, theme.LINE)
    canvas.text(canvas.say("ui.help"), (area.left + 28, area.top + 18), theme.SIZE_TITLE, theme.INK, "semibold")
    for number, code in enumerate(HELP):
        top = area.top + 62 + number * HELP_ROW
        keys, does = canvas.say(f"ui.help.{code}.keys"), canvas.say(f"ui.help.{code}")
        canvas.paragraph(keys, Area(area.left + 28, top, 190, 34), theme.SIZE_READ, theme.INK, "semibold")
        canvas.paragraph(does, Area(area.left + 228, top, area.width - 256, 34), theme.SIZE_READ, theme.INK)
