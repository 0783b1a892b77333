"""A dark lozenge beside each unit, never before its front: key and call-sign. The selected one is paper."""

from typing import Final

import numpy as np
import pygame

from game.session.view import UnitView, View
from game.ui import theme
from game.ui.camera import Camera
from game.ui.canvas import Area, Canvas
from game.ui.desk import Desk
from game.ui.hud.unit_cards import Pick, own_units

HEIGHT: Final = 19  # steps
APART: Final = 0.7  # m from the outermost figure's middle
SOUTH: Final = -0.5  # sine of the facing below which the front lies to the south
NUDGES: Final = 6  # attempts to get clear of another tag


class UnitTags:
    """The tags of one window."""

    def __init__(self, desk: Desk | None) -> None:
        """Without a `desk`, as in a replay, tags only name."""
        self.desk = desk
        self.areas: list[Area] = []  # steps, as last drawn

    def draw(self, view: View, canvas: Canvas, camera: Camera) -> None:
        """Draw a tag for each unit that stands on the square, none over another."""
        keys = {unit.name: str(number) for number, unit in enumerate(own_units(view), start=1)}
        self.areas = []
        for unit in view.units:
            if len(unit.rows):
                area = _clear_of(self.areas, self._area(canvas, camera, view, unit, keys.get(unit.name, "")))
                self.areas.append(area)
                self._draw(canvas, area, unit, keys.get(unit.name, ""))

    def _area(self, canvas: Canvas, camera: Camera, view: View, unit: UnitView, key: str) -> Area:
        """Below the unit as it stands on screen, above one that faces south: never where it meets others."""
        places = camera.to_screen(view.position[unit.rows]) / canvas.scale
        width = canvas.width(unit.label, theme.SIZE_BUTTON, "semibold") + 14 + _room(canvas, key)
        area = Area(0, 0, round(width), HEIGHT)
        half = view.cast.size[unit.rows].max() / 2  # m; more than a person's for a vehicle
        apart, x = max(APART, half) * camera.zoom / canvas.scale, round(places[:, 0].mean())
        if np.sin(unit.facing) < SOUTH:
            area.midbottom = x, round(places[:, 1].min() - apart)
        else:
            area.midtop = x, round(places[:, 1].max() + apart)
        return area

    def _draw(self, canvas: Canvas, area: Area, unit: UnitView, key: str) -> None:
        chosen = self.desk is not None and unit.name in self.desk.selected
        ink = theme.INK if chosen else theme.TEXT
        canvas.panel(area, theme.PAPER_LIGHT if chosen else theme.PANEL, 255, theme.INK if chosen else None)
        left = area.left + 7
        if key:
            soft = theme.INK_SOFT if chosen else theme.TEXT_SECOND
            canvas.text(key, (left, area.top + 2), theme.SIZE_BUTTON, soft, "semibold")
            left += round(_room(canvas, key))
        canvas.text(unit.label, (left, area.top + 2), theme.SIZE_BUTTON, ink, "semibold")
        if self.desk is not None and unit.mine:
            canvas.spot(area, press=Pick(self.desk, unit.name))


def _room(canvas: Canvas, key: str) -> float:
    """Steps that `key` and the space after it take."""
    return canvas.width(key, theme.SIZE_BUTTON, "semibold") + 7 if key else 0.0


def _clear_of(taken: list[Area], area: Area) -> Area:
    """`area`, moved down until it lies on no other."""
    for _ in range(NUDGES):
        hit = area.collidelist(taken)
        if hit < 0:
            break
        area = pygame.Rect(area.left, taken[hit].bottom + 2, area.width, area.height)
    return area
