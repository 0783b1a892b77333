"""The briefing (APP): the day and the crowd, the task and its limits, who does what when, and who stands where."""

from collections.abc import Callable
from functools import partial
from typing import Final

import pygame

from game.session.session import Session
from game.text import LANGUAGES
from game.ui import theme
from game.ui.briefing import papers
from game.ui.briefing.matrix_sheet import draw_matrix
from game.ui.briefing.placing import Placing
from game.ui.briefing.placing_map import PlacingMap
from game.ui.briefing.roster import draw_roster
from game.ui.briefing.routes import routes
from game.ui.briefing.sections import draw_paper
from game.ui.briefing.situation_marks import draw_situation
from game.ui.canvas import Area, Canvas
from game.ui.screen import Page
from game.ui.wording import reason_in_words

TABS: Final = ("situation", "task", "matrix", "placing")
HEAD, FOOT, EDGE, GAP = 56, 62, 14, 10  # steps
TAB: Final = (148, 34)
SMALL_TAB: Final = (118, 34)
WIDE: Final = 1180  # steps from which there is room for wide tabs
READ: Final = 0.40  # of the width: the paper beside the map
ROSTER: Final = 318  # steps
BUTTONS: Final = (128, 176)  # steps wide: back, begin


class Briefing(Page):
    """Before the first tick of `session`; placing goes to it as orders of `seat`."""

    def __init__(self, session: Session, seat: str, language: str) -> None:
        super().__init__(language)
        self.level = session.level
        self.placing = Placing(session, seat)
        self.map = PlacingMap(session.level.place)
        self.routes = routes(session.level)
        self.tab = 0

    def act(self, event: pygame.event.Event) -> None:
        """Tab turns the page, Enter begins, Esc goes back; arrows and PgUp, PgDn, Space place units."""
        if event.type == pygame.KEYDOWN and (does := self._keys(event).get(event.key)):
            does()
        elif event.type == pygame.KEYDOWN and TABS[self.tab] == "placing":
            self._place(event.key)

    def _keys(self, event: pygame.event.Event) -> dict[int, Callable[[], None]]:
        back = bool(event.mod & pygame.KMOD_SHIFT)
        return {
            pygame.K_RETURN: self._begin,
            pygame.K_KP_ENTER: self._begin,
            pygame.K_ESCAPE: lambda: self.want("menu"),
            pygame.K_TAB: lambda: self._turn(-1 if back else 1),
            pygame.K_RIGHT: lambda: self._turn(1),
            pygame.K_LEFT: lambda: self._turn(-1),
            pygame.K_l: self._speak,
        }

    def _place(self, key: int) -> None:
        """Keys of the page on which units are placed."""
        placing = self.placing
        does: dict[int, Callable[[], None]] = {
            pygame.K_UP: lambda: placing.step(-1),
            pygame.K_DOWN: lambda: placing.step(1),
            pygame.K_PAGEUP: lambda: placing.step_zone(-1),
            pygame.K_PAGEDOWN: lambda: placing.step_zone(1),
            pygame.K_SPACE: placing.toggle,
        }
        if key in does:
            does[key]()

    def _begin(self) -> None:
        self.wish = "play"

    def _turn(self, steps: int) -> None:
        self.tab = (self.tab + steps) % len(TABS)

    def _open(self, tab: int) -> None:
        self.tab = tab

    def _speak(self) -> None:
        self.language = next(other for other in LANGUAGES if other != self.language)

    def paint(self, canvas: Canvas) -> None:
        """Heads and tabs above, one page of the briefing, what can be done below."""
        canvas.surface.fill(theme.TABLE)
        whole = canvas.area
        body = Area(EDGE, HEAD, whole.width - 2 * EDGE, whole.height - HEAD - FOOT)
        self._head(canvas)
        {
            "situation": self._situation,
            "task": self._task,
            "matrix": self._matrix,
            "placing": self._placing,
        }[TABS[self.tab]](canvas, body)
        self._foot(canvas)

    def _head(self, canvas: Canvas) -> None:
        right, size = canvas.area.right - EDGE, TAB if canvas.area.width >= WIDE else SMALL_TAB
        left = right - len(TABS) * (size[0] + 6) + 6
        title, room = self.level.title.say(self.language), left - EDGE - 16
        heading = theme.SIZE_TITLE if canvas.width(title, theme.SIZE_TITLE, "semibold") <= room else theme.SIZE_HEAD
        canvas.text(title, (EDGE + 4, 6), heading, theme.TEXT, "semibold", room)
        under = f"{canvas.say('ui.briefing')} · {self.level.place.title.say(self.language)}"
        canvas.text(under, (EDGE + 4, 33), theme.SIZE_BUTTON, theme.TEXT_SECOND, width=room)
        for number, tab in enumerate(TABS):
            area = Area(left + number * (size[0] + 6), 11, *size)
            chosen = number == self.tab
            canvas.panel(area, theme.PAPER_LIGHT if chosen else theme.INSET, 255)
            ink = theme.INK if chosen else theme.TEXT_SECOND
            said = f"{number + 1} {canvas.say(f'ui.briefing.tab.{tab}')}"
            canvas.text(said, (area.centerx, area.top + 9), theme.SIZE_BUTTON, ink, "semibold", size[0], "centre")
            canvas.spot(area, press=partial(self._open, number))

    def _situation(self, canvas: Canvas, body: Area) -> None:
        paper = Area(body.left, body.top, round(body.width * READ), body.height)
        draw_paper(canvas, paper, papers.situation(self.level, canvas))
        square = Area(paper.right + GAP, body.top, body.right - paper.right - GAP, body.height)
        draw_situation(canvas, self.level, self.routes, *self.map.draw(canvas, square, self.placing.view, None))

    def _task(self, canvas: Canvas, body: Area) -> None:
        half = (body.width - GAP) // 2
        draw_paper(canvas, Area(body.left, body.top, half, body.height), papers.task(self.level, canvas))
        right = Area(body.right - half, body.top, half, body.height)
        draw_paper(canvas, right, papers.limits(self.level, canvas))

    def _matrix(self, canvas: Canvas, body: Area) -> None:
        labels: dict[str, list[str]] = {}
        for unit in self.placing.view.units:
            labels.setdefault(unit.agency, []).append(unit.label)
        draw_matrix(canvas, body, self.level, labels)

    def _placing(self, canvas: Canvas, body: Area) -> None:
        roster = Area(body.right - ROSTER, body.top, ROSTER, body.height)
        square = Area(body.left, body.top, roster.left - GAP - body.left, body.height)
        self.map.draw(canvas, square, self.placing.view, self.placing)
        draw_roster(canvas, roster, self.placing)

    def _foot(self, canvas: Canvas) -> None:
        top, right = canvas.area.bottom - FOOT + 10, canvas.area.right - EDGE
        begin = Area(right - BUTTONS[1], top, BUTTONS[1], 42)
        back = Area(begin.left - BUTTONS[0] - 8, top, BUTTONS[0], 42)
        self._button(canvas, begin, "ui.briefing.begin", "Enter", True, self._begin)
        self._button(canvas, back, "ui.briefing.back", "Esc", False, lambda: self.want("menu"))
        room = back.left - EDGE - 20
        refusal = self.placing.refusal
        if refusal is not None and TABS[self.tab] == "placing":
            canvas.shape("triangle", (EDGE + 14, top + 12), 9, theme.KUNING)
            said, left = reason_in_words(refusal, self.language), EDGE + 32
        else:
            said, left = canvas.say("ui.placing.keys" if TABS[self.tab] == "placing" else "ui.foot"), EDGE + 4
        canvas.text(said, (left, top + 2), theme.SIZE_READ, theme.TEXT, width=room - left)
        keys = canvas.say("ui.briefing.keys")
        canvas.text(keys, (EDGE + 4, top + 24), theme.SIZE_BUTTON, theme.TEXT_THIRD, width=room)

    def _button(self, canvas: Canvas, area: Area, code: str, key: str, first: bool, press: Callable[[], None]) -> None:
        canvas.panel(area, theme.PAPER_LIGHT if first else theme.INSET, 255)
        ink, soft = (theme.INK, theme.INK_SOFT) if first else (theme.TEXT, theme.TEXT_SECOND)
        wide = canvas.text(canvas.say(code), (area.left + 16, area.top + 10), theme.SIZE_HEAD, ink, "semibold")
        canvas.text(key, (area.left + 24 + wide, area.top + 14), theme.SIZE_BUTTON, soft)
        canvas.spot(area, press=press)
