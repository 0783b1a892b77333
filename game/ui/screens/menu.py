"""The menu: which exercise, by which chance, in which language, or quit."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

import pygame

from game.level.mistake import LevelErrors
from game.level.schema import Level
from game.text import LANGUAGES
from game.ui import theme
from game.ui.canvas import Area, Canvas
from game.ui.level_card import ROW, LevelCard
from game.ui.map_sheet import MapSheet
from game.ui.screen import Page

if TYPE_CHECKING:  # pygame_gui comes once the menu is seen
    from game.ui.seed_field import SeedField

LEFT: Final = 56  # steps
COLUMN: Final = 430
GAP: Final = 5
QUIT: Final = 46
FOOT: Final = 80
ROOMY: Final = 660  # steps high; below, the title stands smaller
TITLE: Final = {True: (52, 56, 204), False: (34, 28, 134)}  # size, top, and where the rows begin
SHEET_LEFT: Final = 508
SHEET_TOP: Final = 14


class Menu(Page):
    """Levels to choose from, in the order of their files; `chosen` counts them, and quit after them."""

    def __init__(self, levels: Sequence[Level | LevelErrors], language: str, seed: int | None = None) -> None:
        super().__init__(language)
        self.levels = list(levels)
        self.chosen = 0
        self.sheet: MapSheet | None = None
        self.field: SeedField | None = None
        self._seed = seed
        self._first = 0  # the first level shown

    @property
    def level(self) -> Level | None:
        """The chosen level, if it can be played."""
        level = self.levels[self.chosen] if self.chosen < len(self.levels) else None
        return level if isinstance(level, Level) else None

    @property
    def seed(self) -> int | None:
        """The seed asked for; None is the level's own."""
        return self._seed if self.field is None else self.field.seed

    def handle(self, event: pygame.event.Event) -> None:
        """What is typed into the field is for the field alone."""
        if self.field is None or not self.field.take(event):
            super().handle(event)

    def act(self, event: pygame.event.Event) -> None:
        """Arrows choose, Enter begins, left and right change the language, Esc quits."""
        if event.type == pygame.MOUSEWHEEL:
            self._step(-1 if event.y > 0 else 1)
        if event.type != pygame.KEYDOWN:
            return
        if event.key in (pygame.K_UP, pygame.K_DOWN):
            self._step(1 if event.key == pygame.K_DOWN else -1)
        elif event.key in (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_l):
            self._speak(next(other for other in LANGUAGES if other != self.language))
        elif event.key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            self._do()
        elif event.key == pygame.K_ESCAPE:
            self.wish = "quit"

    def _step(self, steps: int) -> None:
        self.chosen = (self.chosen + steps) % (len(self.levels) + 1)

    def _do(self) -> None:
        if self.chosen == len(self.levels):
            self.wish = "quit"
        elif self.level is not None:
            self.wish = "play"

    def _speak(self, language: str) -> None:
        self.language = language

    def _press(self, number: int) -> None:
        self.chosen = number
        self._do()

    def paint(self, canvas: Canvas) -> None:
        """The table, the sheet on it, the words at the left."""
        canvas.surface.fill(theme.TABLE)
        if self.sheet is not None:
            self.sheet.draw(canvas.surface, (canvas.px(SHEET_LEFT), canvas.px(SHEET_TOP)))
        size, top, rows = TITLE[canvas.area.height >= ROOMY]
        self._paint_title(canvas, size, top)
        self._paint_rows(canvas, rows)
        self._paint_foot(canvas)

    def _paint_title(self, canvas: Canvas, size: int, top: int) -> None:
        below = top + size + 16
        canvas.text("SISPAMKOTA", (LEFT + 8, top), size, theme.TEXT, "display")
        canvas.text(
            canvas.say("ui.menu.subtitle"), (LEFT + 10, below), theme.SIZE_HEAD, theme.TEXT_SECOND, width=COLUMN
        )
        other = canvas.beside("ui.menu.subtitle")
        canvas.text(other, (LEFT + 10, below + 24), theme.SIZE_READ, theme.TEXT_THIRD, width=COLUMN)

    def _paint_rows(self, canvas: Canvas, top: int) -> None:
        room = canvas.area.height - FOOT - QUIT - 2 * GAP - top
        beside = ROW + GAP if len(self.levels) > 1 else 0  # another level stays in sight
        tall = max((self._card(n, room - beside).height(canvas) for n in range(len(self.levels))), default=0)
        shown = max(1, 1 + (room - tall) // (ROW + GAP))
        self._first = min(max(self._first, self.chosen - shown + 1), self.chosen, max(0, len(self.levels) - shown))
        for number in range(self._first, min(self._first + shown, len(self.levels))):
            top += self._paint_level(canvas, number, top, room - beside) + GAP
        if not self.levels:
            canvas.text(canvas.say("ui.menu.none"), (LEFT + 10, top), theme.SIZE_HEAD, theme.TEXT)
            top += ROW
        self._paint_quit(canvas, top)

    def _paint_level(self, canvas: Canvas, number: int, top: int, room: int) -> int:
        """One level; gives its height."""
        card = self._card(number, room)
        area = Area(LEFT, top, COLUMN, card.height(canvas))
        canvas.spot(area, press=lambda: self._press(number))
        card.draw(canvas, area, self.field)
        return area.height

    def _card(self, number: int, room: int) -> LevelCard:
        return LevelCard(self.levels[number], self.language, COLUMN, room, number == self.chosen)

    def _paint_quit(self, canvas: Canvas, top: int) -> None:
        row, chosen = Area(LEFT, top, COLUMN, QUIT), self.chosen == len(self.levels)
        if chosen:
            canvas.panel(row, theme.PAPER_LIGHT, 255)
        ink, soft = (theme.INK, theme.INK_SOFT) if chosen else (theme.TEXT, theme.TEXT_SECOND)
        canvas.icon("log-out", (row.left + 28, row.centery), 20, ink)
        wide = canvas.text(canvas.say("ui.menu.quit"), (row.left + 56, row.top + 11), 17, ink, "semibold")
        canvas.text(canvas.beside("ui.menu.quit"), (row.left + 64 + wide, row.top + 16), theme.SIZE_BUTTON, soft)
        canvas.spot(row, press=lambda: self._press(len(self.levels)))

    def _paint_foot(self, canvas: Canvas) -> None:
        foot, right = canvas.area.bottom - FOOT, canvas.area.right - 64
        canvas.line((64, foot), (right, foot))
        for number, language in enumerate(LANGUAGES):
            chosen = language == self.language
            area = Area(64 + number * 58, foot + 18, 56, 32)
            canvas.panel(area, theme.PAPER_LIGHT if chosen else theme.INSET, 255)
            ink = theme.INK if chosen else theme.TEXT_SECOND
            canvas.text(
                language.upper(), (area.centerx, area.top + 7), theme.SIZE_NAME, ink, "semibold", align="centre"
            )
            canvas.spot(area, press=partial(self._speak, language))
        wide = canvas.text(canvas.say("ui.foot"), (right, foot + 16), theme.SIZE_READ, theme.TEXT_SECOND, align="right")
        canvas.text(canvas.beside("ui.foot"), (right, foot + 36), theme.SIZE_BUTTON, theme.TEXT_THIRD, align="right")
        keys = Area(200, foot + 18, right - round(wide) - 224, 36)
        canvas.paragraph(canvas.say("ui.menu.keys"), keys, theme.SIZE_BUTTON, theme.TEXT_THIRD)
