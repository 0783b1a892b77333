"""The menu: which exercise, which language, or quit."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

import pygame

from game.level.mistake import LevelErrors, Mistake
from game.level.schema import Level
from game.text import LANGUAGES
from game.ui import theme
from game.ui.canvas import LINE_HEIGHT, Area, Canvas
from game.ui.map_sheet import MapSheet
from game.ui.screen import Page

LEFT: Final = 56  # steps
COLUMN: Final = 430
BRIEF_WIDTH: Final = COLUMN - 74
TOP: Final = 204
ROW: Final = 58
BRIEF: Final = 200  # steps more for the brief of the chosen level, at the most
GAP: Final = 5
SHEET_LEFT: Final = 508
SHEET_TOP: Final = 14
TITLE: Final = 52


class Menu(Page):
    """Levels to choose from, in the order of their files; `chosen` counts them, and quit after them."""

    def __init__(self, levels: Sequence[Level | LevelErrors], language: str) -> None:
        super().__init__(language)
        self.levels = list(levels)
        self.chosen = 0
        self.sheet: MapSheet | None = None
        self._first = 0  # the first level shown

    @property
    def level(self) -> Level | None:
        """The chosen level, if it can be played."""
        level = self.levels[self.chosen] if self.chosen < len(self.levels) else None
        return level if isinstance(level, Level) else None

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
        self._paint_title(canvas)
        self._paint_rows(canvas)
        self._paint_foot(canvas)

    def _paint_title(self, canvas: Canvas) -> None:
        canvas.text("SISPAMKOTA", (LEFT + 8, 56), TITLE, theme.TEXT, "display")
        canvas.text(canvas.say("ui.menu.subtitle"), (LEFT + 10, 124), theme.SIZE_HEAD, theme.TEXT_SECOND, width=COLUMN)
        canvas.text(
            canvas.beside("ui.menu.subtitle"), (LEFT + 10, 148), theme.SIZE_READ, theme.TEXT_THIRD, width=COLUMN
        )

    def _paint_rows(self, canvas: Canvas) -> None:
        shown = max(1, (canvas.area.height - TOP - 150 - BRIEF) // (ROW + GAP))
        self._first = min(max(self._first, self.chosen - shown + 1), self.chosen, max(0, len(self.levels) - shown))
        top = TOP
        for number in range(self._first, min(self._first + shown, len(self.levels))):
            top += self._paint_level(canvas, number, top) + GAP
        if not self.levels:
            canvas.text(canvas.say("ui.menu.none"), (LEFT + 10, top), theme.SIZE_HEAD, theme.TEXT)
            top += ROW
        self._paint_quit(canvas, top)

    def _paint_level(self, canvas: Canvas, number: int, top: int) -> int:
        """One level; gives its height."""
        level, chosen = self.levels[number], number == self.chosen
        row = Area(LEFT, top, COLUMN, ROW + (self._brief_height(canvas, level) if chosen else 0))
        ink, soft = self._paint_row(canvas, row, chosen)
        if isinstance(level, LevelErrors):
            self._paint_errors(canvas, level, row, chosen)
        else:
            other = level.title.say("en" if self.language == "id" else "id")
            title = level.title.say(self.language)
            canvas.icon("map", (row.left + 28, row.top + 29), 22, ink)
            canvas.text(title, (row.left + 56, row.top + 9), 17, ink, "semibold", COLUMN - 70)
            canvas.text(other, (row.left + 56, row.top + 33), theme.SIZE_BUTTON, soft, width=COLUMN - 70)
            if chosen:
                brief = Area(row.left + 56, row.top + ROW, BRIEF_WIDTH, row.height - ROW - 8)
                canvas.paragraph(
                    _first_lines(canvas, level.brief.say(self.language), brief), brief, theme.SIZE_READ, ink
                )
        canvas.spot(row, press=lambda: self._press(number))
        return row.height

    def _brief_height(self, canvas: Canvas, level: Level | LevelErrors) -> int:
        """Steps that the chosen level needs for its brief or its first mistake."""
        if isinstance(level, LevelErrors):
            told = _first_mistake(level).tell(self.language)
        else:
            told = level.brief.say(self.language)
        lines = canvas.lines(told, theme.SIZE_READ, BRIEF_WIDTH)
        return min(BRIEF, round(len(lines) * theme.SIZE_READ * LINE_HEIGHT) + 12)

    def _paint_errors(self, canvas: Canvas, errors: LevelErrors, row: Area, chosen: bool) -> None:
        """What is wrong: how many mistakes, and the first."""
        ink, soft = (theme.INK, theme.INK_SOFT) if chosen else (theme.TEXT, theme.TEXT_SECOND)
        first = _first_mistake(errors)
        canvas.shape("triangle", (row.left + 28, row.top + 28), 10, theme.KUNING)
        said = canvas.say("ui.menu.broken", count=len(errors.mistakes))
        canvas.text(said, (row.left + 56, row.top + 9), 17, ink, "semibold", COLUMN - 70)
        where = Area(row.left + 56, row.top + 33, BRIEF_WIDTH, row.height - 38)
        canvas.paragraph(_first_lines(canvas, first.tell(self.language), where), where, theme.SIZE_BUTTON, soft)

    def _paint_quit(self, canvas: Canvas, top: int) -> None:
        row, chosen = Area(LEFT, top, COLUMN, 46), self.chosen == len(self.levels)
        ink, soft = self._paint_row(canvas, row, chosen)
        canvas.icon("log-out", (row.left + 28, row.centery), 20, ink)
        wide = canvas.text(canvas.say("ui.menu.quit"), (row.left + 56, row.top + 11), 17, ink, "semibold")
        canvas.text(canvas.beside("ui.menu.quit"), (row.left + 64 + wide, row.top + 16), theme.SIZE_BUTTON, soft)
        canvas.spot(row, press=lambda: self._press(len(self.levels)))

    def _paint_row(self, canvas: Canvas, row: Area, chosen: bool) -> tuple[theme.Colour, theme.Colour]:
        """The ground of a row; gives the colours of its words: chosen is paper, here as everywhere."""
        if chosen:
            canvas.panel(row, theme.PAPER_LIGHT, 255)
        return (theme.INK, theme.INK_SOFT) if chosen else (theme.TEXT, theme.TEXT_SECOND)

    def _paint_foot(self, canvas: Canvas) -> None:
        foot, right = canvas.area.bottom - 80, canvas.area.right - 64
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
        canvas.text(canvas.say("ui.menu.keys"), (200, foot + 24), theme.SIZE_BUTTON, theme.TEXT_THIRD)
        canvas.text(canvas.say("ui.foot"), (right, foot + 16), theme.SIZE_READ, theme.TEXT_SECOND, align="right")
        canvas.text(canvas.beside("ui.foot"), (right, foot + 36), theme.SIZE_BUTTON, theme.TEXT_THIRD, align="right")


def _first_mistake(errors: LevelErrors) -> Mistake:
    """The first one, with its file's name alone: the menu shows one folder."""
    first = errors.mistakes[0]
    return replace(first, file=Path(first.file).name)


def _first_lines(canvas: Canvas, text: str, area: Area) -> str:
    """As much of `text` as `area` holds, at the size of reading, with … if there is more."""
    lines = canvas.lines(text, theme.SIZE_READ, area.width)
    room = max(1, int((area.height + 1) / (theme.SIZE_READ * LINE_HEIGHT)))
    if len(lines) <= room:
        return text
    return " ".join(" ".join(lines[:room]).split()[:-1]).rstrip(",.;:") + " …"
