"""Trust and tension of the crowd, training aids that a level may switch off."""

from collections import deque
from typing import Final

from game.session.view import View
from game.ui import theme
from game.ui.canvas import Area, Canvas, Tip
from game.ui.theme import Colour

TREND_OVER: Final = (
    10.0  # s that a trend looks back; long against a person's changes of mind, short for a trainee; guess
)
LEVEL: Final = 0.8  # of 100: a smaller change is none; guess


class Meters:
    """Two bars with value and trend."""

    def __init__(self) -> None:
        self._past: deque[tuple[float, float, float]] = deque()  # exercise seconds, trust, tension

    def draw(self, view: View, canvas: Canvas, area: Area, roomy: bool) -> None:
        """Draw both side by side in `area`; without room the other language gives way."""
        if view.meters is None:
            return
        self.remember(view)
        _, trust, tension = self._past[0]
        half = area.width // 2
        now = view.meters
        left, right = Area(area.left, 0, half - 16, 54), Area(area.left + half, 0, half - 16, 54)
        _bar(canvas, left, "trust", "handshake", theme.METER_TRUST, now.trust, now.trust - trust, roomy)
        _bar(canvas, right, "tension", "flame", theme.METER_TENSION, now.tension, now.tension - tension, roomy)

    def remember(self, view: View) -> None:
        """Note what the meters show in `view`, for the trend."""
        assert view.meters is not None
        if self._past and view.seconds < self._past[-1][0]:
            self._past.clear()  # somebody sought back in a replay
        if not self._past or view.seconds > self._past[-1][0]:
            self._past.append((view.seconds, view.meters.trust, view.meters.tension))
        while self._past[0][0] < view.seconds - TREND_OVER and len(self._past) > 1:
            self._past.popleft()


def _bar(
    canvas: Canvas, area: Area, what: str, icon: str, colour: Colour, value: float, trend: float, roomy: bool
) -> None:
    left, size = area.left, theme.SIZE_NAME if roomy else theme.SIZE_SMALL
    canvas.icon(icon, (left + 8, 19), 16, theme.TEXT_SECOND)
    name = canvas.text(canvas.say(f"ui.meter.{what}"), (left + 22, 10), size, theme.TEXT, "semibold")
    if roomy:
        canvas.text(canvas.beside(f"ui.meter.{what}"), (left + 27 + name, 13), theme.SIZE_SMALL, theme.TEXT_SECOND)
    shown = f"{value:.0f}"
    canvas.text(shown, (area.right, 9), theme.SIZE_HEAD, theme.TEXT, "semibold", align="right")
    _track(canvas, Area(left, 34, area.width, 9), colour, value)
    if abs(trend) >= LEVEL:
        shape = "up" if trend > 0 else "down"
        canvas.shape(shape, (left + area.width * value / 100 + 8, 38.5), 4.5, theme.TEXT)
    canvas.spot(area, Tip(canvas.say(f"ui.meter.{what}"), (("info", canvas.say(f"ui.meter.{what}.more")),)))


def _track(canvas: Canvas, area: Area, colour: Colour, value: float) -> None:
    """A bar of 0 … 100 with marks at the quarters."""
    canvas.fill(area, theme.EDGE)
    canvas.fill(Area(area.left, area.top, round(area.width * value / 100), area.height), colour)
    for quarter in (0.25, 0.5, 0.75):
        x = area.left + area.width * quarter
        canvas.line((x, area.top), (x, area.bottom - 1), theme.PANEL)
