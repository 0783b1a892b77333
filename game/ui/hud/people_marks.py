"""Ink beside single people: who was seen doing what, who is led away, who speaks for the crowd, who goes in for it."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pygame

from game.session.scene import Mark
from game.session.view import View
from game.ui import theme
from game.ui.assets import icon
from game.ui.camera import Camera
from game.ui.canvas import Area, Canvas
from game.ui.shapes import shape
from game.ui.theme import Colour
from game.ui.wording import clock
from game.world.people import Floats
from game.world.world import TICK

WITNESSED: Final = theme.rgb("96291A")  # look.md: the red that belongs to a witnessed act
MOST: Final = 3  # slips at once: more hide the crowd. Everybody else who is marked has a dot; measured on pictures
BY_MANY: Final = ("press",)  # acts of a mass, told in one slip for all: a ring for each would hide the line
SLIPS_FROM: Final = 10  # px/m; look.md: from farther there is room for alarms only
RING: Final = 0.75  # m, radius
HEIGHT: Final = 18  # steps of a slip
ABOVE: Final = 1.1  # m from a head to its slip or pin
PIN: Final = 20  # steps across


class PeopleMarks:
    """The marks of one window; they know where they were drawn."""

    def __init__(self) -> None:
        self._slips: list[tuple[Area, Mark]] = []

    def draw(self, canvas: Canvas, camera: Camera, view: View, positions: Floats, others: Sequence[Area] = ()) -> None:
        """Draw them where everybody is drawn, `positions` (n, 2) m; slips clear of `others`."""
        _talkers(canvas, camera, view, positions)
        _held(canvas, camera, view, positions)
        marks = [mark for mark in _latest(view) if mark.act not in BY_MANY]
        most = MOST if camera.zoom >= SLIPS_FROM else 0
        for mark in marks[most:]:
            _dot(canvas, camera, positions[mark.person])
        self._slips = []
        for mark in marks[:most]:
            area = self._free(canvas, camera, view, mark, positions, others)
            self._slips.append((area, mark))
            _ring(canvas, camera, area, positions[mark.person])
        for area, mark in self._slips:
            _slip(canvas, area, mark_in_words(canvas, view, mark))

    @property
    def areas(self) -> list[Area]:
        """Where slips lie, steps, as last drawn."""
        return [area for area, _ in self._slips]

    def mark_at(self, point: tuple[float, float]) -> Mark | None:
        """Whose slip lies at `point`, steps, as last drawn."""
        return next((mark for area, mark in reversed(self._slips) if area.collidepoint(point)), None)

    def _free(
        self, canvas: Canvas, camera: Camera, view: View, mark: Mark, positions: Floats, others: Sequence[Area]
    ) -> Area:
        """Room for the slip of `mark` above who it is of, clear of other slips and of `others`."""
        x, y = camera.to_screen(positions[mark.person] + np.array([0.0, ABOVE])) / canvas.scale
        text, taken = mark_in_words(canvas, view, mark), [*others, *self.areas]
        area = Area(0, 0, round(canvas.width(text, theme.SIZE_SMALL, "semibold")) + 12, HEIGHT)
        area.midbottom = round(x), round(y)
        while area.collidelist(taken) >= 0:
            area.bottom = taken[area.collidelist(taken)].top - 2
        return area


def _latest(view: View) -> list[Mark]:
    """The latest mark of everybody who can still be seen and is not held, the newest first."""
    newest = {mark.person: mark for mark in sorted(view.scene.marks, key=lambda mark: mark.tick)}
    free = view.present & ~view.custody
    return sorted((mark for mark in newest.values() if free[mark.person]), key=lambda mark: -mark.tick)


def mark_of(view: View, person: int) -> Mark | None:
    """The latest that `person` was seen doing."""
    return next((mark for mark in _latest(view) if mark.person == person), None)


def mark_in_words(canvas: Canvas, view: View, mark: Mark) -> str:
    """As "melempar 14:07"."""
    return f"{canvas.say(f'mark.{mark.act}')} {clock(view.clock - view.seconds + mark.tick * TICK)}"


def _ring(canvas: Canvas, camera: Camera, area: Area, place: Floats) -> None:
    """Round who it is, with a line to the slip at `area`."""
    x, y = camera.to_screen(place).tolist()
    foot = canvas.rect(area).midbottom
    pygame.draw.aaline(canvas.surface, WITNESSED, foot, (x, y - RING * camera.zoom))
    pygame.draw.aacircle(canvas.surface, WITNESSED, (round(x), round(y)), max(6, round(RING * camera.zoom)), 2)


def _dot(canvas: Canvas, camera: Camera, place: Floats) -> None:
    """At the shoulder, on a rim of paper."""
    x, y = (round(part) for part in camera.to_screen(place + np.array([0.35, 0.35])).tolist())
    for radius, colour in ((4, theme.PAPER_LIGHT), (3, WITNESSED)):
        pygame.draw.aacircle(canvas.surface, colour, (x, y), canvas.px(radius))


def _slip(canvas: Canvas, area: Area, text: str) -> None:
    canvas.panel(area, theme.PAPER_LIGHT, 248, WITNESSED)
    canvas.text(text, (area.left + 6, area.top + 1), theme.SIZE_SMALL, WITNESSED, "semibold")


def _talkers(canvas: Canvas, camera: Camera, view: View, positions: Floats) -> None:
    """A pin on the coordinator while there are talks, and on everybody chosen to go in."""
    talks = view.talks
    if talks is None:
        return
    for row in talks.delegates:
        if view.present[row]:
            _pin(canvas, camera, positions[row], "landmark", theme.INK)
    if talks.standing == "open" and view.present[talks.korlap]:
        _pin(canvas, camera, positions[talks.korlap], "message-circle", theme.ORDER_BLUE)


def _held(canvas: Canvas, camera: Camera, view: View, positions: Floats) -> None:
    """A pin on everybody who is led away."""
    for arrest in view.arrests:
        if view.custody[arrest.person] and view.present[arrest.person]:
            _pin(canvas, camera, positions[arrest.person], "user-lock", theme.ORDER_BLUE)


def _pin(canvas: Canvas, camera: Camera, place: Floats, name: str, ink: Colour) -> None:
    """A paper disc with an icon, on a stalk over a head."""
    size = canvas.px(PIN)
    x, y = (round(part) for part in camera.to_screen(place).tolist())
    top = y - round(ABOVE * camera.zoom) - size // 2
    pygame.draw.line(canvas.surface, ink, (x, y - round(0.4 * camera.zoom)), (x, top), 2)
    for across, colour in ((size, ink), (size - 3, theme.PAPER_LIGHT)):
        disc = shape("circle", across, colour)
        canvas.surface.blit(disc, disc.get_rect(center=(x, top)))
    drawn = icon(name, round(0.62 * size), ink)
    canvas.surface.blit(drawn, drawn.get_rect(center=(x, top)))
