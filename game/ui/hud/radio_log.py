"""The radio: who said what when, the newest at the bottom; a click jumps to where it was said."""

from collections.abc import Callable
from typing import Final

from game.session.view import View
from game.text import known
from game.ui import theme
from game.ui.canvas import LINE_HEIGHT, Area, Canvas, Tip
from game.ui.theme import Colour
from game.ui.wording import clock, event_in_words
from game.world.events import Event
from game.world.world import TICK

KEPT: Final = 200  # entries; more than anybody scrolls back to
TALK: Final = ("said", "himbauan_given", "order_received")
CAUTION: Final = ("refused", "radio_repeated", "force_used")
DANGER: Final = ("hurt",)
# Truths that nobody on the square is told
UNHEARD: Final = ("threat_changed", "phase_entered", "news_spread", "rumour_began")
STRIPES: Final[dict[str, tuple[Colour, str, str]]] = {  # colour, icon, shape
    "talk": (theme.METER_TRUST, "message-circle", ""),
    "caution": (theme.KUNING, "", "triangle"),
    "danger": (theme.rgb("E0473C"), "", "octagon"),
}


def weight_of(event: Event) -> str:
    """Which stripe an event gets: talk, caution, danger or none."""
    found = [name for name, words in (("talk", TALK), ("caution", CAUTION), ("danger", DANGER)) if event.word in words]
    return found[0] if found else ""


class RadioLog:
    """The panel at the right."""

    def __init__(self, jump: Callable[[tuple[float, float]], None]) -> None:
        """`jump` goes to a place, m."""
        self.jump = jump
        self.events: list[Event] = []

    def hear(self, events: tuple[Event, ...]) -> None:
        """Note `events`; only what has words and is told to somebody is radio."""
        self.events += [e for e in events if e.word not in UNHEARD and event_in_words(e, "id") is not None]
        self.events = self.events[-KEPT:]

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
        for event in shown:
            top += self._entry(canvas, view, event, Area(area.left, round(top), area.width, 0))

    def _fitting(self, canvas: Canvas, view: View, most: Area) -> tuple[list[Event], float]:
        """The latest events, and the steps they need."""
        shown: list[Event] = []
        height = 0.0
        for event in reversed(self.events):
            more = _height(canvas, _words(canvas, view, event), most.width)
            if height + more > most.height - 36:
                break
            shown.insert(0, event)
            height += more
        return shown, height

    def _entry(self, canvas: Canvas, view: View, event: Event, area: Area) -> float:
        """One entry: time, who, words; gives its height."""
        text, left = _words(canvas, view, event), area.left + 12
        area.height = round(_height(canvas, text, area.width))
        when = clock(view.clock - view.seconds + event.tick * TICK)
        wide = canvas.digits(when, (left, area.top), theme.SIZE_BUTTON, theme.TEXT_SECOND, "regular")
        who = speaker(canvas, view, event)
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


def _words(canvas: Canvas, view: View, event: Event) -> str:
    """What is heard; the call-sign before it stands in the line above already."""
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
