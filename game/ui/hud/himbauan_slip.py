"""The slip on which a himbauan is worded before it is said: the standard words, or one's own."""

from typing import Final

import numpy as np
import pygame

from game.level.schema import Level
from game.rules.commands.warn import MOST
from game.rules.himbauan import REQUIRED, Content, Tool, content_in
from game.session.view import UnitView, View
from game.text import say
from game.ui import theme
from game.ui.canvas import Area, Canvas, Tip
from game.ui.desk import Desk
from game.ui.hud.layout import Layout
from game.ui.hud.slips import (
    BUTTON,
    GAP,
    PADDING,
    Chip,
    chips_height,
    draw_button,
    draw_chips,
    draw_closer,
    draw_paper,
    said_in,
)
from game.ui.offers import WARN_KEYS, key_name
from game.ui.text_field import ENTER, Kind, TextField
from game.ui.wording import reason_in_words
from game.world.quantities import Text
from game.world.reason import Reason
from game.world.world import Command

WORDS: Final = Kind(MOST, many_lines=True, weight="regular", size=theme.SIZE_READ)
FIELD: Final = 92  # steps high: four lines, as long as the third is in a small window
SEND: Final = 152  # steps wide
TOOLS: Final[tuple[Tool, ...]] = ("push", "spray", "arrest")  # from the mildest
ASKING: Final = "warn."  # how the desk asks for this slip, with the level behind


