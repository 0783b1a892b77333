"""One card per unit: key, figure, name, agency, strength, posture and what it is doing. The selected one is paper."""

from functools import cache
from typing import Final

import pygame

from game.session.view import UnitView, View
from game.ui import theme
from game.ui.canvas import Area, Canvas, Tip
from game.ui.desk import Desk
from game.ui.figures import portrait
from game.ui.offers import ICONS
from game.ui.theme import Colour

STEP: Final = 5  # between cards
FIGURE: Final = 1.5  # px per u at scale 1; 27 px wide


def name_of(unit: UnitView) -> str:
    """As "Dalmas Awal 1": the doctrine's name, the same in every language, with the number of the call-sign."""
    return f"{unit.type_label['id']} {''.join(filter(str.isdigit, unit.label))}".strip()


def doing(canvas: Canvas, unit: UnitView) -> str:
    """What the unit does, and how many orders come after."""
    said = canvas.say(f"ui.task.{unit.task}")
    waiting = len(unit.queue) + unit.in_air
    return f"{said} +{waiting}" if waiting else said


class UnitCards:
    """The column at the left."""

    def __init__(self, desk: Desk, agencies: dict[str, dict[str, str]]) -> None:
        """`agencies`: key → language → name."""
        self.desk = desk
        self.agencies = agencies

    def draw(self, view: View, canvas: Canvas, first: Area, roomy: bool) -> None:
        """Draw the cards of the seat's units from `first` down; without room only figure and key."""
        for number, unit in enumerate(own_units(view), start=1):
            area = first.move(0, (number - 1) * (first.height + STEP))
            chosen = unit.name in self.desk.selected
            ink = theme.INK if chosen else theme.TEXT
            canvas.panel(area, theme.PAPER_LIGHT if chosen else theme.PANEL, 255 if chosen else theme.PANEL_ALPHA)
            self._figure(canvas, view.cast.look_of(unit.name), unit.posture, area, chosen)
            canvas.text(str(number), (area.left + 5, area.top + 2), theme.SIZE_SMALL, ink, "semibold")
            if roomy:
                self._words(canvas, unit, area, chosen)
            canvas.spot(area, self._tip(canvas, unit, number), self._press(unit.name))

    def _press(self, name: str) -> "Pick":
        return Pick(self.desk, name)

    def _figure(self, canvas: Canvas, look: str, posture: str, area: Area, chosen: bool) -> None:
        box = Area(area.left + 4, area.top + 4, area.height - 14, area.height - 8)
        canvas.panel(box, theme.PAPER if chosen else theme.INSET, 255)
        figure = _figure(look, posture, FIGURE * canvas.scale)
        canvas.surface.blit(figure, figure.get_rect(center=canvas.rect(box).center))

    def _words(self, canvas: Canvas, unit: UnitView, area: Area, chosen: bool) -> None:
        ink: Colour = theme.INK if chosen else theme.TEXT
        soft: Colour = theme.INK_SOFT if chosen else theme.TEXT_SECOND
        left, room = area.left + 50, area.width - 50 - 8
        canvas.text(name_of(unit), (left, area.top + 3), theme.SIZE_NAME, ink, "semibold", room)
        hurt = unit.strength < unit.roster
        strength = f"{unit.strength}/{unit.roster}" if hurt else str(unit.strength)
        wide = canvas.width(strength, theme.SIZE_BUTTON, "semibold")
        colour = theme.ANGER if hurt else ink
        canvas.text(strength, (area.right - 8, area.top + 21), theme.SIZE_BUTTON, colour, "semibold", align="right")
        agency = self.agencies[unit.agency][canvas.language]
        canvas.text(agency, (left, area.top + 21), theme.SIZE_SMALL, soft, width=room - wide - 4)
        canvas.icon(ICONS[unit.posture], (left + 7, area.top + 45), 13, ink)
        canvas.text(doing(canvas, unit), (left + 18, area.top + 37), theme.SIZE_BUTTON, ink, width=room - 18)

    def _tip(self, canvas: Canvas, unit: UnitView, number: int) -> Tip:
        lines = (
            ("info", unit.type_label[canvas.language]),
            ("landmark", self.agencies[unit.agency][canvas.language]),
            ("users", canvas.say("ui.card.strength", up=unit.strength, roster=unit.roster)),
            (ICONS[unit.posture], canvas.say(f"posture.{unit.posture}")),
            ("list-ordered", doing(canvas, unit)),
            ("keyboard", canvas.say("ui.card.keys", key=number)),
        )
        return Tip(f"{name_of(unit)} · {unit.label}", lines)


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


def own_units(view: View) -> list[UnitView]:
    """The units that the seat commands."""
    return [unit for unit in view.units if unit.mine]
