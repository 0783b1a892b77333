"""Where the widgets lie, in steps; look.md: HUD at 1280 × 720, and what gives way at 1024 × 600."""

from dataclasses import dataclass
from typing import Final

from game.ui import theme
from game.ui.canvas import Area, Canvas

EDGE: Final = 8  # between a panel and the window
TABS: Final = 24  # steps of the ribbon's height above its buttons
SMALL_CARD: Final = 44
SMALL_MINIMAP: Final = (180, 134)
ROOMY: Final = (1240, 680)  # the least window for full cards, English beside and a long log


@dataclass(frozen=True)
class Layout:
    """The areas of one window; `roomy` is False where English and names give way."""

    roomy: bool
    bar: Area
    card: Area  # the first; the others below it
    ribbon: Area
    log: Area  # the most it grows to
    minimap: Area

    @property
    def inset(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom steps that panels cover."""
        return self.card.right + EDGE, self.bar.height, self.minimap.width + 2 * EDGE, self.ribbon.height + 2 * EDGE


def layout_of(canvas: Canvas) -> Layout:
    """The layout of the window that `canvas` is."""
    window = canvas.area
    roomy = window.width >= ROOMY[0] and window.height >= ROOMY[1]
    card = Area(EDGE, theme.TOP_BAR + EDGE, *(theme.CARD if roomy else (SMALL_CARD, SMALL_CARD)))
    minimap = Area(0, 0, *(theme.MINIMAP if roomy else SMALL_MINIMAP))
    minimap.bottomright = window.width - EDGE, window.height - EDGE
    log = Area(window.width - EDGE - theme.LOG[0], card.top, theme.LOG[0], 0)
    log.height = min(theme.LOG[1] if roomy else 168, minimap.top - EDGE - log.top)
    left = card.right + EDGE
    ribbon = Area(left, 0, minimap.left - EDGE - left, theme.RIBBON[1] + TABS)
    ribbon.bottom = window.height - EDGE
    return Layout(roomy, Area(0, 0, window.width, theme.TOP_BAR), card, ribbon, log, minimap)
