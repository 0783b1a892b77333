"""The ten lines on paper: what it is about, what was so, and whether that was good."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from game.ui import theme
from game.ui.canvas import LINE_HEIGHT, Area, Canvas
from game.ui.ending.judgement import Facts, theme_of, told

SIZES: Final = (theme.SIZE_HEAD, theme.SIZE_NAME, theme.SIZE_READ, theme.SIZE_BUTTON, theme.SIZE_SMALL)
NAME: Final = 176  # steps: the column of what it is about
MARK: Final = 34  # steps: the column of marks
AIR: Final = {size: size * 0.8 for size in SIZES}  # steps between rows


@dataclass(frozen=True)
class Row:
    """One line: its name in both languages, its sentence, and how good it was."""

    name: str
    beside: str
    sentence: str
    good: bool | None
    fails: bool = False


def rows_of(canvas: Canvas, facts: Facts) -> list[Row]:
    """What makes it fail first, then the ten in the order of worth."""
    fails = [_fail(canvas, line) for line in facts["hard_fails"]]
    return fails + [_row(canvas, line, facts) for line in facts["lines"]]


def draw_rows(canvas: Canvas, area: Area, rows: list[Row]) -> None:
    """Draw `rows` in `area`, as large as all of them fit."""
    width = area.width - NAME - MARK
    size = next((size for size in SIZES if sum(_heights(canvas, rows, width, size)) <= area.height), SIZES[-1])
    top = float(area.top)
    for row, height in zip(rows, _heights(canvas, rows, width, size), strict=True):
        _draw(canvas, Area(area.left, round(top), area.width, round(height)), row, size)
        top += height


def _fail(canvas: Canvas, line: Mapping[str, Any]) -> Row:
    sentence = canvas.say(f"verdict.{line['code']}", **line["values"])
    return Row(canvas.say("ui.outcome.fail"), canvas.beside("ui.outcome.fail"), sentence, False, fails=True)


def _row(canvas: Canvas, line: Mapping[str, Any], facts: Facts) -> Row:
    name = f"ui.outcome.{theme_of(line['code'])}"
    return Row(canvas.say(name), canvas.beside(name), told(line, facts, canvas.language), line["good"])


def _heights(canvas: Canvas, rows: list[Row], width: int, size: int) -> list[float]:
    return [len(canvas.lines(row.sentence, size, width)) * size * LINE_HEIGHT + AIR[size] for row in rows]


def _draw(canvas: Canvas, area: Area, row: Row, size: int) -> None:
    if row.fails:
        canvas.panel(area.inflate(12, -2), theme.MERAH, 255)
    ink, soft = (theme.TEXT, theme.TEXT) if row.fails else (theme.INK, theme.INK_SOFT)
    top = area.top + AIR[size] / 2
    _mark(canvas, (area.left + 10, top + size * 0.62), row)
    wide = canvas.text(row.name, (area.left + MARK, top), size, ink, "semibold", NAME - 8)
    if canvas.width(row.beside, theme.SIZE_SMALL) <= NAME - wide - 14:
        canvas.text(row.beside, (area.left + MARK + wide + 6, top + size - 10), theme.SIZE_SMALL, soft)
    left = area.left + MARK + NAME
    canvas.paragraph(row.sentence, Area(left, round(top), area.right - left, area.height), size, ink)
    if not row.fails:
        canvas.line((area.left, area.bottom), (area.right, area.bottom), theme.PAPER)


def _mark(canvas: Canvas, at: tuple[float, float], row: Row) -> None:
    """A tick for what was good, a triangle for what was not, nothing for what is neither."""
    if row.fails:
        canvas.shape("octagon", at, 8, theme.TEXT)
        canvas.shape("cross", at, 7, theme.MERAH)
    elif row.good:
        canvas.shape("circle", at, 8, theme.HIJAU)
        canvas.shape("tick", at, 7, theme.TEXT)
    elif row.good is False:
        canvas.shape("triangle", at, 8, theme.KUNING)
