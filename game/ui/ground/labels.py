"""Words on the map: names of buildings and services, letters and numbers of the grid, at true size and so sharp."""

from typing import Final

import numpy as np
import pygame

from game.level.place import Place, Service
from game.ui import theme
from game.ui.assets import font, words
from game.ui.camera import BORDER
from game.ui.ground.geometry import Floats, chords
from game.ui.ground.grid import SQUARE, column_name
from game.ui.ground.plotter import Plotter
from game.ui.theme import Colour, mix

SPACING: Final = 2.0  # px between the capitals of a name
HALO: Final = mix(theme.ROOF, theme.ROOF_SHADED, 0.5)
AROUND: Final = tuple((x, y) for x in (-2, 0, 2) for y in (-2, 0, 2))  # px: no ridge strikes a name through
INSET: Final = 3  # px between a name and the edge of its roof
NEARLY: Final = 0.7  # of the widest; guess
SECOND_FROM: Final = 16  # px/m from which the other language stands under a name
SERVICES_FROM: Final = 16  # px/m: from farther away nobody at a desk can be told from who stands before it
BEHIND_STAFF, BEHIND_TABLE = 0.9, 2.0  # m from who serves, or from who serves themselves at a table; guess
NAME_INK: Final = mix(theme.ROOF, theme.INK, 0.68)


def spaced_capitals(text: str, size: int, ink: Colour) -> pygame.Surface:
    """`text` in capitals set apart, as on a map."""
    letters = [words(letter, size, ink, "semibold") for letter in text.upper()]
    width = sum(letter.get_width() + SPACING for letter in letters)
    line = pygame.Surface((width, font("semibold", size).get_height()), pygame.SRCALPHA)
    x = 0.0
    for letter in letters:
        line.blit(letter, (x, 0))
        x += letter.get_width() + SPACING
    return line


def draw_labels(square: pygame.Surface, plotter: Plotter, place: Place, language: str) -> None:
    """Write on `square`, the lifted drawing of `plotter`: names in `language`, the other language below."""
    for building in place.buildings.values():
        if building.label:
            other = building.label.say("id" if language == "en" else "en")
            _name(square, plotter, building.shape, building.label.say(language), other)
    if plotter.zoom >= SERVICES_FROM:
        for service in place.services.values():
            _service(square, plotter, service, language)
    _border(square, plotter, place.size[0], place.size[1])


def _name(square: pygame.Surface, plotter: Plotter, shape: Floats, name: str, other: str) -> None:
    """Write where the roof is wide; a name wider than its roof waits for a nearer zoom."""
    chord = _widest(shape)
    width = float(chord[1, 0] - chord[0, 0]) * plotter.zoom - 2 * INSET
    x, y = plotter.at(chord.mean(axis=0))
    halo, title = (_title(name, width, plotter.zoom, ink) for ink in (HALO, NAME_INK))
    if title.get_width() > width:
        return
    below = words(other, theme.SIZE_SMALL, theme.INK_SOFT)
    second = plotter.zoom >= SECOND_FROM and other != name and below.get_width() <= width
    area = title.get_rect(center=(x, y - (8 if second else 0)))
    square.fblits([(halo, area.move(around)) for around in AROUND])
    square.blit(title, area)
    if second:
        square.blit(below, below.get_rect(center=(x, y + 9)))


def _service(square: pygame.Surface, plotter: Plotter, service: Service, language: str) -> None:
    """Write its name behind those who serve: before them people come and go."""
    facing = np.radians(service.facing)
    ahead, at = np.array([np.cos(facing), np.sin(facing)]), np.mean(service.at, axis=0)
    far = (np.array(service.by[0]) - at) @ ahead + BEHIND_STAFF if service.by else BEHIND_TABLE
    name = words(service.label.say(language), theme.SIZE_SMALL, theme.INK, "semibold")
    area = name.get_rect(center=plotter.at(at + far * ahead))
    area.move_ip(round(ahead[0]) * area.width / 2, 0)
    halo = words(service.label.say(language), theme.SIZE_SMALL, theme.PAPER_LIGHT, "semibold")
    square.fblits([(halo, area.move(around)) for around in AROUND])
    square.blit(name, area)


def _title(name: str, width: float, zoom: float, ink: Colour) -> pygame.Surface:
    """`name` in spaced capitals, or plain and small where `width` px are too few for them."""
    title = spaced_capitals(name, theme.SIZE_READ if zoom > 12 else theme.SIZE_SMALL, ink)
    return title if title.get_width() <= width else words(name, theme.SIZE_SMALL, ink, "semibold")


def _widest(shape: Floats) -> Floats:
    """A line from west to east in the midst of where a roof is nearly as wide as anywhere: (2, 2) m."""
    lines = np.sort(chords(shape, np.array([0.0, 1.0]), min(float(np.ptp(shape[:, 1])) / 9, 0.5)), axis=1)
    length = lines[:, 1, 0] - lines[:, 0, 0]
    wide: Floats = lines[length >= NEARLY * length.max()]
    middle = np.argmin(np.abs(wide[:, 0, 1] - wide[:, 0, 1].mean()))
    return np.array(wide[middle])


def _border(square: pygame.Surface, plotter: Plotter, width: float, height: float) -> None:
    """Letters and numbers of the grid on the border."""
    border = BORDER / 2 / plotter.zoom  # m
    for column in range(int(np.ceil(width / SQUARE))):
        for y in (-border, height + border):
            _centred(square, plotter, column_name(column), (min((column + 0.5) * SQUARE, width), y))
    for row in range(int(np.ceil(height / SQUARE))):
        for x in (-border, width + border):
            _centred(square, plotter, str(row + 1), (x, max(height - (row + 0.5) * SQUARE, 0)))


def _centred(square: pygame.Surface, plotter: Plotter, text: str, point: tuple[float, float]) -> None:
    mark = words(text, theme.SIZE_BUTTON, theme.INK_SOFT, "semibold")
    square.blit(mark, mark.get_rect(center=plotter.at(point)))
