"""Ink on the map for units: rings under the selected, slots not yet taken, and where they are going."""

from functools import lru_cache
from typing import Final

import numpy as np
import pygame

from game.session.view import View
from game.ui import theme
from game.ui.camera import Camera
from game.ui.hud.water_reach import draw_reach
from game.ui.theme import Colour
from game.world.people import Floats

OUT_OF_PLACE: Final = 0.6  # m from the slot at which the slot is shown; a shoulder's width
SLOT: Final = (0.5, 0.72)  # m deep and wide; look.md: 12 × 17 px at 24 px/m
HEADINGS: Final = 32
DASH: Final = (9.0, 6.0)  # px on and off


def draw_rings(surface: pygame.Surface, camera: Camera, view: View, positions: Floats, names: list[str]) -> None:
    """A blue ring under everybody of the units `names`; `positions` (n, 2) m as drawn."""
    for unit in view.units:
        if unit.name in names and len(unit.rows):
            width = view.cast.size[unit.rows, 0].max()  # m; a person is drawn about 0.95 m wide
            ring = _ring(max(7, round(camera.zoom * max(0.95, width * 1.1))))
            places = camera.to_screen(positions[unit.rows]) - ring.width / 2
            surface.fblits([(ring, place) for place in places.round().astype(int).tolist()])


def draw_tasks(surface: pygame.Surface, camera: Camera, view: View, names: list[str]) -> None:
    """For the units `names`: slots nobody stands on yet, a dashed arrow to where they march, how near water may be."""
    for unit in view.units:
        if unit.name not in names or not len(unit.rows):
            continue
        away = np.hypot(*(view.position[unit.rows] - unit.slots).T) > OUT_OF_PLACE
        if not unit.wheels:
            draw_slots(surface, camera, unit.slots[away], unit.facing)
        if unit.tank > 0.0:
            draw_reach(surface, camera, view, unit)
        if unit.goal is not None:
            _arrow(surface, *camera.to_screen([unit.centre, unit.goal]))


def draw_slots(
    surface: pygame.Surface, camera: Camera, slots: Floats, facing: float, stands: np.ndarray | None = None
) -> None:
    """Slots (k, 2) m facing `facing` rad: blue, and red with a cross where `stands` (k,) is False."""
    step = round(facing / (2 * np.pi) * HEADINGS) % HEADINGS
    good = np.ones(len(slots), bool) if stands is None else stands
    for place, fits in zip(camera.to_screen(slots).reshape(-1, 2), good, strict=True):
        drawn = _slot(camera.zoom, step, bool(fits))
        surface.blit(drawn, drawn.get_rect(center=(round(place[0]), round(place[1]))))


def draw_front(surface: pygame.Surface, camera: Camera, unit_at: Floats, facing: float, frontage: float) -> None:
    """A bar behind the front and an arrow ahead of it."""
    ahead = np.array([np.cos(facing), np.sin(facing)])
    aside = np.array([-ahead[1], ahead[0]]) * frontage / 2
    ends = camera.to_screen([unit_at + aside, unit_at - aside])
    pygame.draw.aaline(surface, theme.ORDER_BLUE, ends[0], ends[1], 2)
    tip, foot = camera.to_screen([unit_at + ahead * 2.2, unit_at + ahead * 0.8])
    _arrow(surface, foot, tip)


def arrow_head(surface: pygame.Surface, foot: Floats, tip: Floats, colour: Colour, size: float = 9.0) -> None:
    """A filled head at `tip`, px, pointing away from `foot`."""
    along = (tip - foot) / max(float(np.hypot(*(tip - foot))), 1e-6)
    aside = np.array([-along[1], along[0]])
    pygame.draw.polygon(
        surface, colour, [tip, tip - size * along + 0.55 * size * aside, tip - size * along - 0.55 * size * aside]
    )


def _arrow(surface: pygame.Surface, start: Floats, end: Floats) -> None:
    """A dashed blue arrow, px."""
    length = float(np.hypot(*(end - start)))
    if length < 2.0:
        return
    along = (end - start) / length
    for at in np.arange(0.0, max(length - 8.0, 1.0), sum(DASH)):
        stop = min(at + DASH[0], length - 6.0)
        pygame.draw.line(surface, theme.ORDER_BLUE, start + along * at, start + along * stop, 2)
    arrow_head(surface, start, end, theme.ORDER_BLUE)


@lru_cache(maxsize=32)
def _ring(size: int) -> pygame.Surface:
    large = pygame.Surface((4 * size, 4 * size), pygame.SRCALPHA)
    large.fill((*theme.ORDER_BLUE, 0))
    middle = (2 * size, 2 * size)
    pygame.draw.circle(large, (*theme.ORDER_BLUE, 60), middle, 2 * size - 2)
    pygame.draw.circle(large, theme.ORDER_BLUE, middle, 2 * size - 2, 7)
    return pygame.transform.smoothscale(large, (size, size))


@lru_cache(maxsize=256)
def _slot(zoom: int, step: int, fits: bool) -> pygame.Surface:
    """One slot, drawn four times as large and turned."""
    colour = theme.ORDER_BLUE if fits else theme.MERAH
    side = round(4 * zoom * 1.1)
    large = pygame.Surface((side, side), pygame.SRCALPHA)
    large.fill((*colour, 0))
    body = pygame.Rect(0, 0, round(4 * zoom * SLOT[0]), round(4 * zoom * SLOT[1]))
    body.center = side // 2, side // 2
    pygame.draw.ellipse(large, (*colour, 64 if fits else 110), body)
    pygame.draw.ellipse(large, colour, body, 6)
    pygame.draw.line(large, colour, (body.right + 6, body.top), (body.right + 6, body.bottom), 6)
    if not fits:
        pygame.draw.line(large, colour, body.topleft, body.bottomright, 7)
        pygame.draw.line(large, colour, body.topright, body.bottomleft, 7)
    turned = pygame.transform.rotate(large, 360.0 * step / HEADINGS)
    return pygame.transform.smoothscale(turned, (max(2, turned.width // 4), max(2, turned.height // 4)))
