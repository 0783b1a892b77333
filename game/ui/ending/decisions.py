"""Each change of the flag and each use of force with what the commander said about it: the record of "why now?"."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from game.ui import theme
from game.ui.canvas import LINE_HEIGHT, Area, Canvas
from game.ui.ending.judgement import Facts
from game.ui.wording import clock

SIZES: Final = (theme.SIZE_HEAD, theme.SIZE_NAME, theme.SIZE_READ, theme.SIZE_BUTTON)
COLUMNS: Final = (0.0, 0.08, 0.42)  # of the width: when, what, why
APART: Final = 14  # steps between columns
AIR: Final = 10  # steps between rows


@dataclass(frozen=True)
class Row:
    """One decision in words; `why` is empty where nothing was said."""

    when: str
    what: str
    why: str
    faulted: bool


def draw_decisions(canvas: Canvas, area: Area, facts: Facts, starts: float) -> None:
    """Draw them on `area`, as large as all have room; `starts` s after midnight."""
    rows = [_row(canvas, decision, starts) for decision in facts["accounts"]["decisions"]]
    if not rows:
        canvas.paragraph(canvas.say("ui.decisions.none"), area, theme.SIZE_HEAD, theme.INK)
        return
    size = next((size for size in SIZES if sum(_heights(canvas, area, rows, size)) <= area.height), SIZES[-1])
    top = float(area.top)
    for number, (row, height) in enumerate(zip(rows, _heights(canvas, area, rows, size), strict=True)):
        last = number + 1 == len(rows)
        if top + height + (0 if last else size + AIR) > area.bottom + 1:
            left = canvas.say("ui.decisions.more", count=len(rows) - number)
            canvas.text(left, (area.left, top), size, theme.INK_SOFT)
            return
        _draw(canvas, Area(area.left, round(top), area.width, round(height)), row, size)
        top += height


def _row(canvas: Canvas, decision: Mapping[str, Any], starts: float) -> Row:
    why = "" if decision["why"] is None else canvas.say(f"why.{decision['why']}")
    said = f"{why}: {decision['note']}" if why and decision["note"] else why
    return Row(clock(starts + decision["t"]), _what(canvas, decision), said, bool(decision.get("faults")))


def _what(canvas: Canvas, decision: Mapping[str, Any]) -> str:
    """As "AW1: semprotan air lurus", with what the doctrine holds against it; or the flag."""
    if decision["done"] != "force_used":
        return canvas.say(f"ui.decisions.{decision['done']}", flag=canvas.say(f"flag.{decision['flag']}"))
    faults = ", ".join(canvas.say(f"fault.{fault}") for fault in decision["faults"])
    tool = canvas.say(f"doing.{decision['tool'].replace(':', '.')}")
    return f"{decision['by'].upper()}: {tool}" + (f" ({faults})" if faults else "")


def _column(area: Area, number: int) -> Area:
    """Where column `number` stands, as high as `area`."""
    left = area.left + round(area.width * COLUMNS[number])
    right = area.left + round(area.width * (*COLUMNS, 1.0)[number + 1])
    return Area(left, area.top, right - left - APART, area.height)


def _heights(canvas: Canvas, area: Area, rows: list[Row], size: int) -> list[float]:
    return [_lines(canvas, area, row, size) * size * LINE_HEIGHT + AIR for row in rows]


def _lines(canvas: Canvas, area: Area, row: Row, size: int) -> int:
    """Lines that the longer of its cells needs."""
    words = (row.what, row.why or canvas.say("ui.decisions.unsaid"))
    return max(len(canvas.lines(cell, size, _column(area, number).width)) for number, cell in enumerate(words, start=1))


def _draw(canvas: Canvas, area: Area, row: Row, size: int) -> None:
    when, what, why = (_column(area, number) for number in range(len(COLUMNS)))
    canvas.text(row.when, when.topleft, size, theme.INK_SOFT, "semibold")
    if row.faulted:
        canvas.shape("triangle", (what.left - 12, area.top + size * 0.62), 7, theme.MERAH)
    canvas.paragraph(row.what, what, size, theme.INK)
    ink = theme.INK if row.why else theme.INK_SOFT
    canvas.paragraph(row.why or canvas.say("ui.decisions.unsaid"), why, size, ink)
    canvas.line((area.left, area.bottom - AIR / 2), (area.right, area.bottom - AIR / 2), theme.PAPER)
