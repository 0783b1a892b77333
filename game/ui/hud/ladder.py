"""Threat against force: one ladder with both marks, and whether the one is in proportion to the other."""

from typing import Final

from game.session.view import Meters, View
from game.ui import theme
from game.ui.canvas import Area, Canvas, Tip
from game.ui.theme import Colour

STEPS: Final = 6  # levels of force; Perkap 1/2009 Art. 5
CELL: Final = 26  # steps wide
TALK: Final = 2  # presence and spoken orders are in proportion to any threat; Perkap 1/2009 Art. 5: levels 1 and 2
THREAT: Final = theme.rgb("FF9E80")
FORCE: Final = theme.rgb("8FC2F4")
THREAT_CELL: Final = theme.rgb("8A4B3C")
TOO_MUCH: Final = theme.rgb("E0473C")


def in_proportion(meters: Meters) -> bool:
    """Whether the force in use stays within what the threat asks for."""
    return meters.force <= max(meters.threat, TALK)


class Ladder:
    """Threat above, force below, the verdict beside."""

    def draw(self, view: View, canvas: Canvas, area: Area, roomy: bool) -> None:
        """Draw the ladder from the left of `area`; without room the verdict is its lamp alone."""
        if view.meters is None:
            return
        fits = in_proportion(view.meters)
        labels = max(
            canvas.width(canvas.say(f"ui.ladder.{row}"), theme.SIZE_BUTTON, "semibold") for row in ("threat", "force")
        )
        canvas.text(canvas.say("ui.ladder.threat"), (area.left, 8), theme.SIZE_BUTTON, THREAT, "semibold")
        canvas.text(canvas.say("ui.ladder.force"), (area.left, 32), theme.SIZE_BUTTON, FORCE, "semibold")
        left = area.left + labels + 12
        _cells(canvas, left, view.meters, fits)
        _verdict(canvas, left + STEPS * CELL + 8, fits, roomy)
        canvas.spot(Area(area), _tip(canvas, view.meters, fits))


def _cells(canvas: Canvas, left: float, meters: Meters, fits: bool) -> None:
    for step in range(STEPS):
        x = int(left + step * CELL)
        canvas.fill(Area(x, 21, CELL - 2, 6), THREAT_CELL if step < meters.threat else theme.EDGE)
        used = theme.METER_TRUST if step < max(meters.threat, TALK) else TOO_MUCH
        canvas.fill(Area(x, 28, CELL - 2, 6), used if step < meters.force else theme.EDGE)
    _mark(canvas, left, meters.threat, "down", 13, THREAT)
    _mark(canvas, left, meters.force, "up", 42, FORCE if fits else TOO_MUCH)


def _mark(canvas: Canvas, left: float, level: int, shape: str, y: float, colour: Colour) -> None:
    x = left + (level - 0.5) * CELL - 1
    canvas.shape(shape, (x, y), 7, colour)
    canvas.text(str(level), (x + 10, y - 8), theme.SIZE_BUTTON, colour, "semibold")


def _verdict(canvas: Canvas, left: float, fits: bool, roomy: bool) -> None:
    canvas.shape("circle" if fits else "octagon", (left + 8, 27), 8, theme.HIJAU if fits else theme.MERAH)
    canvas.shape("tick" if fits else "cross", (left + 8, 27), 7, theme.TEXT)
    if roomy:
        word = "ui.ladder.fits" if fits else "ui.ladder.exceeds"
        canvas.text(canvas.say(word), (left + 20, 12), theme.SIZE_BUTTON, theme.TEXT, "semibold")
        canvas.text(canvas.beside(word), (left + 20, 28), theme.SIZE_SMALL, theme.TEXT_SECOND)


def _tip(canvas: Canvas, meters: Meters, fits: bool) -> Tip:
    lines = (
        ("triangle-alert", canvas.say("ui.ladder.threat.more", level=meters.threat)),
        ("shield", canvas.say("ui.ladder.force.more", level=meters.force)),
        ("scale", canvas.say("ui.ladder.source")),
    )
    return Tip(canvas.say("ui.ladder.fits" if fits else "ui.ladder.exceeds"), lines, fits)
