"""One card per unit: key, figure, name, agency, strength, fatigue, and what it is doing. The selected one is paper."""

from functools import cache
from typing import Final

import pygame

from game.session.view import UnitView, View
from game.ui import theme
from game.ui.canvas import Area, Canvas
from game.ui.desk import Desk
from game.ui.figures import portrait
from game.ui.hud.gaps import in_metres, is_open
from game.ui.hud.layout import EDGE
from game.ui.hud.unit_tip import agency_of, doing, name_of, unit_tip, water_of
from game.ui.offers import ICONS, waits_elsewhere
from game.ui.theme import Colour
from game.world.world import Command

STEP: Final = 5  # between cards
LEAST: Final = {True: 46, False: 34}  # steps of height, with room and without; beyond, they stand in two columns
FIGURE: Final = 1.5  # px per u at scale 1; 27 px wide
PIPS: Final = 5  # of fatigue; look.md
TIRED: Final = 4  # pips from which they are orange; look.md
ASK: Final = (58, 18)  # steps, the button that asks for a unit


class UnitCards:
    """The column at the left."""

    def __init__(self, desk: Desk, agencies: dict[str, dict[str, str]]) -> None:
        """`agencies`: key → language → name."""
        self.desk = desk
        self.agencies = agencies

    def draw(self, view: View, canvas: Canvas, first: Area, roomy: bool) -> None:
        """Draw the cards of the seat's units from `first` down; without room only figure, key and fatigue."""
        units = own_units(view)
        areas = card_areas(first, canvas.area.bottom - EDGE, len(units), LEAST[roomy])
        for number, (unit, area) in enumerate(zip(units, areas, strict=True), start=1):
            chosen = unit.name in self.desk.selected
            ink = theme.INK if chosen else theme.TEXT
            canvas.panel(area, theme.PAPER_LIGHT if chosen else theme.PANEL, 255 if chosen else theme.PANEL_ALPHA)
            canvas.spot(area, unit_tip(canvas, unit, number, self.agencies), Pick(self.desk, unit.name))
            self._figure(canvas, view.cast.look_of(unit.name), unit.posture, area, chosen)
            canvas.text(str(number), (area.left + 5, area.top + 2), theme.SIZE_SMALL, ink, "semibold")
            _fatigue(canvas, unit, area, chosen)
            if roomy:
                self._words(canvas, unit, area, chosen)

    def _figure(self, canvas: Canvas, look: str, posture: str, area: Area, chosen: bool) -> None:
        box = Area(area.left + 4, area.top + 4, min(42, area.width - 8), area.height - 8)
        canvas.panel(box, theme.PAPER if chosen else theme.INSET, 255)
        figure = _figure(look, posture, FIGURE * canvas.scale)
        room = canvas.rect(box)
        shown = figure.get_rect().clip(figure.get_rect(size=room.size, center=figure.get_rect().center))
        canvas.surface.blit(figure, shown.move_to(center=room.center), shown)

    def _words(self, canvas: Canvas, unit: UnitView, area: Area, chosen: bool) -> None:
        """Three lines: the name; agency and strength; what it does, and how wide its line is open."""
        ink: Colour = theme.INK if chosen else theme.TEXT
        soft: Colour = theme.INK_SOFT if chosen else theme.TEXT_SECOND
        left, room = area.left + 50, area.width - 50 - 8
        second, third = area.top + area.height * 3 // 8, area.bottom - 19
        canvas.text(name_of(unit), (left, area.top + 2), theme.SIZE_NAME, ink, "semibold", room)
        fact, short = _fact(canvas, unit)
        wide = canvas.width(fact, theme.SIZE_BUTTON, "semibold")
        colour = theme.ANGER if short else ink
        canvas.text(fact, (area.right - 8, second), theme.SIZE_BUTTON, colour, "semibold", align="right")
        agency = canvas.lines(agency_of(canvas, unit, self.agencies), theme.SIZE_SMALL, room - wide - 4)
        canvas.text(agency[0], (left, second), theme.SIZE_SMALL, soft)  # whole words of it; the tip has all
        if waits_elsewhere(unit):
            self._coming(canvas, unit, Area(left, third, room, 16), ink)
        elif not len(unit.rows):
            canvas.text(canvas.say("ui.card.not_there"), (left, third), theme.SIZE_BUTTON, soft, width=room)
        else:
            _task(canvas, unit, Area(left, third, room, 16), ink)

    def _coming(self, canvas: Canvas, unit: UnitView, area: Area, ink: Colour) -> None:
        """When it will be there, or a button that asks for it."""
        if unit.coming is not None:
            canvas.icon("clock", (area.left + 7, area.top + 8), 13, ink)
            text = canvas.say("ui.card.coming", minutes=max(1, round(unit.coming / 60)))
            canvas.text(text, (area.left + 18, area.top), theme.SIZE_BUTTON, ink, width=area.width - 18)
            return
        canvas.text(
            canvas.say("ui.card.elsewhere"), area.topleft, theme.SIZE_BUTTON, ink, width=area.width - ASK[0] - 4
        )
        button = Area(area.right - ASK[0], area.top - 1, *ASK)
        canvas.panel(button, theme.ORDER_BLUE, 255)
        at = (button.centerx, button.top + 1)
        canvas.text(canvas.say("ui.order.request"), at, theme.SIZE_BUTTON, theme.TEXT, "semibold", align="centre")
        canvas.spot(button, press=Ask(self.desk, unit.name))


