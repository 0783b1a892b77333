"""The orders for what is selected, each with its key and a lamp: allowed, or not now and why."""

from typing import Final

from game.session.view import View
from game.ui import theme
from game.ui.canvas import Area, Canvas, Tip
from game.ui.desk import Desk
from game.ui.hud.formation_icon import draw_formation
from game.ui.hud.tooltip import draw_lamp
from game.ui.offers import FACE_KEY, FORMATION_KEYS, Offer, key_name, offers_for
from game.ui.wording import reason_in_words
from game.world.reason import Reason

ROWS: Final = 2
TITLE: Final = 84  # steps for the name of what is selected
GAP: Final = 4
HINT: Final = 36  # steps high
LABEL: Final = 36  # steps from the left of a button, after key and icon


class OrderRibbon:
    """Two rows of order buttons along the foot of the window."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def draw(self, view: View, canvas: Canvas, area: Area, roomy: bool) -> None:
        """Draw the ribbon in `area`; without room the other language gives way."""
        if not self.desk.units(view):
            self._hint(canvas, area)
            return
        canvas.panel(area)
        canvas.spot(area)
        self._title(view, canvas, area)
        offers = offers_for(self.desk.units(view))
        columns = max(5, -(-len(offers) // ROWS))
        width = (area.width - TITLE - 10) / columns
        for number, offer in enumerate(offers):
            row, column = divmod(number, columns)
            left = area.left + TITLE + 6 + column * width
            self._button(canvas, Area(round(left), area.top + 6 + row * 41, round(width) - GAP, 38), offer, roomy)

    def _hint(self, canvas: Canvas, area: Area) -> None:
        """How to select, on a narrow panel that leaves the map free."""
        text, size = canvas.say("ui.ribbon.nothing"), theme.SIZE_NAME
        panel = Area(0, 0, round(canvas.width(text, size)) + 28, HINT)
        panel.midbottom = area.midbottom
        canvas.panel(panel)
        canvas.spot(panel)
        canvas.text(text, (panel.left + 14, panel.top + 8), size, theme.TEXT_SECOND, width=area.width - 28)

    def _title(self, view: View, canvas: Canvas, area: Area) -> None:
        """Who is selected, and how many they are."""
        units = self.desk.units(view)
        name = Area(area.left + 12, area.top + 10, TITLE - 14, 40)
        used = canvas.paragraph(" ".join(unit.label for unit in units), name, theme.SIZE_NAME, theme.TEXT, "semibold")
        strength = canvas.say("ui.ribbon.strength", count=sum(unit.strength for unit in units))
        more = Area(name.left, name.top + round(used) + 2, name.width, 36)
        canvas.paragraph(strength, more, theme.SIZE_BUTTON, theme.TEXT_SECOND)

    def _button(self, canvas: Canvas, area: Area, offer: Offer, roomy: bool) -> None:
        """One order."""
        whys = [self.desk.why_not(command) for command in offer.commands]
        why = None if None in whys else whys[0]
        chosen = offer.current or (offer.key == FACE_KEY and self.desk.aiming)
        ink = theme.INK if chosen else theme.TEXT_THIRD if why else theme.TEXT
        canvas.panel(area, theme.PAPER_LIGHT if chosen else theme.INSET, 255)
        canvas.text(
            key_name(offer.key), (area.left + 8, area.top + 11), theme.SIZE_SMALL, ink, "semibold", align="centre"
        )
        if offer.icon in FORMATION_KEYS:
            draw_formation(canvas, offer.icon, (area.left + 24, area.centery), ink)
        else:
            canvas.icon(offer.icon, (area.left + 24, area.centery), 17, ink)
        _label(canvas, area, offer, ink, theme.INK_SOFT if chosen else theme.TEXT_THIRD, roomy)
        draw_lamp(canvas, (area.right - 10, area.bottom - 10), why is None)
        canvas.spot(area, _tip(canvas, offer, why), lambda: self.desk.press(offer))


def _label(canvas: Canvas, area: Area, offer: Offer, ink: theme.Colour, soft: theme.Colour, roomy: bool) -> None:
    """What the button does, and the same in the other language where there is room."""
    at, room, code = area.left + LABEL, area.width - LABEL - 2, f"ui.order.{offer.name}"
    top = area.top + (3 if roomy else 5)
    canvas.text(canvas.say(code, level=offer.level), (at, top), theme.SIZE_BUTTON, ink, "semibold", room)
    if roomy:
        canvas.text(
            canvas.beside(code, level=offer.level), (at, area.top + 20), theme.SIZE_SMALL, soft, width=room - 18
        )


def _tip(canvas: Canvas, offer: Offer, why: Reason | None) -> Tip:
    """What it is, why it is not allowed now, and the key."""
    name = canvas.say(offer.code, level=offer.level)
    about = canvas.say(f"ui.about.{offer.name}{f'.{offer.level}' if offer.level else ''}")
    refusal = (("ban", reason_in_words(why, canvas.language)),) if why else ()
    title = canvas.say("ui.ribbon.not_now", order=name) if why else name
    return Tip(title, (*refusal, ("info", about), ("keyboard", key_name(offer.key))), why is None)
