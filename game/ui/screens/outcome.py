"""How the exercise ended: ten honest lines, lives first, and what went on when. Force is judged, never praised."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import pygame

from game.level.schema import Level
from game.session.tally import Moment
from game.text import LANGUAGES
from game.ui import theme
from game.ui.canvas import Area, Canvas
from game.ui.ending.course import draw_course
from game.ui.ending.decisions import draw_decisions
from game.ui.ending.judgement import Facts, accounted, verdict
from game.ui.ending.lines import draw_rows, rows_of
from game.ui.screen import Page, Wish
from game.ui.wording import stopwatch

TABS: Final = ("lines", "course", "decisions")
CHOICES: Final[tuple[tuple[str, Wish], ...]] = (
    ("ui.outcome.back", "menu"),
    ("ui.outcome.brief", "play"),
    ("ui.outcome.again", "again"),
    ("ui.outcome.next", "next"),
)
EDGE, HEAD, FOOT = 16, 104, 112  # steps
INSIDE: Final = 28  # steps between the paper's edge and what is on it
WIDEST: Final = 1240  # steps
TAB: Final = (132, 32)


class Outcome(Page):
    """The end of an exercise; `facts` as a summary has them, `note` a sentence about the recording."""

    def __init__(self, level: Level, facts: Facts, course: Sequence[Moment], note: str, language: str) -> None:
        super().__init__(language)
        self.level, self.facts, self.course, self.note = level, facts, course, note
        self.tab = self.chosen = 0

    def act(self, event: pygame.event.Event) -> None:
        """Arrows and Enter choose, Tab turns the page, L changes the language, Esc goes back to the menu."""
        if event.type != pygame.KEYDOWN:
            return
        if event.key == pygame.K_ESCAPE:
            self.wish = "menu"
        elif event.key == pygame.K_TAB:
            self.tab = (self.tab + 1) % len(TABS)
        elif event.key == pygame.K_l:
            self.language = next(other for other in LANGUAGES if other != self.language)
        elif event.key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            self.wish = CHOICES[self.chosen][1]
        elif event.key in (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN):
            back = event.key in (pygame.K_LEFT, pygame.K_UP)
            self.chosen = (self.chosen + (-1 if back else 1)) % len(CHOICES)

    def paint(self, canvas: Canvas) -> None:
        """A sheet of paper on the table."""
        canvas.surface.fill(theme.TABLE)
        whole = canvas.area
        sheet = Area(0, EDGE, min(WIDEST, whole.width - 2 * EDGE), whole.height - EDGE - 42)
        sheet.centerx = whole.centerx
        canvas.panel(sheet, theme.PAPER_LIGHT, 255)
        inner = sheet.inflate(-2 * INSIDE, 0)
        self._head(canvas, inner)
        room = Area(inner.left, inner.top + HEAD, inner.width, inner.height - HEAD - FOOT)
        if TABS[self.tab] == "lines":
            draw_rows(canvas, room, rows_of(canvas, self.facts))
        elif TABS[self.tab] == "course":
            draw_course(canvas, room, self.course, self.facts, self.level.starts)
        else:
            draw_decisions(canvas, room, self.facts, self.level.starts)
        self._foot(canvas, Area(inner.left, inner.bottom - FOOT + 8, inner.width, FOOT - 8))
        foot = canvas.say("ui.foot")
        canvas.text(foot, (whole.centerx, whole.bottom - 31), theme.SIZE_READ, theme.TEXT_SECOND, align="centre")

    def _head(self, canvas: Canvas, inner: Area) -> None:
        """What was played, for how long, and the one sentence above all."""
        left, top = inner.left, inner.top + 14
        tabs = inner.right - len(TABS) * (TAB[0] + 6) + 6
        title = self.level.title.say(self.language)
        wide = canvas.text(canvas.say("ui.outcome"), (left, top), theme.SIZE_DISPLAY, theme.INK, "display")
        length = f"{title} · {stopwatch(self.facts['seconds'])}"
        canvas.text(
            length, (left + wide + 14, top + 10), theme.SIZE_READ, theme.INK_SOFT, width=tabs - left - wide - 28
        )
        for number, tab in enumerate(TABS):
            self._tab(
                canvas, Area(tabs + number * (TAB[0] + 6), top, *TAB), number, canvas.say(f"ui.outcome.tab.{tab}")
            )
        sentence = canvas.say(f"ui.outcome.{verdict(self.facts)}")
        canvas.paragraph(sentence, Area(left, top + 42, inner.width, 44), theme.SIZE_HEAD, theme.INK, "semibold")

    def _tab(self, canvas: Canvas, area: Area, number: int, said: str) -> None:
        chosen = number == self.tab
        canvas.panel(area, theme.INK if chosen else theme.PAPER, 255)
        ink = theme.TEXT if chosen else theme.INK
        canvas.text(said, (area.centerx, area.top + 8), theme.SIZE_BUTTON, ink, "semibold", TAB[0] - 8, "centre")
        canvas.spot(area, press=partial(self._open, number))

    def _open(self, tab: int) -> None:
        self.tab = tab

    def _foot(self, canvas: Canvas, area: Area) -> None:
        """Whether decisions were explained, where the recording lies, and what can be done next."""
        told = accounted(self.facts, self.language)
        said = self.note if told is None else f"{told} {self.note}"
        canvas.paragraph(said, Area(area.left, area.top, area.width, 34), theme.SIZE_BUTTON, theme.INK_SOFT)
        wide = (area.width - 8 * (len(CHOICES) - 1)) // len(CHOICES)
        for number, (code, wish) in enumerate(CHOICES):
            row = Area(area.left + number * (wide + 8), area.top + 42, wide, 46)
            chosen = number == self.chosen
            canvas.panel(row, theme.INK if chosen else theme.PAPER, 255)
            ink, soft = (theme.TEXT, theme.TEXT_SECOND) if chosen else (theme.INK, theme.INK_SOFT)
            canvas.text(canvas.say(code), (row.left + 14, row.top + 5), theme.SIZE_NAME, ink, "semibold", wide - 20)
            canvas.text(canvas.beside(code), (row.left + 14, row.top + 25), theme.SIZE_SMALL, soft, width=wide - 20)
            canvas.spot(row, press=partial(self.want, wish))
