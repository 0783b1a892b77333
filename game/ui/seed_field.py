"""Where the seed of chance is typed: one line of pygame_gui in our palette and type, digits only."""

from typing import Final

import pygame
from pygame_gui import UIManager
from pygame_gui.elements import UITextEntryLine

from game.paths import ASSETS
from game.ui import theme
from game.ui.assets import FONT_FILES
from game.ui.canvas import Area, Canvas, Tip
from game.ui.theme import Colour

DIGITS: Final = 9  # at the most: short enough to be called across a class, and any int holds it; guess
FRAME: Final = 1 / 60  # s; only the blinking of the cursor hangs on it
KEYS_OF_THE_PAGE: Final = (pygame.K_UP, pygame.K_DOWN, pygame.K_RETURN, pygame.K_KP_ENTER)  # even while typing


class SeedField:
    """A line to type a seed into; empty means the level's own. A window must be open."""

    def __init__(self, text: str = "") -> None:
        self._text = text
        self._area = Area(0, 0, 0, 0)
        self._made_for: tuple[object, ...] = ()
        self._manager: UIManager | None = None
        self._line: UITextEntryLine | None = None

    @property
    def seed(self) -> int | None:
        """What is typed, or None."""
        return int(self._text) if self._text else None

    @property
    def focused(self) -> bool:
        """Whether keys go here."""
        return self._line is not None and self._line.is_focused

    def take(self, event: pygame.event.Event) -> bool:
        """Take one event; False if it is for the page. Tab comes and goes, Esc goes."""
        if self._manager is None or self._line is None:
            return False
        if event.type == pygame.KEYDOWN and event.key == pygame.K_TAB:
            self._focus(not self.focused)
            return True
        if event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE and self.focused:
            self._focus(False)
            return True
        if event.type == pygame.KEYDOWN and event.key in KEYS_OF_THE_PAGE:
            return False
        self._manager.process_events(event)
        self._text = self._line.get_text()
        return self.focused and event.type in (pygame.KEYDOWN, pygame.KEYUP, pygame.TEXTINPUT)

    def draw(self, canvas: Canvas, area: Area, hint: str, tip: Tip) -> None:
        """Draw the line in `area` (steps); `hint` stands in it while it is empty and not being typed into."""
        made_for = canvas.rect(area), canvas.surface.get_size(), hint
        if made_for != self._made_for:
            self._made_for = made_for
            self._make(*made_for)
        assert self._manager is not None
        if self.focused:
            canvas.panel(area.inflate(6, 6), theme.ORDER_BLUE, 255)
        self._manager.update(FRAME)
        self._manager.draw_ui(canvas.surface)
        canvas.spot(area, tip)

    def _make(self, where: pygame.Rect, window: tuple[int, int], hint: str) -> None:
        """pygame_gui has no scale of its own: another window, another line; text and focus stay."""
        focused = self.focused
        pygame.font.init()  # it is not told of fonts by ours
        self._manager = UIManager(window, _look(where.height), enable_live_theme_updates=False)
        self._line = UITextEntryLine(where, self._manager, initial_text=self._text, placeholder_text=hint)
        self._line.set_allowed_characters("numbers")
        self._line.set_text_length_limit(DIGITS)
        self._focus(focused)

    def _focus(self, wanted: bool) -> None:
        assert self._manager is not None
        self._manager.set_focus_set(self._line if wanted else None)


def _look(height: int) -> dict[str, object]:
    """Our palette and type, for a line `height` px high."""
    size = round(height * theme.SIZE_NAME / 28)
    corner, aside = round(height * theme.RADIUS / 28), round(height * 8 / 28)
    colours = {
        "dark_bg": theme.PAPER_LIGHT,
        "selected_bg": theme.ORDER_BLUE,
        "selected_text": theme.PAPER_LIGHT,
        "normal_text": theme.INK,
        "normal_border": theme.LINE,
        "text_cursor": theme.INK,
    }
    return {
        "text_entry_line": {
            "colours": {part: _hex(colour) for part, colour in colours.items()},
            "font": {
                "name": "inter",
                "size": str(size),
                "regular_path": str(ASSETS / "fonts" / FONT_FILES["semibold"]),
            },
            "misc": {
                "shape": "rounded_rectangle",
                "shape_corner_radius": str(corner),
                "border_width": "1",
                "shadow_width": "0",
                "padding": f"{aside},2",
            },
        }
    }


def _hex(colour: Colour) -> str:
    return "#{:02X}{:02X}{:02X}".format(*colour)
