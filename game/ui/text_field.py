"""Where something is typed: a line or a few of pygame_gui, in our palette and type."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pygame

from game.paths import ASSETS
from game.ui import theme
from game.ui.assets import FONT_FILES, Weight
from game.ui.canvas import Area, Canvas, Tip
from game.ui.theme import Colour

if TYPE_CHECKING:  # pygame_gui takes a quarter of a second to come: only with the first field that is seen
    from pygame_gui import UIManager
    from pygame_gui.elements import UITextEntryBox, UITextEntryLine

FRAME: Final = 1 / 60  # s; only the blinking of the cursor hangs on it
ENTER: Final = (pygame.K_RETURN, pygame.K_KP_ENTER)
TYPED: Final = (pygame.KEYDOWN, pygame.KEYUP, pygame.TEXTINPUT)


@dataclass(frozen=True)
class Kind:
    """What a field is for: how many characters at the most, only digits or any, and one line or as many as fit."""

    most: int
    digits: bool = False
    many_lines: bool = False
    weight: Weight = "semibold"
    size: int = theme.SIZE_NAME
    page_keys: tuple[int, ...] = ENTER  # that stay the page's even while typing


class TextField:
    """Text that can be typed into; a window must be open."""

    def __init__(self, kind: Kind, text: str = "") -> None:
        self.kind = kind
        self._text = text
        self._made_for: tuple[object, ...] = ()
        self._manager: UIManager | None = None
        self._line: UITextEntryLine | UITextEntryBox | None = None

    @property
    def text(self) -> str:
        """What is typed."""
        return self._text

    def write(self, text: str) -> None:
        """Let `text` stand there instead."""
        self._text = text
        if self._line is not None:
            self._line.set_text(text)

    @property
    def focused(self) -> bool:
        """Whether keys go here."""
        return self._line is not None and self._line.is_focused

    def focus(self, wanted: bool) -> None:
        """Let keys go here, or not."""
        if self._manager is not None:
            self._manager.set_focus_set(self._line if wanted else None)

    def take(self, event: pygame.event.Event) -> bool:
        """Take one event; False if it is for the page. Tab comes and goes, Esc goes."""
        if self._manager is None or self._line is None:
            return False
        if event.type == pygame.KEYDOWN and event.key == pygame.K_TAB:
            self.focus(not self.focused)
            return True
        if event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE and self.focused:
            self.focus(False)
            return True
        if event.type == pygame.KEYDOWN and event.key in self.kind.page_keys:
            return False
        self._manager.process_events(event)
        self._text = self._line.get_text()[: self.kind.most]
        return self.focused and event.type in TYPED

    def draw(self, canvas: Canvas, area: Area, hint: str, tip: Tip) -> None:
        """Draw the field in `area` (steps); `hint` stands in it while it is empty and not being typed into."""
        made_for = canvas.rect(area), canvas.surface.get_size(), hint
        if made_for != self._made_for:
            self._made_for = made_for
            self._make(*made_for, canvas.px(self.kind.size))
        assert self._manager is not None
        if self.focused:
            canvas.panel(area.inflate(6, 6), theme.ORDER_BLUE, 255)
        self._manager.update(FRAME)
        self._manager.draw_ui(canvas.surface)
        canvas.spot(area, tip)

    def _make(self, where: pygame.Rect, window: tuple[int, int], hint: str, size: int) -> None:
        """pygame_gui has no scale of its own: another window, another line; text and focus stay."""
        from pygame_gui import UIManager
        from pygame_gui.elements import UITextEntryBox, UITextEntryLine

        focused = self.focused
        pygame.font.init()  # it is not told of fonts by ours
        self._manager = UIManager(window, _look(size, self.kind.weight), enable_live_theme_updates=False)
        if self.kind.many_lines:
            self._line = UITextEntryBox(where, manager=self._manager, placeholder_text=hint)
        else:
            self._line = UITextEntryLine(where, manager=self._manager, placeholder_text=hint)
            self._line.set_text_length_limit(self.kind.most)
            if self.kind.digits:
                self._line.set_allowed_characters("numbers")
        self._line.set_text(self._text)  # leaves the cursor behind it
        self.focus(focused)


def _look(size: int, weight: Weight) -> dict[str, object]:
    """Our palette and type, `size` px high."""
    corner, aside = round(size * theme.RADIUS / theme.SIZE_NAME), round(size * 8 / theme.SIZE_NAME)
    colours = {
        "dark_bg": theme.PAPER_LIGHT,
        "selected_bg": theme.ORDER_BLUE,
        "selected_text": theme.PAPER_LIGHT,
        "normal_text": theme.INK,
        "normal_border": theme.LINE,
        "text_cursor": theme.INK,
    }
    look = {
        "colours": {part: _hex(colour) for part, colour in colours.items()},
        "font": {
            "name": f"inter-{weight}",
            "size": str(size),
            "regular_path": str(ASSETS / "fonts" / FONT_FILES[weight]),
        },
        "misc": {
            "shape": "rounded_rectangle",
            "shape_corner_radius": str(corner),
            "border_width": "1",
            "shadow_width": "0",
            "padding": f"{aside},2",
        },
    }
    return {"text_entry_line": look, "text_box": look, "text_entry_box": look}


def _hex(colour: Colour) -> str:
    return "#{:02X}{:02X}{:02X}".format(*colour)
