"""The clock of the election day, the time of the exercise, pause and speed."""

from typing import Final

from game.session.view import View
from game.ui import theme
from game.ui.canvas import Area, Canvas, Press, Tip
from game.ui.pace import Pace
from game.ui.wording import clock, stopwatch

LEFT: Final = 200  # steps; right of the flag and its arrows
BUTTON: Final = 30


class Clock:
    """Two times and four buttons, right of the flag."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace

    def draw(self, view: View, canvas: Canvas) -> None:
        """Draw times and buttons."""
        wide = canvas.digits(clock(view.clock), (LEFT, 3), theme.SIZE_DISPLAY)
        canvas.text("WITA", (LEFT + wide + 4, 17), theme.SIZE_SMALL, theme.TEXT_SECOND)
        told = canvas.text(canvas.say("ui.clock.exercise"), (LEFT, 35), theme.SIZE_BUTTON, theme.TEXT_SECOND)
        canvas.digits(stopwatch(view.seconds), (LEFT + told + 5, 35), theme.SIZE_BUTTON, theme.TEXT, "semibold")
        canvas.spot(Area(LEFT, 4, 112, 46), Tip(canvas.say("ui.clock.tip"), (("clock", canvas.say("ui.clock.more")),)))
        self._buttons(canvas, LEFT + 118)

    def _buttons(self, canvas: Canvas, left: int) -> None:
        paused = self.pace.paused
        self._button(
            canvas,
            left,
            "pause" if not paused else "play",
            paused,
            self.pace.toggle,
            "ui.pace.pause",
            canvas.say("ui.key.space"),
        )
        self._button(canvas, left + 34, "rewind", False, lambda: self.pace.change(-1), "ui.pace.slower", "−")
        speed = f"{self.pace.speed:g}×".replace(".", "," if canvas.language == "id" else ".")
        canvas.text(speed, (left + 87, 19), theme.SIZE_NAME, theme.TEXT, "semibold", align="centre")
        self._button(canvas, left + 110, "fast-forward", False, lambda: self.pace.change(1), "ui.pace.faster", "+")

    def _button(self, canvas: Canvas, left: int, icon: str, chosen: bool, press: Press, tip: str, key: str) -> None:
        area = Area(left, 12, BUTTON, BUTTON)
        canvas.panel(area, theme.PAPER_LIGHT if chosen else theme.INSET, 255)
        canvas.icon(icon, area.center, 17, theme.INK if chosen else theme.TEXT)
        canvas.spot(area, Tip(canvas.say(tip), (("keyboard", key),)), press)
