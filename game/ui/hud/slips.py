"""Slips of paper over the map in which something is said or asked: where they lie, their chips and buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.ui import theme
from game.ui.canvas import Area, Canvas, Press, Tip
from game.ui.hud.layout import EDGE, Layout
from game.ui.hud.tooltip import draw_lamp

SIDE: Final = 250  # steps wide, the slip that asks why
WIDEST: Final = 566  # steps, the slip in which something is said
PADDING: Final = 12
CHIP: Final = 22  # steps high
BUTTON: Final = 30
GAP: Final = 5


@dataclass(frozen=True)
class Chip:
    """A word that can be on or off; `mark` is the shape before it."""

    text: str
    on: bool
    press: Press | None = None
    mark: str = ""


def said_in(layout: Layout, height: int) -> Area:
    """Where something is said: over the ribbon, at the left."""
    left, right = layout.card.right + EDGE, layout.log.left - EDGE
    area = Area(left, 0, min(WIDEST, right - left), height)
    area.bottom = layout.ribbon.top - EDGE
    return area


def asked_in(layout: Layout, height: int) -> Area:
    """Where something is asked: over the minimap, where it hides nothing of the square that panels leave free."""
    area = Area(0, 0, SIDE, height)
    area.bottomright = layout.minimap.right, layout.minimap.top - EDGE
    return area


def draw_paper(canvas: Canvas, area: Area) -> None:
    """The slip itself; nothing below it can be pressed."""
    canvas.panel(Area(area.left + 2, area.top + 3, area.width, area.height), theme.INK, 60)
    canvas.panel(area, theme.PAPER_LIGHT, 252, theme.LINE)
    canvas.spot(area)


def chip_areas(canvas: Canvas, area: Area, chips: Sequence[Chip]) -> list[Area]:
    """Where each of `chips` lies, row by row from the top of `area`."""
    found: list[Area] = []
    left, top = area.left, area.top
    for chip in chips:
        width = round(canvas.width(chip.text, theme.SIZE_BUTTON, "semibold")) + (32 if chip.mark else 18)
        if left > area.left and left + width > area.right:
            left, top = area.left, top + CHIP + GAP
        found.append(Area(left, top, width, CHIP))
        left += width + GAP
    return found


def chips_height(canvas: Canvas, width: int, chips: Sequence[Chip]) -> int:
    """Steps that rows of `chips` need within `width`."""
    return max((area.bottom for area in chip_areas(canvas, Area(0, 0, width, 0), chips)), default=0)


def draw_chips(canvas: Canvas, area: Area, chips: Sequence[Chip]) -> None:
    """Draw `chips` from the top of `area`; those that are on are dark, as ink on paper."""
    for chip, where in zip(chips, chip_areas(canvas, area, chips), strict=True):
        canvas.panel(where, theme.INK if chip.on else theme.PAPER, 255, None if chip.on else theme.LINE)
        ink, left = theme.TEXT if chip.on else theme.INK_SOFT, where.left + 9
        if chip.mark:
            canvas.shape(chip.mark, (left + 5, where.centery), 6, ink)
            left += 14
        canvas.text(chip.text, (left, where.top + 3), theme.SIZE_BUTTON, ink, "semibold")
        if chip.press is not None:
            canvas.spot(where, press=chip.press)


def draw_button(canvas: Canvas, area: Area, text: str, key: str, tip: Tip, press: Press) -> None:
    """A button with its key and its lamp, as in the ribbon."""
    allowed = tip.allowed is not False
    canvas.panel(area, theme.INSET if allowed else theme.PAPER, 255, None if allowed else theme.LINE)
    ink, soft = (theme.TEXT, theme.TEXT_SECOND) if allowed else (theme.INK_SOFT, theme.INK_SOFT)
    wide = canvas.text(key, (area.left + 8, area.centery - 8), theme.SIZE_SMALL, soft, "semibold") if key else 0.0
    left, lamp = area.left + 8 + wide + (7 if key else 0), 0 if tip.allowed is None else 24
    canvas.text(text, (left, area.centery - 8), theme.SIZE_BUTTON, ink, "semibold", area.right - left - 6 - lamp)
    if tip.allowed is not None:
        draw_lamp(canvas, (area.right - 14, area.centery), tip.allowed)
    canvas.spot(area, tip, press)


def draw_closer(canvas: Canvas, area: Area, press: Press) -> None:
    """The cross at the upper right that puts the slip away."""
    where = Area(area.right - 28, area.top + 4, 24, 24)
    canvas.shape("cross", where.center, 8, theme.INK_SOFT)
    canvas.spot(where, Tip(canvas.say("ui.slip.close")), press)
