"""The time axis of a recording: where it is, where the threat rose, and a press goes there."""

from collections.abc import Callable, Sequence
from typing import Final

from game.ui import theme
from game.ui.canvas import Area, Canvas, Point
from game.ui.wording import stopwatch
from game.world.events import Event
from game.world.world import TICK

MARKS: Final = {  # what is marked on the axis: shape, colour
    "himbauan_given": ("circle", theme.METER_TRUST),
    "threat_changed": ("triangle", theme.KUNING),
    "hurt": ("octagon", theme.MERAH),
}


class SeekBar:
    """A long bar; `seek` goes to a second."""

    def __init__(self, length: float, events: Sequence[Event], seek: Callable[[float], None]) -> None:
        self.length, self.seek = max(length, TICK), seek
        self.marks = [event for event in events if event.word in MARKS]
        self._track = Area(0, 0, 1, 1)

    def draw(self, canvas: Canvas, area: Area, now: float) -> None:
        """Draw the bar with its handle at `now` s."""
        canvas.panel(area)
        canvas.spot(area)
        said = canvas.digits(stopwatch(now), (area.left + 16, area.top + 14), theme.SIZE_HEAD, theme.TEXT, "semibold")
        left = area.left + 32 + round(said)
        end = stopwatch(self.length)
        right = area.right - 24 - round(canvas.width(end, theme.SIZE_READ))
        canvas.text(end, (right + 10, area.top + 16), theme.SIZE_READ, theme.TEXT_SECOND)
        self._track = Area(left, area.top + 22, right - left, 8)
        canvas.fill(self._track, theme.EDGE)
        done = round(self._track.width * now / self.length)
        canvas.fill(Area(left, self._track.top, done, 8), theme.METER_TRUST)
        for event in self.marks:
            shape, colour = MARKS[event.word]
            canvas.shape(
                shape, (left + self._track.width * event.tick * TICK / self.length, area.top + 13), 4.5, colour
            )
        canvas.shape("circle", (left + done, self._track.centery), 8, theme.TEXT)
        canvas.text(canvas.say("ui.replay.keys"), (left, area.top + 36), theme.SIZE_SMALL, theme.TEXT_THIRD)

    def touch(self, point: Point) -> bool:
        """Go to the second under `point` (steps); False beside the bar."""
        if not self._track.inflate(16, 26).collidepoint(point):
            return False
        share = (point[0] - self._track.left) / self._track.width
        self.seek(min(max(share, 0.0), 1.0) * self.length)
        return True