def card_areas(first: Area, bottom: int, count: int, least: int) -> list[Area]:
    """`count` cards from `first` down to `bottom`: lower ones where needed, and columns where they would be too low."""
    room = bottom - first.top + STEP
    rows = min(max(count, 1), room // (least + STEP))
    height = min(first.height, room // rows - STEP)
    return [
        Area(
            first.left + at // rows * (first.width + STEP), first.top + at % rows * (height + STEP), first.width, height
        )
        for at in range(count)
    ]


def _fact(canvas: Canvas, unit: UnitView) -> tuple[str, bool]:
    """Water left, or strength; and whether it is less than it was."""
    if not len(unit.rows):
        return str(unit.roster), False
    if unit.tank:
        return water_of(canvas, unit), unit.water < unit.tank / 4
    short = unit.strength < unit.roster
    return f"{unit.strength}/{unit.roster}" if short else str(unit.strength), short


def _task(canvas: Canvas, unit: UnitView, area: Area, ink: Colour) -> None:
    """What it does, and how wide its line is open where both fit: the gap is told on the map and the ribbon, too."""
    said, gap = doing(canvas, unit), "" if unit.gap is None else in_metres(canvas, unit.gap)
    canvas.icon(ICONS[unit.posture], (area.left + 7, area.top + 8), 13, ink)
    canvas.text(said, (area.left + 18, area.top), theme.SIZE_BUTTON, ink, width=area.width - 18)
    wide = canvas.width(gap, theme.SIZE_BUTTON, "semibold") + 16
    if unit.gap is not None and canvas.width(said, theme.SIZE_BUTTON) + wide <= area.width - 24:
        colour = theme.ANGER if is_open(unit) else ink
        canvas.icon("unfold-horizontal", (area.right - wide + 6, area.top + 8), 12, colour)
        canvas.text(gap, (area.right, area.top), theme.SIZE_BUTTON, colour, "semibold", align="right")


def _fatigue(canvas: Canvas, unit: UnitView, area: Area, chosen: bool) -> None:
    """Five pips below the figure, as many filled as the unit is worn out."""
    full = round(unit.strain * PIPS)
    filled = theme.ANGER if full >= TIRED else theme.INK if chosen else theme.TEXT
    empty = theme.LINE if chosen else theme.EDGE
    for pip in range(PIPS):
        canvas.fill(Area(area.left + 7 + pip * 6, area.bottom - 9, 5, 3), filled if pip < full else empty)


@cache
def _figure(look: str, posture: str, scale: float) -> pygame.Surface:
    return portrait(look, posture, scale)


class Pick:
    """What pressing a card does: select the unit, with Shift beside the others."""

    def __init__(self, desk: Desk, name: str) -> None:
        self.desk = desk
        self.name = name

    def __call__(self) -> None:
        self.desk.select([self.name], more=bool(pygame.key.get_mods() & pygame.KMOD_SHIFT))


class Ask:
    """What pressing the button of a unit that waits elsewhere does: ask for it."""

    def __init__(self, desk: Desk, name: str) -> None:
        self.desk = desk
        self.name = name

    def __call__(self) -> None:
        self.desk.give(Command.read({"request": {"unit": self.name}}))


def own_units(view: View) -> list[UnitView]:
    """The units that the seat commands."""
    return [unit for unit in view.units if unit.mine]
