"""What went on when: the flag as a strip, trust as a curve, threat and force as steps, on one axis of time."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

import numpy as np
import pygame

from game.session.tally import Moment
from game.ui import theme
from game.ui.canvas import Area, Canvas
from game.ui.ending.judgement import Facts
from game.ui.hud.flag_chip import CHIPS
from game.ui.theme import Colour, mix
from game.ui.wording import clock
from game.world.people import Floats

LEFT: Final = 116  # steps: names of what is drawn
STRIP: Final = 24  # steps
APART: Final = 20  # steps between two charts
AXIS: Final = 22  # steps below the last
MARKS: Final = 26  # steps: the row of marks
LEVELS: Final = 6  # Perkap 1/2009
TICKS: Final = (30, 60, 120, 300, 600, 900, 1800)  # s between two times on the axis
MOST_TICKS: Final = 9
PALE: Final = 0.78  # of paper in the ground under the steps of force


def draw_course(canvas: Canvas, area: Area, course: Sequence[Moment], facts: Facts, starts: float) -> None:
    """Draw `course`, one Moment a second from `starts`, s after midnight, on `area`."""
    plot = Area(area.left + LEFT, area.top, area.width - LEFT, area.height)
    charts = area.height - STRIP - MARKS - AXIS - 3 * APART
    trust = Area(plot.left, plot.top + STRIP + APART, plot.width, charts // 2)
    force = Area(plot.left, trust.bottom + APART, plot.width, charts // 2)
    marks = Area(plot.left, force.bottom + APART // 2, plot.width, MARKS)
    _flags(canvas, Area(plot.left, plot.top, plot.width, STRIP), course)
    _trust(canvas, trust, course)
    _force(canvas, force, course)
    _marks(canvas, marks, course, facts)
    _times(canvas, marks, len(course), starts)
    for code, top in (("flag", plot.top), ("trust", trust.top), ("force", force.top), ("marks", marks.top)):
        name = f"ui.course.{code}"
        canvas.text(canvas.say(name), (area.left, top + 3), theme.SIZE_READ, theme.INK, "semibold", LEFT - 12)
        if code != "marks":
            beside = canvas.beside(name)
            canvas.text(beside, (area.left, top + 20), theme.SIZE_SMALL, theme.INK_SOFT, width=LEFT - 12)


def _flags(canvas: Canvas, area: Area, course: Sequence[Moment]) -> None:
    """One block for each flag, with its shape and, where there is room, its name."""
    second = 0
    for flag, run in groupby(course, key=lambda moment: moment.flag):
        seconds = len(list(run))
        left, right = _x(area, second, len(course)), _x(area, second + seconds, len(course))
        shape, ground, ink = CHIPS[flag]
        block = Area(round(left), area.top, max(1, round(right - left) - 1), area.height)
        canvas.fill(block, ground)
        name = canvas.say(f"flag.{flag}").partition(" ")[0]
        if block.width > 22:
            canvas.shape(shape, (block.left + 12, block.centery), 6, ink)
        if block.width > canvas.width(name, theme.SIZE_BUTTON, "semibold") + 30:
            canvas.text(name, (block.left + 24, block.top + 4), theme.SIZE_BUTTON, ink, "semibold")
        second += seconds


def _trust(canvas: Canvas, area: Area, course: Sequence[Moment]) -> None:
    _frame(canvas, area, ((0, "0"), (50, "50"), (100, "100")), 100)
    values = np.array([moment.trust for moment in course])
    _curve(canvas, _points(area, values, 100.0, steps=False), theme.ORDER_BLUE)


def _force(canvas: Canvas, area: Area, course: Sequence[Moment]) -> None:
    """Force as a filled area with a firm edge, threat as a dashed line: told apart without colour."""
    _frame(canvas, area, tuple((level, str(level)) for level in range(1, LEVELS + 1, 1)), LEVELS)
    force = _points(area, np.array([moment.force for moment in course]), LEVELS, steps=True)
    threat = _points(area, np.array([moment.threat for moment in course]), LEVELS, steps=True)
    under = np.vstack([force, (force[-1, 0], area.bottom), (area.left, area.bottom)]) * canvas.scale
    pygame.draw.polygon(canvas.surface, mix(theme.ORDER_BLUE, theme.PAPER_LIGHT, PALE), under)
    _curve(canvas, force, theme.ORDER_BLUE)
    _dashed(canvas, threat, theme.ANGER)
    for number, (code, colour) in enumerate((("force_line", theme.ORDER_BLUE), ("threat_line", theme.ANGER))):
        said = canvas.say(f"ui.course.{code}")
        canvas.text(
            said, (area.left - LEFT, area.top + 38 + 17 * number), theme.SIZE_BUTTON, colour, "semibold", LEFT - 26
        )


def _marks(canvas: Canvas, area: Area, course: Sequence[Moment], facts: Facts) -> None:
    """Himbauan, uses of force and reliefs where they began; faulted force as a triangle."""
    for told in facts["himbauan"]["given"]:
        _icon(canvas, area, "megaphone", told["t"], len(course), str(told["level"]))
    for use in facts["force"]["uses"]:
        x = _x(area, use["first"], len(course))
        shape, colour = ("triangle", theme.MERAH) if use["faults"] else ("square", theme.ORDER_BLUE)
        canvas.shape(shape, (x, area.centery), 7, colour)


def _icon(canvas: Canvas, area: Area, name: str, second: float, length: int, said: str) -> None:
    x = _x(area, second, length)
    canvas.icon(name, (x, area.centery), 15, theme.INK)
    canvas.text(said, (x + 8, area.top), theme.SIZE_SMALL, theme.INK_SOFT, "semibold")


def _times(canvas: Canvas, marks: Area, length: int, starts: float) -> None:
    """Times of day below."""
    every = next((step for step in TICKS if length / step <= MOST_TICKS), TICKS[-1])
    for second in range(0, length, every):
        x = _x(marks, second, length)
        canvas.text(clock(starts + second), (x, marks.bottom + 2), theme.SIZE_SMALL, theme.INK_SOFT, align="centre")


def _frame(canvas: Canvas, area: Area, levels: Sequence[tuple[float, str]], most: float) -> None:
    canvas.panel(area, theme.PAPER, 255)
    for level, said in levels:
        y = area.bottom - area.height * level / most
        canvas.line((area.left, y), (area.right, y), mix(theme.PAPER, theme.LINE, 0.3))
        canvas.text(said, (area.left - 6, y - 8), theme.SIZE_SMALL, theme.INK_SOFT, align="right")


def _x(area: Area, second: float, length: int) -> float:
    return area.left + area.width * second / max(1, length)


def _points(area: Area, values: Floats, most: float, steps: bool) -> Floats:
    """(k, 2) steps, one value a second; `steps` keeps each for its second."""
    seconds = np.arange(len(values) + 1.0)
    if steps:
        seconds, values = np.repeat(seconds, 2)[1:-1], np.repeat(values, 2)
    else:
        seconds = seconds[:-1]
    x = area.left + area.width * seconds / max(1.0, seconds[-1])
    y = area.bottom - area.height * values / most
    return np.column_stack([x, y])


def _curve(canvas: Canvas, points: Floats, colour: Colour) -> None:
    if len(points) > 1:
        pygame.draw.lines(canvas.surface, colour, False, points * canvas.scale, canvas.px(2))


def _dashed(canvas: Canvas, points: Floats, colour: Colour) -> None:
    """Dashes of 7 and gaps of 4 steps along it."""
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    for begin in np.arange(0.0, along[-1], 11.0):
        ends = np.clip([begin, begin + 7.0], 0.0, along[-1])
        inside = points[(along > ends[0]) & (along < ends[1])]
        edge = np.column_stack([np.interp(ends, along, points[:, axis]) for axis in (0, 1)])
        dash = np.vstack([edge[:1], inside, edge[1:]]) * canvas.scale
        pygame.draw.lines(canvas.surface, colour, False, dash, canvas.px(2))
