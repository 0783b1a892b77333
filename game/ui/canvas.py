"""What widgets draw on: a window measured as if it were 1280 × 720, whatever its real size.

Lengths are *steps*: one pixel at 1280 × 720, more on larger windows, never less. Drawing also says what lies where: a
`Spot` is a part of the window that explains itself or can be pressed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal, TypeAlias

import pygame

from game.text import say
from game.ui import shapes, theme
from game.ui.assets import Weight, font, icon, words
from game.ui.theme import Colour

Area: TypeAlias = pygame.Rect  # steps
Point: TypeAlias = tuple[float, float]  # steps
Align: TypeAlias = Literal["left", "centre", "right"]
Press: TypeAlias = Callable[[], None]

LAYOUT: Final = (1280, 720)  # px at which one step is one pixel; look.md
FINENESS: Final = 4  # the scale grows by quarters, so that type stays on whole pixels
LINE_HEIGHT: Final = 1.32  # of the type size; look.md's pictures


@dataclass(frozen=True)
class Tip:
    """What a spot says of itself: a title, lines with an icon each, and whether it is allowed (None: no matter).

    `held_against`: allowed, but the doctrine would hold something against it.
    """

    title: str
    lines: tuple[tuple[str, str], ...] = ()  # (icon, words)
    allowed: bool | None = None
    held_against: bool = False


@dataclass(frozen=True)
class Spot:
    """A part of the window that explains itself, can be pressed, or both; `area` in steps."""

    area: Area
    tip: Tip | None
    press: Press | None


def scale_of(window: tuple[int, int]) -> float:
    """Pixels per step in a window of `window` px."""
    fit = min(window[0] / LAYOUT[0], window[1] / LAYOUT[1])
    return max(1.0, int(fit * FINENESS) / FINENESS)


class Canvas:
    """One frame being drawn in `language`; `spots` and `overflowing` tell afterwards what is where and did not fit."""

    def __init__(self, surface: pygame.Surface, language: str) -> None:
        self.surface = surface
        self.language = language
        self.scale = scale_of(surface.get_size())
        self.spots: list[Spot] = []
        self.overflowing: list[str] = []

    @property
    def area(self) -> Area:
        """The whole window."""
        width, height = self.surface.get_size()
        return Area(0, 0, int(width / self.scale), int(height / self.scale))

    def px(self, steps: float) -> int:
        """Whole pixels."""
        return round(steps * self.scale)

    def rect(self, area: Area) -> pygame.Rect:
        """`area` in pixels."""
        return pygame.Rect(*(self.px(part) for part in area))

    def say(self, code: str, /, **values: Any) -> str:
        """The sentence of `code` in the language chosen."""
        return say(code, values, self.language)

    def beside(self, code: str, /, **values: Any) -> str:
        """The same in the other language, for small print beside it."""
        return say(code, values, "en" if self.language == "id" else "id")

    def spot(self, area: Area, tip: Tip | None = None, press: Press | None = None) -> None:
        """Let `area` explain itself and be pressed; what is said later lies on top."""
        self.spots.append(Spot(area, tip, press))

    def spot_at(self, pixels: tuple[int, int]) -> Spot | None:
        """What lies on top there."""
        at = pixels[0] / self.scale, pixels[1] / self.scale
        return next((spot for spot in reversed(self.spots) if spot.area.collidepoint(at)), None)

    def panel(
        self, area: Area, colour: Colour = theme.PANEL, alpha: int = theme.PANEL_ALPHA, edge: Colour | None = None
    ) -> None:
        """A panel of the table with rounded corners."""
        where = self.rect(area)
        self.surface.blit(shapes.panel(where.size, colour, alpha, self.px(theme.RADIUS), edge), where)

    def fill(self, area: Area, colour: Colour) -> None:
        """A plain block of `colour`."""
        self.surface.fill(colour, self.rect(area))

    def line(self, start: Point, end: Point, colour: Colour = theme.EDGE) -> None:
        """A hairline, level or upright."""
        one, other = ((self.px(x), self.px(y)) for x, y in (start, end))
        pygame.draw.line(self.surface, colour, one, other, max(1, self.px(0.75)))

    def shape(self, kind: str, centre: Point, radius: float, colour: Colour) -> None:
        """A smooth circle, triangle, octagon, square, tick, cross, up or down."""
        drawn = shapes.shape(kind, max(2, self.px(2 * radius)), colour)
        self.surface.blit(drawn, drawn.get_rect(center=(self.px(centre[0]), self.px(centre[1]))))

    def icon(self, name: str, centre: Point, size: float, colour: Colour = theme.TEXT) -> None:
        """An icon of `size` steps round `centre`."""
        drawn = icon(name, self.px(size), colour)
        self.surface.blit(drawn, drawn.get_rect(center=(self.px(centre[0]), self.px(centre[1]))))

    def width(self, text: str, size: float, weight: Weight = "regular") -> float:
        """How wide `text` is on one line, steps."""
        return font(weight, self.px(size)).size(text)[0] / self.scale

    def text(
        self, text: str, at: Point, size: float, colour: Colour = theme.TEXT, weight: Weight = "regular",
        width: float | None = None, align: Align = "left",
    ) -> float:  # fmt: skip
        """One line with its top at `at`, cut with … beyond `width` steps; gives its width."""
        whole = self._cut(text, size, weight, width)
        drawn = words(whole, self.px(size), colour, weight)
        left = self.px(at[0]) - {"left": 0, "centre": drawn.width // 2, "right": drawn.width}[align]
        self.surface.blit(drawn, (left, self.px(at[1])))
        return drawn.width / self.scale

    def digits(
        self, text: str, at: Point, size: float, colour: Colour = theme.TEXT, weight: Weight = "display"
    ) -> float:
        """A number that changes, each digit in an equal cell so that nothing dances; gives its width."""
        cell, x = self.width("0", size, weight), at[0]
        for sign in text:
            own = self.width(sign, size, weight)
            step = cell if sign.isdigit() else own
            self.text(sign, (x + (step - own) / 2, at[1]), size, colour, weight)
            x += step
        return x - at[0]

    def lines(self, text: str, size: float, width: float, weight: Weight = "regular") -> tuple[str, ...]:
        """`text` broken into lines no wider than `width` steps."""
        return _wrapped(text, weight, self.px(size), self.px(width))

    def paragraph(
        self, text: str, area: Area, size: float, colour: Colour = theme.TEXT, weight: Weight = "regular"
    ) -> float:
        """Broken lines inside `area`; what does not fit is left out and counted. Gives the height used, steps."""
        lines, step = self.lines(text, size, area.width, weight), size * LINE_HEIGHT
        room = max(1, int((area.height + 1) / step))
        if len(lines) > room:
            self.overflowing.append(text)
        for number, line in enumerate(lines[:room]):
            self.text(line, (area.left, area.top + number * step), size, colour, weight, area.width)
        return min(len(lines), room) * step

    def _cut(self, text: str, size: float, weight: Weight, width: float | None) -> str:
        if width is None or self.width(text, size, weight) <= width + 1:
            return text
        self.overflowing.append(text)
        while text and self.width(text + "…", size, weight) > width:
            text = text[:-1]
        return text + "…"


@lru_cache(maxsize=1024)
def _wrapped(text: str, weight: Weight, size: int, width: int) -> tuple[str, ...]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font(weight, size).size(longer)[0] > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)
