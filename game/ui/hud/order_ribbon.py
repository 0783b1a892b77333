"""The orders for what is selected, each with its key and a lamp: allowed, held against it, or not now and why."""

from typing import Final

from game.level.schema import Level
from game.session.view import View
from game.ui import theme
from game.ui.canvas import Area, Canvas
from game.ui.desk import Desk, Verdict
from game.ui.hud.formation_icon import draw_formation
from game.ui.hud.gaps import in_metres, is_open
from game.ui.hud.layout import TABS
from game.ui.hud.order_tip import order_tip
from game.ui.hud.tooltip import draw_lamp
from game.ui.offers import BUTTONS, FORMATION_KEYS, PAGE_KEY, Offer, groups_of, key_name, offers_for, pages_of

ROWS: Final = 2
COLUMNS: Final = BUTTONS // ROWS
TITLE: Final = 84  # steps for the name of what is selected
NAMED: Final = 4  # units by their call-signs, more are counted: two lines hold no more
GAP: Final = 4
HINT: Final = 36  # steps high
LABEL: Final = 35  # steps from the left of a button, after key and icon
LAMPS_EVERY: Final = 10  # ticks after which lamps are asked again: nobody sees a third of a second; guess


class OrderRibbon:
    """Two rows of order buttons along the foot of the window, and above them tabs where there are more."""

    def __init__(self, desk: Desk, level: Level) -> None:
        self.desk, self.level = desk, level
        self._verdicts: dict[tuple[str, int], Verdict] = {}  # by code and level
        self._pages: list[list[Offer]] = []
        self._asked: tuple[object, ...] = ()  # when and of whom

    def draw(self, view: View, canvas: Canvas, area: Area, roomy: bool) -> None:
        """Draw the ribbon in `area`; without room the other language gives way."""
        if not self.desk.units(view):
            self._hint(canvas, area)
            return
        pages = self._current_pages(view)
        panel = Area(area.left, area.top + TABS, area.width, area.height - TABS)
        page = next((page for page in pages if self.desk.group in groups_of(page)), pages[0])
        canvas.panel(panel)
        canvas.spot(panel)
        self._title(view, canvas, panel)
        if len(pages) > 1:
            self._tabs(canvas, area, pages, page)
        width = (panel.width - TITLE - 10) / COLUMNS
        for number, offer in enumerate(page):
            row, column = divmod(number, COLUMNS)
            left = panel.left + TITLE + 6 + column * width
            self._button(canvas, Area(round(left), panel.top + 6 + row * 41, round(width) - GAP, 38), offer, roomy)

    def _current_pages(self, view: View) -> list[list[Offer]]:
        """What can be ordered, thought over anew three times a second and whenever orders or selection change."""
        now = view.tick // LAMPS_EVERY, len(self.desk.untaken), tuple(self.desk.selected)
        if now != self._asked:
            self._asked = now
            self._verdicts.clear()
            self._pages = pages_of(offers_for(self.desk.units(view), view, self.level.place.ground))
        return self._pages

    def _verdict(self, offer: Offer) -> Verdict:
        """How `offer` stands."""
        which = offer.code, offer.level
        if which not in self._verdicts:
            self._verdicts[which] = self.desk.verdict(offer.commands)
        return self._verdicts[which]

    def _hint(self, canvas: Canvas, area: Area) -> None:
        """How to select, on a narrow panel that leaves the map free."""
        text, size = canvas.say("ui.ribbon.nothing"), theme.SIZE_NAME
        panel = Area(0, 0, round(canvas.width(text, size)) + 28, HINT)
        panel.midbottom = area.midbottom
        canvas.panel(panel)
        canvas.spot(panel)
        canvas.text(text, (panel.left + 14, panel.top + 8), size, theme.TEXT_SECOND, width=area.width - 28)

    def _title(self, view: View, canvas: Canvas, area: Area) -> None:
        """Who is selected, how many they are, and how wide their line is open."""
        units = self.desk.units(view)
        name = Area(area.left + 12, area.top + 8, TITLE - 14, 40)
        labels = " ".join(unit.label for unit in units)
        who = labels if len(units) <= NAMED else canvas.say("ui.ribbon.units", count=len(units))
        used = canvas.paragraph(who, name, theme.SIZE_NAME, theme.TEXT, "semibold")
        strength = canvas.say("ui.ribbon.strength", count=sum(unit.strength * unit.crew for unit in units))
        at, room = (name.left, name.top + round(used)), TITLE - 14
        canvas.text(strength, at, theme.SIZE_BUTTON, theme.TEXT_SECOND, width=room)
        gap = max((unit.gap for unit in units if unit.gap is not None), default=None)
        if gap is not None and used < name.height / 2:
            ink = theme.ANGER if any(map(is_open, units)) else theme.TEXT
            canvas.text(canvas.say("ui.ribbon.gap"), (at[0], at[1] + 17), theme.SIZE_SMALL, theme.TEXT_SECOND)
            canvas.text(in_metres(canvas, gap), (at[0], at[1] + 31), theme.SIZE_HEAD, ink, "semibold")

    def _tabs(self, canvas: Canvas, area: Area, pages: list[list[Offer]], shown: list[Offer]) -> None:
        """One tab for each page, named after its groups; the shown one is part of the panel."""
        left = area.left + TITLE + 6
        for page in pages:
            name = " · ".join(canvas.say(f"ui.group.{group}") for group in groups_of(page))
            tab = Area(left, area.top, round(canvas.width(name, theme.SIZE_BUTTON, "semibold")) + 24, TABS - 2)
            ink = theme.INK if page is shown else theme.TEXT
            canvas.panel(tab, theme.PAPER_LIGHT if page is shown else theme.PANEL, 255)
            canvas.text(name, (tab.left + 12, tab.top + 3), theme.SIZE_BUTTON, ink, "semibold")
            canvas.spot(tab, press=self._opening(groups_of(page)[0]))
            left = tab.right + GAP
        key = Area(left + 4, area.top, 0, TABS - 2)
        canvas.text(key_name(PAGE_KEY), (key.left, key.top + 4), theme.SIZE_SMALL, theme.INK, "semibold")

    def _opening(self, group: str) -> "Turn":
        return Turn(self.desk, group)

    def _button(self, canvas: Canvas, area: Area, offer: Offer, roomy: bool) -> None:
        """One order."""
        verdict, desk = self._verdict(offer), self.desk
        aimed = desk.aim is not None and desk.aim.code == offer.code
        chosen = offer.current or aimed or bool(offer.panel and desk.asking == offer.panel)
        ink = theme.INK if chosen else theme.TEXT_THIRD if verdict.why else theme.TEXT
        canvas.panel(area, theme.PAPER_LIGHT if chosen else theme.INSET, 255)
        key = key_name(offer.key)
        canvas.text(key, (area.left + 8, area.top + 11), theme.SIZE_SMALL, ink, "semibold", align="centre")
        if offer.icon in FORMATION_KEYS:
            draw_formation(canvas, offer.icon, (area.left + 24, area.centery), ink)
        else:
            canvas.icon(offer.icon, (area.left + 24, area.centery), 17, ink)
        _label(canvas, area, offer, ink, theme.INK_SOFT if chosen else theme.TEXT_THIRD, roomy)
        draw_lamp(canvas, (area.right - 10, area.bottom - 10), verdict.why is None, bool(verdict.faults))
        canvas.spot(area, order_tip(canvas, offer, verdict, self.level.ladder), lambda: desk.press(offer))


class Turn:
    """What pressing a tab does: open the page with `group`."""

    def __init__(self, desk: Desk, group: str) -> None:
        self.desk, self.group = desk, group

    def __call__(self) -> None:
        self.desk.group = self.group


def _label(canvas: Canvas, area: Area, offer: Offer, ink: theme.Colour, soft: theme.Colour, roomy: bool) -> None:
    """What the button does, and the same in the other language where there is room."""
    at, room, code = area.left + LABEL, area.width - LABEL, f"ui.order.{offer.name}"
    top = area.top + (3 if roomy else 5)
    canvas.text(canvas.say(code, level=offer.level), (at, top), theme.SIZE_BUTTON, ink, "semibold", room)
    if roomy:
        canvas.text(
            canvas.beside(code, level=offer.level), (at, area.top + 20), theme.SIZE_SMALL, soft, width=room - 18
        )
