"""What the thing under the pointer says of itself, on a slip of paper beside it."""

from typing import Final

from game.ui import theme
from game.ui.canvas import LINE_HEIGHT, Area, Canvas, Point, Tip

WIDEST: Final = 312  # steps; look.md
GAP: Final = 16  # steps from the pointer
FOOT: Final = 124  # steps above the lower edge, where the ribbon lies: a slip from there stands above it


def draw_lamp(canvas: Canvas, centre: Point, allowed: bool, held_against: bool = False) -> None:
    """Allowed: a green disc with a tick; not now: a grey square with a cross. Never the flag's octagon.

    Allowed, but something would be `held_against` it: an amber triangle with an exclamation mark.
    """
    if allowed and held_against:
        canvas.shape("triangle", centre, 8.5, theme.KUNING)
        canvas.text("!", (centre[0], centre[1] - 6), theme.SIZE_SMALL, theme.INK, "semibold", align="centre")
    elif allowed:
        canvas.shape("circle", centre, 7.5, theme.HIJAU)
        canvas.shape("tick", centre, 6.5, theme.TEXT)
    else:
        canvas.shape("square", centre, 7.5, theme.INK_SOFT)
        canvas.shape("cross", centre, 7, theme.TEXT)


def draw_tooltip(canvas: Canvas, tip: Tip, pointer: Point, spot: Area) -> None:
    """Draw the `tip` of `spot` near `pointer` (steps), inside the window and never under the pointer."""
    area = _area(canvas, tip, pointer, spot)
    canvas.panel(Area(area.left + 2, area.top + 3, area.width, area.height), theme.INK, 60)
    canvas.panel(area, theme.PAPER_LIGHT, 255, theme.LINE)
    left, top, indent = area.left + 12, area.top + 8.0, 0
    if tip.allowed is not None:
        draw_lamp(canvas, (left + 8, top + 9), tip.allowed, tip.held_against)
        indent = 24
    top += canvas.paragraph(
        tip.title, Area(left + indent, round(top), area.width - 24 - indent, 60), theme.SIZE_NAME, theme.INK, "semibold"
    )
    for icon, text in tip.lines:
        canvas.icon(icon, (left + 8, top + 11), 14, theme.INK_SOFT)
        top += 2 + canvas.paragraph(
            text, Area(left + 24, int(top) + 2, area.width - 48, 200), theme.SIZE_READ, theme.INK
        )


def _area(canvas: Canvas, tip: Tip, pointer: Point, spot: Area) -> Area:
    indent = 0 if tip.allowed is None else 24
    wish = [canvas.width(tip.title, theme.SIZE_NAME, "semibold") + indent + 26]
    wish += [canvas.width(text, theme.SIZE_READ) + 52 for _, text in tip.lines]
    width = round(min(WIDEST, max(wish)))
    title = canvas.lines(tip.title, theme.SIZE_NAME, width - 24 - indent, "semibold")
    height = 18 + len(title) * theme.SIZE_NAME * LINE_HEIGHT
    for _, text in tip.lines:
        height += 3 + len(canvas.lines(text, theme.SIZE_READ, width - 48)) * theme.SIZE_READ * LINE_HEIGHT
    area = Area(round(pointer[0] + GAP), round(pointer[1] + GAP), width, round(height))
    window = canvas.area.inflate(-12, -12)
    if area.right > window.right:
        area.right = round(pointer[0] - GAP / 2)
    if spot.top > window.bottom - FOOT:
        area.bottom = window.bottom - FOOT
    elif area.bottom > window.bottom:
        area.bottom = round(pointer[1] - GAP / 2)
    return area.clamp(window)
