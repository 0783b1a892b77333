"""The radio: who said what when, the newest at the bottom; a click jumps to where it was said."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.session.view import View
from game.text import known
from game.ui import theme
from game.ui.canvas import LINE_HEIGHT, Area, Canvas, Tip
from game.ui.theme import Colour
from game.ui.wording import clock, event_in_words, fields_of
from game.world.events import Event
from game.world.world import TICK

KEPT: Final = 200  # entries; more than anybody scrolls back to
AGAIN: Final = 60.0  # s within which the same is told in one entry, the newest; guess
ORDER: Final = ("order_sent", "order_received", "task_done", "refused")  # one order: the answer takes its place
ONGOING: Final = ("hurt", "force_used", "thrown_at", "held_back", "way_blocked")  # told anew each second or for each
TALK: Final = ("said", "himbauan_given", "order_received")
CAUTION: Final = ("refused", "radio_repeated", "force_used", "crush_warning")
DANGER: Final = ("hurt",)
# Truths that nobody on the square is told, and what the unit has said already when it took the order
UNHEARD: Final = ("threat_changed", "phase_entered", "news_spread", "rumour_began", "spray_begun")
STRIPES: Final[dict[str, tuple[Colour, str, str]]] = {  # colour, icon, shape
    "talk": (theme.METER_TRUST, "message-circle", ""),
    "caution": (theme.KUNING, "", "triangle"),
    "danger": (theme.rgb("E0473C"), "", "octagon"),
}


def weight_of(event: Event) -> str:
    """Which stripe an event gets: talk, caution, danger or none."""
    found = [name for name, words in (("talk", TALK), ("caution", CAUTION), ("danger", DANGER)) if event.word in words]
    return found[0] if found else ""


@dataclass(frozen=True)
class Entry:
    """What is shown of `event`, told for the `count`th time within a minute; `what` is the same in all of them."""

    event: Event
    what: tuple[object, ...]
    count: int = 1


class RadioLog:
    """The panel at the right."""

    def __init__(self, jump: Callable[[tuple[float, float]], None]) -> None:
        """`jump` goes to a place, m."""
        self.jump = jump
        self.events: list[Event] = []
        self.entries: list[Entry] = []

    def hear(self, events: tuple[Event, ...]) -> None:
        """Note `events`; only what has words and is told to somebody is radio."""
        heard = [e for e in events if e.word not in UNHEARD and event_in_words(e, "id") is not None]
        self.events = [*self.events, *heard][-KEPT:]
        for event in heard:
            self._note(event)

    def _note(self, event: Event) -> None:
        """What was told in the last minute already moves to the end, and is counted."""
        what = _what(event)
        same = [e for e in self.entries if e.what == what and (event.tick - e.event.tick) * TICK <= AGAIN]
        rest = [entry for entry in self.entries if entry not in same]
        self.entries = [*rest, Entry(event, what, sum(entry.count for entry in same) + 1)][-KEPT:]

    def draw(self, view: View, canvas: Canvas, most: Area) -> None:
        """Draw the latest entries that fit into `most`; the panel is as high as they need."""
        shown, height = self._fitting(canvas, view, most)
        area = Area(most.left, most.top, most.width, round(height + 36))
        canvas.panel(area)
        canvas.spot(area)
        canvas.icon("radio", (area.left + 18, area.top + 16), 15, theme.TEXT_SECOND)
        canvas.text(canvas.say("ui.log"), (area.left + 31, area.top + 7), theme.SIZE_NAME, theme.TEXT, "semibold")
        if not self.events:
            quiet, right = canvas.say("ui.log.quiet"), (area.right - 12, area.top + 9)
            canvas.text(quiet, right, theme.SIZE_BUTTON, theme.TEXT_THIRD, align="right")
        top = float(area.top + 30)
        for entry in shown:
            top += self._entry(canvas, view, entry, Area(area.left, round(top), area.width, 0))

    def _fitting(self, canvas: Canvas, view: View, most: Area) -> tuple[list[Entry], float]:
        """The latest entries, and the steps they need."""
        shown: list[Entry] = []
        height = 0.0
        for entry in reversed(self.entries):
            more = _height(canvas, _words(canvas, entry), most.width)
            if height + more > most.height - 36:
                break
            shown.insert(0, entry)
            height += more
        return shown, height

    def _entry(self, canvas: Canvas, view: View, entry: Entry, area: Area) -> float:
        """One entry: time, who, how often, words; gives its height."""
        event, text, left = entry.event, _words(canvas, entry), area.left + 12
        area.height = round(_height(canvas, text, area.width))
        when = clock(view.clock - view.seconds + event.tick * TICK)
        wide = canvas.digits(when, (left, area.top), theme.SIZE_BUTTON, theme.TEXT_SECOND, "regular")
        often = f" ×{entry.count}" if entry.count > 1 and event.word not in (*ORDER, *ONGOING) else ""
        who = speaker(canvas, view, event) + often
        canvas.text(who, (left + wide + 6, area.top), theme.SIZE_BUTTON, theme.TEXT, "semibold", area.width - wide - 48)
        canvas.paragraph(
            text, Area(left, area.top + 16, area.width - 24, area.height), theme.SIZE_BUTTON, theme.TEXT_SECOND
        )
        _stripe(canvas, event, area)
        if event.place is not None:
            place = event.place
            canvas.spot(area, Tip(canvas.say("ui.log.jump")), lambda: self.jump(place))
        return area.height


def speaker(canvas: Canvas, view: View, event: Event) -> str:
    """Who is heard: a unit by its call-sign, a seat that is called by its rank, else the post."""
    call = next((unit.label for unit in view.units if unit.name == event.actor), None)
    return call or (canvas.say(f"rank.{event.actor}") if known(f"rank.{event.actor}") else canvas.say("ui.log.post"))


def _what(event: Event) -> tuple[object, ...]:
    """What makes two entries the same."""
    if event.word in ORDER:
        return "order", getattr(event, "call", ""), getattr(event, "doing", "")
    if event.word in ONGOING:
        return event.word, event.actor, getattr(event, "tool", "")
    return event.word, event.actor, repr(fields_of(event))


def _words(canvas: Canvas, entry: Entry) -> str:
    """What is heard; the call-sign before it stands in the line above already."""
    event = entry.event
    if event.word == "hurt" and entry.count > 1:
        return canvas.say("ui.log.hurt", count=entry.count)
    text = event_in_words(event, canvas.language) or ""
    words = text.removeprefix(f"{getattr(event, 'call', '')}: ")
    return words[:1].upper() + words[1:]


def _height(canvas: Canvas, text: str, width: int) -> float:
    return 22 + len(canvas.lines(text, theme.SIZE_BUTTON, width - 24)) * theme.SIZE_BUTTON * LINE_HEIGHT


def _stripe(canvas: Canvas, event: Event, area: Area) -> None:
    """Talk, caution and danger by stripe and shape."""
    weight = weight_of(event)
    if not weight:
        return
    colour, icon, shape = STRIPES[weight]
    canvas.fill(Area(area.left, area.top, 5 if weight == "danger" else 3, area.height - 5), colour)
    centre = (area.right - 15, area.top + 8)
    if icon:
        canvas.icon(icon, centre, 13, colour)
    else:
        canvas.shape(shape, centre, 6, colour)