class HimbauanSlip:
    """Open while the desk asks for a himbauan and somebody selected has a loudhailer."""

    def __init__(self, desk: Desk, level: Level) -> None:
        self.desk, self.place, self.agencies = desk, level.place, level.district.agencies
        self.field = TextField(WORDS)
        self.tools: list[Tool] = [TOOLS[0]]  # that the third names
        self._written = ""  # the standard wording put into the field last
        self._for = ""  # what the desk asked for then

    @property
    def level(self) -> int:
        """Which himbauan the desk asks for, 0 for none."""
        return int(self.desk.asking.removeprefix(ASKING)) if self.desk.asking.startswith(ASKING) else 0

    @property
    def focused(self) -> bool:
        """Whether keys go into the words."""
        return self.level > 0 and self.field.focused

    @property
    def edited(self) -> bool:
        """Whether the words are one's own."""
        return self.field.text != self._written

    @property
    def content(self) -> Content:
        """What the words say."""
        return content_in(self.level, self.field.text, self._ways_out())

    def act(self, event: pygame.event.Event, view: View) -> bool:
        """Take one event; False if it is for others. Enter says it, its own key says the standard words, Esc closes."""
        if not self.level or not self._speakers(view):
            return False
        if self.field.take(event):
            return True
        if event.type != pygame.KEYDOWN:
            return False
        queue = bool(event.mod & pygame.KMOD_SHIFT)
        if event.key == pygame.K_ESCAPE:
            self.close()
        elif event.key == WARN_KEYS[self.level - 1]:
            self._restore()
            self.send(view, queue)
        elif event.key in ENTER:
            self.send(view, queue)
        else:
            return False
        return True

    def close(self) -> None:
        """Put the slip away."""
        self.field.focus(False)
        self._restore()
        self.desk.asking = self._for = ""

    def send(self, view: View, queue: bool = False) -> None:
        """Say it."""
        self.desk.give(*self._orders(view, queue))
        self.close()

    def draw(self, view: View, canvas: Canvas, layout: Layout) -> Area | None:
        """Draw it if it is open; gives where."""
        if not self.level or not self._speakers(view):
            self.field.focus(False)
            return None
        self._follow(view, canvas.language)
        parts, tools = self._parts(canvas), self._tools(canvas, view)
        width = said_in(layout, 0).width - 2 * PADDING
        heights = [chips_height(canvas, width, parts), chips_height(canvas, width, tools)]
        why = next(filter(None, map(self.desk.why_not, self._orders(view, queue=False))), None)
        area = said_in(layout, 36 + FIELD + sum(heights) + BUTTON + GAP * (4 if tools else 3) + PADDING)
        draw_paper(canvas, area)
        self._head(canvas, view, area)
        at = Area(area.left + PADDING, area.top + 36, width, FIELD)
        self.field.draw(canvas, at, "", Tip(canvas.say("ui.himbauan.words")))
        for chips, height in zip((parts, tools), heights, strict=True):
            at = Area(at.left, at.bottom + GAP, width, height) if height else at
            draw_chips(canvas, at, chips)
        self._foot(canvas, view, Area(at.left, at.bottom + GAP, width, BUTTON), why)
        return area

    def _follow(self, view: View, language: str) -> None:
        """Put the standard words there, unless somebody has changed them."""
        standard = self._standard(view, language)
        if self._for != self.desk.asking or not self.edited:
            self._for, self._written = self.desk.asking, standard
            if self.field.text != standard:
                self.field.write(standard)

    def _restore(self) -> None:
        self.field.write(self._written)

    def _standard(self, view: View, language: str) -> str:
        """The standard wording as the unit that speaks would say it from where it stands."""
        unit = self._speakers(view)[0]
        tools = f" {say('ui.and', {}, language)} ".join(
            say(f"himbauan.tool.{each}", {}, language) for each in self.tools
        )
        who, way_out = self.agencies[unit.agency].say(language), self._way_out(view, unit, language)
        return say(f"himbauan.{self.level}", {"who": who, "way_out": way_out, "tool": tools}, language)

    def _way_out(self, view: View, unit: UnitView, language: str) -> str:
        """The nearest exit that is open, by its name."""
        exits = [zone for name, zone in self.place.ground.exits.items() if name not in view.scene.exits_shut]
        if not exits:
            return say("ui.himbauan.way_to_open", {}, language)
        near = min(exits, key=lambda zone: float(np.hypot(*(zone.centre - unit.centre))))
        return near.label.say(language) if near.label else near.name

    def _ways_out(self) -> list[Text]:
        return [zone.label for zone in self.place.ground.exits.values() if zone.label]

    def _speakers(self, view: View) -> list[UnitView]:
        """Those selected who have a loudhailer."""
        return [unit for unit in self.desk.units(view) if "warn" in unit.orders]

    def _orders(self, view: View, queue: bool) -> tuple[Command, ...]:
        """The order for each of them."""
        said: dict[str, object] = {"level": self.level, "queue": queue}
        if self.edited:
            said["text"] = " ".join(self.field.text.split())[:MOST]
        elif self.level == max(REQUIRED):
            said["names"] = list(self.tools)
        return tuple(Command.read({"warn": {"unit": unit.name, **said}}) for unit in self._speakers(view))

    def _parts(self, canvas: Canvas) -> list[Chip]:
        """What must be said, lit once it is."""
        said = self.content.parts
        return [
            Chip(canvas.say(f"part.{part}"), part in said, mark="tick" if part in said else "cross")
            for part in REQUIRED[self.level]
        ]

    def _tools(self, canvas: Canvas, view: View) -> list[Chip]:
        """What the third says will be used: chosen for the standard words, read from one's own."""
        if self.level < max(REQUIRED):
            return []
        named = self.content.tools if self.edited else tuple(self.tools)
        return [
            Chip(canvas.say(f"command.{tool}"), tool in named, None if self.edited else Toggle(self, tool))
            for tool in TOOLS
        ]

    def _head(self, canvas: Canvas, view: View, area: Area) -> None:
        canvas.icon("megaphone", (area.left + 20, area.top + 18), 17, theme.ORDER_BLUE)
        title = canvas.say("ui.himbauan.title", level=self.level, unit=self._speakers(view)[0].label)
        wide = canvas.text(title, (area.left + 34, area.top + 8), theme.SIZE_NAME, theme.INK, "semibold")
        keys = canvas.say("ui.himbauan.keys", key=key_name(WARN_KEYS[self.level - 1]))
        left = area.left + 46 + wide
        canvas.text(keys, (left, area.top + 10), theme.SIZE_SMALL, theme.INK_SOFT, width=area.right - left - 32)
        draw_closer(canvas, area, self.close)

    def _foot(self, canvas: Canvas, view: View, area: Area, why: Reason | None) -> None:
        """Say it; take one's own words back; and why it cannot be said yet."""
        send = Area(area.right - SEND, area.top, SEND, BUTTON)
        reason = reason_in_words(why, canvas.language) if why else ""
        tip = Tip(canvas.say("ui.himbauan.send"), (("ban", reason),) if why else (), why is None)
        draw_button(canvas, send, canvas.say("ui.himbauan.send"), "Enter", tip, lambda: self.send(view, _shift()))
        left = area.left
        if self.edited:
            back = Area(left, area.top, 120, BUTTON)
            draw_button(
                canvas,
                back,
                canvas.say("ui.himbauan.standard"),
                "",
                Tip(canvas.say("ui.himbauan.standard")),
                self._restore,
            )
            left = back.right + GAP
        room = Area(left, area.top - 1, send.left - left - 8, 34)
        canvas.paragraph(reason, room, theme.SIZE_BUTTON, theme.MERAH)


class Toggle:
    """What pressing a tool does: the third names it, or not any more; one is named always."""

    def __init__(self, slip: HimbauanSlip, tool: Tool) -> None:
        self.slip, self.tool = slip, tool

    def __call__(self) -> None:
        chosen = [tool for tool in TOOLS if (tool in self.slip.tools) != (tool == self.tool)]
        self.slip.tools = chosen or [self.tool]


def _shift() -> bool:
    return bool(pygame.key.get_mods() & pygame.KMOD_SHIFT)
