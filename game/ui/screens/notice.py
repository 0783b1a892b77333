"""A sentence where something went wrong: what, where the details are, and a way back. Never a traceback."""

import pygame

from game.ui import theme
from game.ui.canvas import Area, Canvas
from game.ui.hud.sheets import Choices
from game.ui.screen import Page


class Notice(Page):
    """`title` and `sentences` on a sheet; Enter goes back to the menu."""

    def __init__(self, title: str, sentences: tuple[str, ...], language: str) -> None:
        super().__init__(language)
        self.title, self.sentences = title, sentences
        self.choices = Choices((("ui.outcome.back", lambda: self.want("menu")),))

    def act(self, event: pygame.event.Event) -> None:
        """Enter or Esc goes back."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE:
            self.wish = "menu"
        self.choices.act(event)

    def paint(self, canvas: Canvas) -> None:
        """A sheet in the middle."""
        canvas.surface.fill(theme.TABLE)
        sheet = Area(0, 0, 720, 320)
        sheet.center = canvas.area.center
        canvas.panel(sheet, theme.PAPER_LIGHT, 255)
        canvas.shape("triangle", (sheet.left + 52, sheet.top + 48), 13, theme.KUNING)
        canvas.text(self.title, (sheet.left + 80, sheet.top + 33), theme.SIZE_TITLE, theme.INK, "semibold", 600)
        top = float(sheet.top + 84)
        for sentence in self.sentences:
            room = Area(sheet.left + 40, round(top), sheet.width - 80, round(sheet.bottom - 90 - top))
            top += canvas.paragraph(sentence, room, theme.SIZE_NAME, theme.INK) + 10
        self.choices.draw(canvas, Area(sheet.left + 40, sheet.bottom - 66, 300, 0))
