"""The conversation with the coordinator: where it stands, what came of it so far, and what can be said next."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

import pygame

from game.level.schema import Level
from game.session.dealings import TalksView
from game.session.view import UnitView, View
from game.ui import theme
from game.ui.canvas import Area, Canvas, Tip
from game.ui.desk import Desk
from game.ui.giving import MINUTES, Giving
from game.ui.hud.layout import EDGE, Layout
from game.ui.hud.slips import BUTTON, CHIP, GAP, PADDING, Chip, draw_button, draw_chips, draw_closer, draw_paper
from game.ui.hud.talks_told import Line, lines_of
from game.ui.wording import offer_in_words, reason_in_words
from game.world.world import Command

ASKING: Final = "negotiate"  # how the desk asks for this panel
WIDTH: Final = 312  # steps
HEAD: Final = 52
LINE: Final = 17
STEPPER: Final = 24
CONTROLS: Final = CHIP + 2 * (STEPPER + GAP) + 3 * (BUTTON + GAP) + PADDING
TURNS: Final = {  # with Alt
    pygame.K_1: "listen",
    pygame.K_2: "explain",
    pygame.K_3: "offer",
    pygame.K_4: "promise",
    pygame.K_5: "escort",
}


class TalksPanel:
    """Open while the desk asks for it and somebody selected can talk with a coordinator."""

    def __init__(self, desk: Desk, level: Level) -> None:
        self.desk, self.zones = desk, tuple(level.place.ground.zones)
        self.giving = Giving()

    def act(self, event: pygame.event.Event, view: View) -> bool:
        """Take one event; False if it is for others. Alt with a number says it, with an arrow chooses what of."""
        unit = self._unit(view)
        if event.type != pygame.KEYDOWN or unit is None or view.talks is None:
            return False
        if event.key == pygame.K_ESCAPE:
            self.close()
            return True
        if event.mod & pygame.KMOD_ALT and event.key in TURNS:
            self.desk.give(self._order(TURNS[event.key], unit, view, bool(event.mod & pygame.KMOD_SHIFT)))
            return True
        return bool(event.mod & pygame.KMOD_ALT) and self._choose(event.key, view, view.talks)

    def close(self) -> None:
        """Put it away."""
        self.desk.asking = ""

    def draw(self, view: View, canvas: Canvas, layout: Layout) -> Area | None:
        """Draw it if it is open; gives where."""
        unit, talks = self._unit(view), view.talks
        if unit is None or talks is None:
            return None
        lines = _fitting(canvas, lines_of(canvas, view, talks), layout)
        told = sum(_height(canvas, line) for line in lines)
        area = Area(layout.card.right + EDGE, 0, WIDTH, HEAD + told + GAP + CONTROLS)
        area.bottom = layout.ribbon.top - EDGE
        draw_paper(canvas, area)
        self._head(canvas, view, talks, unit, area)
        top = area.top + HEAD
        for shape, colour, text in lines:
            canvas.shape(shape, (area.left + PADDING + 5, top + 8), 5, colour)
            height = _height(canvas, (shape, colour, text))
            canvas.paragraph(text, Area(area.left + 28, top, WIDTH - 40, height), theme.SIZE_BUTTON, theme.INK)
            top += height
        self._controls(canvas, view, talks, unit, Area(area.left + PADDING, top + GAP, WIDTH - 2 * PADDING, CONTROLS))
        return area

    def _unit(self, view: View) -> UnitView | None:
        """Who would talk."""
        if self.desk.asking != ASKING:
            return None
        return next((unit for unit in self.desk.units(view) if "negotiate" in unit.orders), None)

    def _choose(self, key: int, view: View, talks: TalksView) -> bool:
        """What is to be given: up and down another thing, left and right how much, page up and down until when."""
        if key in (pygame.K_UP, pygame.K_DOWN):
            self.giving.next_what(view, talks, 1 if key == pygame.K_DOWN else -1)
        elif key in (pygame.K_LEFT, pygame.K_RIGHT):
            self.giving.turn(view, talks, 1 if key == pygame.K_RIGHT else -1)
        elif key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            self.giving.later(1 if key == pygame.K_PAGEUP else -1)
        else:
            return False
        return True

    def _head(self, canvas: Canvas, view: View, talks: TalksView, unit: UnitView, area: Area) -> None:
        """Who talks, how it stands, and where the coordinator is."""
        canvas.icon("message-circle", (area.left + 20, area.top + 17), 17, theme.ORDER_BLUE)
        title = canvas.say("ui.talks.title", unit=unit.label)
        wide = canvas.text(title, (area.left + 34, area.top + 7), theme.SIZE_NAME, theme.INK, "semibold")
        standing = Chip(canvas.say(f"ui.talks.{talks.standing}"), on=True)
        draw_chips(canvas, Area(area.left + 42 + round(wide), area.top + 5, 200, CHIP), [standing])
        x, y = view.position[talks.korlap].tolist()
        where = Area(area.left + PADDING, area.top + 29, WIDTH - 2 * PADDING, LINE)
        canvas.text(canvas.say("ui.talks.korlap"), where.topleft, theme.SIZE_BUTTON, theme.ORDER_BLUE, "semibold")
        canvas.spot(where, Tip(canvas.say("ui.log.jump")), lambda: self.desk.camera.look_at((x, y)))
        draw_closer(canvas, area, self.close)

    def _controls(self, canvas: Canvas, view: View, talks: TalksView, unit: UnitView, area: Area) -> None:
        """What could be given, how much of it, until when; and what can be said."""
        giving = self.giving
        what, to = giving.what(view, talks), giving.to(view, talks)
        draw_chips(canvas, area, [
            Chip(canvas.say(f"ui.talks.what.{each}"), each == what, partial(giving.choose, each))
            for each in giving.whats(view, talks)
        ])  # fmt: skip
        row = Area(area.left, area.top + CHIP + GAP, area.width, STEPPER)
        _stepper(canvas, row, offer_in_words(what, to, canvas.language), partial(giving.turn, view, talks))
        row = row.move(0, STEPPER + GAP)
        if what != "time":
            _stepper(canvas, row, canvas.say("ui.talks.within", minutes=MINUTES[giving.within]), giving.later)
        half, step = (area.width - GAP) // 2, BUTTON + GAP
        for number, (key, turn) in enumerate(TURNS.items()):
            where = Area(area.left + number % 2 * (half + GAP), row.bottom + GAP + number // 2 * step, half, BUTTON)
            self._button(canvas, where, key, turn, self._order(turn, unit, view, queue=False))

    def _button(self, canvas: Canvas, area: Area, key: int, turn: str, order: Command) -> None:
        why = self.desk.why_not(order)
        refusal = (("ban", reason_in_words(why, canvas.language)),) if why else ()
        about = ("info", canvas.say(f"ui.talks.about.{turn}"))
        name = canvas.say(f"ui.talks.{turn}")
        tip = Tip(name, (*refusal, about, ("keyboard", f"Alt + {pygame.key.name(key)}")), why is None)
        draw_button(canvas, area, name, f"Alt {pygame.key.name(key)}", tip, partial(self.desk.give_one, order))

    def _order(self, turn: str, unit: UnitView, view: View, queue: bool) -> Command:
        """The order that comes of pressing `turn`."""
        assert view.talks is not None
        if turn == "escort":
            room = next(iter((*view.talks.rooms, *self.zones)))
            return Command.read({"escort": {"unit": unit.name, "to": room, "queue": queue}})
        fields: dict[str, Any] = self.giving.fields(view, view.talks) if turn in ("offer", "promise") else {}
        return Command.read({"negotiate": {"unit": unit.name, "say": {turn: fields}, "queue": queue}})


def _fitting(canvas: Canvas, lines: list[Line], layout: Layout) -> list[Line]:
    """The latest of `lines` that leave the panel room under the bar."""
    room = layout.ribbon.top - layout.bar.bottom - 2 * EDGE - HEAD - GAP - CONTROLS
    while sum(_height(canvas, line) for line in lines) > room:
        lines = lines[1:]
    return lines


def _height(canvas: Canvas, line: Line) -> int:
    return LINE * len(canvas.lines(line[2], theme.SIZE_BUTTON, WIDTH - 40)) + 2


def _stepper(canvas: Canvas, area: Area, text: str, turn: Callable[[int], None]) -> None:
    """A value between two buttons that turn it."""
    left, right = Area(area.left, area.top, 26, STEPPER), Area(area.right - 26, area.top, 26, STEPPER)
    for sign, side, steps in (("‹", left, -1), ("›", right, 1)):
        canvas.panel(side, theme.PAPER, 255, theme.LINE)
        canvas.text(sign, (side.centerx, side.top + 1), theme.SIZE_HEAD, theme.INK, "semibold", align="centre")
        canvas.spot(side, press=partial(turn, steps))
    middle = (area.centerx, area.top + 4)
    canvas.text(text, middle, theme.SIZE_BUTTON, theme.INK, "semibold", area.width - 60, "centre")
