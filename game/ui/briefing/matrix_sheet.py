"""The matrix on paper: agencies down, phases across, what is added from phase to phase."""

from typing import Final

from game.level.schema import Level
from game.ui import theme
from game.ui.briefing.known import in_list, partners
from game.ui.briefing.matrix import Charge, Stage, charges, stages, who_declares
from game.ui.canvas import LINE_HEIGHT, Area, Canvas
from game.ui.hud.flag_chip import CHIPS
from game.world.quantities import Text

FIRST: Final = 0.17  # of the width: the column of agencies
HEAD: Final = 40  # steps
CELL: Final = 8  # steps round the words of a cell
SIZES: Final = (theme.SIZE_HEAD, theme.SIZE_NAME, theme.SIZE_READ, theme.SIZE_BUTTON, theme.SIZE_SMALL)

Row = tuple[str, str, list[str]]  # agency, its units, one cell per stage


def draw_matrix(canvas: Canvas, area: Area, level: Level, labels: dict[str, list[str]]) -> None:
    """Draw it on `area`; `labels` are agency → call-signs."""
    canvas.panel(area, theme.PAPER_LIGHT, 255)
    columns = stages(level)
    rows = [_command(canvas, level, columns), *(_row(canvas, level, agency, labels, columns) for agency in labels)]
    note = canvas.say("ui.matrix.note")
    below = len(canvas.lines(note, theme.SIZE_SMALL, area.width - 2 * CELL)) * theme.SIZE_SMALL * LINE_HEIGHT + 10
    room = area.height - HEAD - below
    size = next((size for size in SIZES if sum(_heights(canvas, area, rows, size)) <= room), SIZES[-1])
    _heads(canvas, area, columns)
    top = float(area.top + HEAD)
    for row, height in zip(rows, _heights(canvas, area, rows, size), strict=True):
        canvas.line((area.left + CELL, top), (area.right - CELL, top), theme.LINE)
        _draw_row(canvas, area, row, round(top), round(height), size)
        top += height
    foot = Area(area.left + CELL, round(area.bottom - below) + 4, area.width - 2 * CELL, round(below))
    canvas.paragraph(note, foot, theme.SIZE_SMALL, theme.INK_SOFT)


def _command(canvas: Canvas, level: Level, columns: list[Stage]) -> Row:
    """Who holds the flag."""
    cells = [_flag(canvas, level, stage) for stage in columns]
    return canvas.say("ui.matrix.command"), level.ladder.title.say(canvas.language), cells


def _flag(canvas: Canvas, level: Level, stage: Stage) -> str:
    if stage.phase == "pemulihan":
        return canvas.say("ui.matrix.calm_again")
    rank = canvas.say(f"rank.{who_declares(level, stage.flag)}")
    return canvas.say("ui.matrix.flag", flag=canvas.say(f"flag.{stage.flag}"), rank=rank)


def _row(canvas: Canvas, level: Level, agency: str, labels: dict[str, list[str]], columns: list[Stage]) -> Row:
    cells = [_cell(canvas, level, agency, stage) for stage in columns]
    return level.district.agencies[agency].say(canvas.language), " ".join(labels[agency]), cells


def _cell(canvas: Canvas, level: Level, agency: str, stage: Stage) -> str:
    """All of it in the calmest phase, in the others what comes to it."""
    if stage.phase == "pemulihan":
        return canvas.say("ui.matrix.as_before")
    found = charges(level, agency, stage.before, stage.ceiling)
    orders = "; ".join(_told(canvas, level, charge) for charge in found)
    if stage.before == 0:
        return orders or canvas.say("ui.matrix.nothing", units=in_list(_types(level, agency), canvas.language))
    return canvas.say("ui.matrix.and_more", orders=orders) if orders else canvas.say("ui.matrix.same")


def _types(level: Level, agency: str) -> list[Text]:
    """What kinds of units the agency brings."""
    return [detail.type.label for detail in partners(level)[agency]]


def _told(canvas: Canvas, level: Level, charge: Charge) -> str:
    """An order by its name, with the rank it needs where the trainee's is too low, and a star for the warning."""
    name = canvas.say(f"doing.{charge.word}.{charge.detail}" if charge.detail else f"command.{charge.word}")
    own = next(seat.rank for seat in level.seats.values() if seat.played_by == "trainee")
    higher = level.ladder.ranks.index(charge.rank) > level.ladder.ranks.index(own)
    rank = f" ({canvas.say(f'rank.{charge.rank}')})" if higher else ""
    return f"{name.lower()}{rank}{'*' if charge.warned else ''}"


def _heads(canvas: Canvas, area: Area, columns: list[Stage]) -> None:
    canvas.text(
        canvas.say("ui.matrix.agency"), (area.left + CELL, area.top + 11), theme.SIZE_NAME, theme.INK, "semibold"
    )
    for number, stage in enumerate(columns):
        cell = _place(area, number, len(columns))
        shape, ground, _ = CHIPS[stage.flag]
        canvas.shape(shape, (cell.left + 8, area.top + 20), 8, ground)
        name = f"ui.phase.{stage.phase}"
        wide = canvas.text(canvas.say(name), (cell.left + 24, area.top + 10), theme.SIZE_HEAD, theme.INK, "semibold")
        canvas.text(canvas.beside(name), (cell.left + 32 + wide, area.top + 14), theme.SIZE_SMALL, theme.INK_SOFT)


def _heights(canvas: Canvas, area: Area, rows: list[Row], size: int) -> list[float]:
    return [_height(canvas, area, row, size) for row in rows]


def _height(canvas: Canvas, area: Area, row: Row, size: int) -> float:
    """Steps that the highest cell of `row` needs."""
    name, units, cells = row
    first = _place(area, -1, len(cells)).width
    lines = len(canvas.lines(name, size, first, "semibold")) + len(canvas.lines(units, theme.SIZE_SMALL, first))
    wide = _place(area, 0, len(cells)).width
    most = max([lines, *(len(canvas.lines(cell, size, wide)) for cell in cells)])
    return most * size * LINE_HEIGHT + 2 * CELL


def _draw_row(canvas: Canvas, area: Area, row: Row, top: int, height: int, size: int) -> None:
    name, units, cells = row
    first = _place(area, -1, len(cells)).move(0, top + CELL - area.top)
    first.height = height - CELL
    used = round(canvas.paragraph(name, first, size, theme.INK, "semibold"))
    units_area = Area(first.left, first.top + used, first.width, first.height - used)
    canvas.paragraph(units, units_area, theme.SIZE_SMALL, theme.INK_SOFT)
    for number, cell in enumerate(cells):
        place = _place(area, number, len(cells)).move(0, top + CELL - area.top)
        place.height = height - CELL
        canvas.paragraph(cell, place, size, theme.INK)


def _place(area: Area, number: int, count: int) -> Area:
    """Where column `number` of `count` stands, -1 for that of agencies: without its edges, `area`'s height."""
    first = round(area.width * FIRST)
    wide = (area.width - first) // count
    left = area.left if number < 0 else area.left + first + number * wide
    return Area(left + CELL, area.top, (first if number < 0 else wide) - 2 * CELL, area.height)
