"""Headed paragraphs on paper, in the largest type with which all of them have room."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.ui import theme
from game.ui.canvas import LINE_HEIGHT, Area, Canvas
from game.ui.theme import Colour

SIZES: Final = (theme.SIZE_HEAD, theme.SIZE_NAME, theme.SIZE_READ, theme.SIZE_BUTTON, theme.SIZE_SMALL)
INDENT: Final = 26  # steps from the icon to the words
MARKED: Final = 18  # steps that a mark before a paragraph takes
PADDING: Final = 18  # steps between the paper's edge and what is on it
APART: Final = {size: size * 0.75 for size in SIZES}  # steps between sections; guess


@dataclass(frozen=True)
class Section:
    """A head with its icon and paragraphs, each with a small `mark` before it if one is given."""

    code: str
    icon: str
    lines: tuple[str, ...]
    mark: str = ""
    mark_colour: Colour = theme.INK_SOFT


def draw_paper(canvas: Canvas, area: Area, sections: Sequence[Section]) -> None:
    """A sheet of paper with `sections` from its top."""
    canvas.panel(area, theme.PAPER_LIGHT, 255)
    inner = area.inflate(-2 * PADDING, -2 * PADDING + 4)
    size = next((size for size in SIZES if _height(canvas, sections, inner.width, size) <= inner.height), SIZES[-1])
    top = float(inner.top)
    for section in sections:
        _head(canvas, section, inner, top, size)
        top += _head_height(size)
        for line in section.lines:
            top += _line(canvas, section, line, inner, top, size)
        top += APART[size]


def _head(canvas: Canvas, section: Section, inner: Area, top: float, size: int) -> None:
    canvas.icon(section.icon, (inner.left + 9, top + size * 0.7), 18, theme.INK)
    left, room = inner.left + INDENT, inner.width - INDENT
    wide = canvas.text(canvas.say(section.code), (left, top), size + 2, theme.INK, "semibold", room)
    beside, after = canvas.beside(section.code), left + wide + 8
    if canvas.width(beside, theme.SIZE_SMALL) <= inner.right - after:
        canvas.text(beside, (after, top + size - 9), theme.SIZE_SMALL, theme.INK_SOFT)


def _line(canvas: Canvas, section: Section, line: str, inner: Area, top: float, size: int) -> float:
    """One paragraph; gives its height."""
    left = inner.left + INDENT + (MARKED if section.mark else 0)
    if section.mark:
        canvas.icon(section.mark, (left - 11, top + size * 0.66), 13, section.mark_colour)
    room = Area(left, round(top), inner.right - left, max(1, round(inner.bottom - top)))
    return canvas.paragraph(line, room, size, theme.INK) + 2


def _height(canvas: Canvas, sections: Sequence[Section], width: int, size: int) -> float:
    return sum(_section_height(canvas, section, width, size) for section in sections) - APART[size]


def _section_height(canvas: Canvas, section: Section, width: int, size: int) -> float:
    room = width - INDENT - (MARKED if section.mark else 0)
    lines = sum(len(canvas.lines(line, size, room)) * size * LINE_HEIGHT + 2 for line in section.lines)
    return _head_height(size) + lines + APART[size]


def _head_height(size: int) -> float:
    return (size + 2) * LINE_HEIGHT + 4
