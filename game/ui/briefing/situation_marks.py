"""Ink on the map of the situation: where the crowd means to go, what is to be protected, which ways out are open."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
import pygame

from game.level.schema import Level
from game.ui import theme
from game.ui.briefing.known import object_zones
from game.ui.canvas import Area, Canvas
from game.ui.theme import Colour
from game.world.people import Floats

ToSteps = Callable[[Floats], Floats]

WIDE: Final = 3.0  # steps of the arrow
HEAD: Final = 13.0  # steps, its head
SHORT: Final = 0.9  # of the way that it goes: its point stays readable before the place
TAG: Final = 22  # steps
EXIT: Final = 11  # steps, radius of the disc on a way out


def draw_situation(canvas: Canvas, level: Level, routes: Sequence[Floats], paper: Area, at: ToSteps) -> None:
    """Draw it on the map in `paper`, the crowd along `routes` (k, 2) m; `at` turns metres into steps."""
    zones = level.place.ground.zones
    for route in routes:
        _arrow(canvas, at(route))
    for name in object_zones(level):
        label = zones[name].label
        _tag(
            canvas,
            paper,
            at(zones[name].centre),
            "landmark",
            theme.ORDER_BLUE,
            label.say(canvas.language) if label else name,
        )
    for name, way_out in level.place.ground.exits.items():
        shut = name in level.exits_shut
        _exit(canvas, paper, at(way_out.centre), shut)


def _arrow(canvas: Canvas, route: Floats) -> None:
    """A firm line along `route` (k, 2) steps, in the colour of warning, with a head at its end."""
    far = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(route, axis=0).T))])
    end = SHORT * far[-1]
    if end < HEAD:
        return
    tip, back = _place_on(route, far, end), _place_on(route, far, end - HEAD)
    line = np.vstack([route[far < end - HEAD], back])
    along = (tip - back) / np.hypot(*(tip - back))
    across = np.array([-along[1], along[0]])
    for colour, more in ((theme.PAPER_LIGHT, 3.0), (theme.ANGER, 0.0)):
        _ribbon(canvas, line, WIDE + more, colour)
        head = np.array(
            [tip + more * along, back + (0.55 * HEAD + more) * across, back - (0.55 * HEAD + more) * across]
        )
        pygame.draw.polygon(canvas.surface, colour, head * canvas.scale)


def _place_on(route: Floats, far: Floats, steps: float) -> Floats:
    """(2,) the place `steps` along `route` (k, 2), whose points lie `far` (k,) along it."""
    return np.array([np.interp(steps, far, route[:, 0]), np.interp(steps, far, route[:, 1])])


def _ribbon(canvas: Canvas, line: Floats, wide: float, colour: Colour) -> None:
    """Thick, and round at every point, so that no notch shows where it bends."""
    points = line * canvas.scale
    for start, end in pairwise(points):
        pygame.draw.line(canvas.surface, colour, start, end, canvas.px(wide))
        pygame.draw.circle(canvas.surface, colour, end, canvas.px(wide) / 2.0)


def _tag(canvas: Canvas, paper: Area, place: Floats, name: str, ink: Colour, text: str) -> None:
    area = Area(0, 0, round(canvas.width(text, theme.SIZE_BUTTON, "semibold")) + 32, TAG)
    area.center = round(place[0]), round(place[1])
    area.clamp_ip(paper)
    canvas.panel(area, theme.PAPER_LIGHT, 255, ink)
    canvas.icon(name, (area.left + 14, area.centery), 15, ink)
    canvas.text(text, (area.left + 25, area.top + 3), theme.SIZE_BUTTON, theme.INK, "semibold")


def _exit(canvas: Canvas, paper: Area, place: Floats, shut: bool) -> None:
    """A disc: an open way out, or one that is shut."""
    disc = Area(0, 0, 2 * EXIT, 2 * EXIT)
    disc.center = round(place[0]), round(place[1])
    disc.clamp_ip(paper)
    canvas.shape("circle", disc.center, EXIT + 1.5, theme.PAPER_LIGHT)
    canvas.shape("circle", disc.center, EXIT, theme.MERAH if shut else theme.HIJAU)
    canvas.icon("ban" if shut else "log-out", disc.center, 14, theme.TEXT)
