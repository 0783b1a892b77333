"""The slip that asks "why now?" after each change of the flag and each use of force; it can be left unanswered."""

from functools import partial
from typing import Final, get_args

import pygame

from game.rules.commands.account import Account, Why
from game.session.view import View
from game.ui import theme
from game.ui.canvas import Area, Canvas, Tip
from game.ui.desk import Desk
from game.ui.hud.layout import Layout
from game.ui.hud.slips import GAP, PADDING, asked_in, draw_closer, draw_paper
from game.ui.text_field import ENTER, Kind, TextField
from game.ui.wording import clock, event_in_words
from game.world.events import Event
from game.world.world import TICK

FLAGS: Final = ("flag_raised", "flag_lowered")
FORCE: Final = "force_used"
ONE_USE: Final = 30.0  # s within which force with the same tool is one use; guess
WAITS: Final = 60.0  # s for which it asks; guess
CHOICES: Final[tuple[Why, ...]] = get_args(Why)
NOTE: Final = Kind(400, weight="regular", size=theme.SIZE_READ)  # characters; Account
ROW: Final = 24
FIELD: Final = 28
HEAD: Final = 30
LINE: Final = 17


class Rationale:
    """At most one question at a time, the newest; a choice with Ctrl and its number, or one's own words."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.field = TextField(NOTE)
        self.asked: Event | None = None  # the event it asks about
        self._used: dict[str, int] = {}  # tool → tick at which it was last used

    @property
    def focused(self) -> bool:
        """Whether keys go into the words."""
        return self.asked is not None and self.field.focused

    def hear(self, view: View) -> None:
        """Ask about the newest of what the seat has to account for; give up after a while."""
        for event in view.events:
            if self._is_new(event, view):
                self._ask(event)
        typing = self.field.focused or self.field.text
        if self.asked is not None and not typing and view.seconds - self.asked.tick * TICK > WAITS:
            self.close()

    def act(self, event: pygame.event.Event, _view: View) -> bool:
        """Take one event; False if it is for others."""
        if self.asked is None:
            return False
        if self.field.take(event):
            return True
        if event.type != pygame.KEYDOWN:
            return False
        number = event.key - pygame.K_1
        if event.mod & pygame.KMOD_CTRL and 0 <= number < len(CHOICES):
            self.answer(CHOICES[number])
        elif event.key in ENTER and self.field.focused:
            self.answer("other")
        else:
            return False
        return True

    def area(self, view: View, canvas: Canvas, layout: Layout) -> Area | None:
        """Where it lies; None while there is nothing to ask."""
        if self.asked is None:
            return None
        told = self._told(view, canvas, asked_in(layout, 0).width - 2 * PADDING)
        return asked_in(layout, HEAD + told + GAP + ROW * len(CHOICES) + GAP + FIELD + PADDING)

    def answer(self, why: Why) -> None:
        """Say why, with what is typed."""
        assert self.asked is not None
        self.desk.give(Account(event=self.asked.id, why=why, note=self.field.text.strip()))
        self.close()

    def close(self) -> None:
        """Leave it unanswered."""
        self.asked = None
        self.field.focus(False)
        self.field.write("")

    def draw(self, view: View, canvas: Canvas, layout: Layout) -> Area | None:
        """Draw it if there is something to ask; gives where."""
        area = self.area(view, canvas, layout)
        if area is None:
            return None
        draw_paper(canvas, area)
        canvas.icon("scale", (area.left + 20, area.top + 16), 16, theme.ORDER_BLUE)
        title = canvas.say("ui.rationale")
        wide = canvas.text(title, (area.left + 34, area.top + 6), theme.SIZE_NAME, theme.INK, "semibold")
        keys = f"Ctrl 1–{len(CHOICES)}"
        canvas.text(keys, (area.left + 42 + wide, area.top + 8), theme.SIZE_SMALL, theme.INK_SOFT)
        draw_closer(canvas, area, self.close)
        row = Area(area.left + PADDING, area.top + HEAD, area.width - 2 * PADDING, 0)
        row.height = self._told(view, canvas, row.width)
        canvas.paragraph(self._about(view, canvas), row, theme.SIZE_BUTTON, theme.INK_SOFT)
        for number, why in enumerate(CHOICES):
            where = Area(row.left, row.bottom + GAP + ROW * number, row.width, ROW - 2)
            _choice(canvas, where, number + 1, why)
            tip = Tip(canvas.say(f"why.{why}"), (("keyboard", f"Ctrl + {number + 1}"),))
            canvas.spot(where, tip, partial(self.answer, why))
        field = Area(row.left, area.bottom - PADDING - FIELD, row.width, FIELD)
        self.field.draw(canvas, field, canvas.say("ui.rationale.note"), Tip(canvas.say("ui.rationale.words")))
        return area

    def _about(self, view: View, canvas: Canvas) -> str:
        """When it was, and what."""
        if self.asked is None:
            return ""
        when = clock(view.clock - view.seconds + self.asked.tick * TICK)
        return f"{when} {event_in_words(self.asked, canvas.language) or ''}"

    def _told(self, view: View, canvas: Canvas, width: int) -> int:
        """Steps of height that this needs."""
        return LINE * len(canvas.lines(self._about(view, canvas), theme.SIZE_BUTTON, width))

    def _ask(self, event: Event) -> None:
        self.close()
        self.asked = event

    def _is_new(self, event: Event, view: View) -> bool:
        """Whether the seat has to account for `event` and was not asked about the same use before."""
        if event.word in FLAGS:
            return event.actor == self.desk.seat
        if event.word != FORCE or event.actor not in [unit.name for unit in view.units if unit.mine]:
            return False
        tool: str = getattr(event, "tool", "")
        before = self._used.get(tool)
        self._used[tool] = event.tick
        return before is None or (event.tick - before) * TICK > ONE_USE


def _choice(canvas: Canvas, area: Area, number: int, why: Why) -> None:
    """One reason to choose."""
    canvas.panel(area, theme.PAPER, 255, theme.LINE)
    at = (area.left + 10, area.top + 4)
    canvas.text(str(number), at, theme.SIZE_SMALL, theme.INK_SOFT, "semibold", align="centre")
    at, room = (area.left + 22, area.top + 3), area.width - 26
    canvas.text(canvas.say(f"why.{why}"), at, theme.SIZE_BUTTON, theme.INK, "semibold", room)
