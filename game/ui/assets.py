"""Fonts and icons, loaded once per size and colour; `assets/CREDITS.md` says whose they are.

`font(weight, size)`, `words(text, size, colour, weight)` and `icon(name, size, colour)` are all there is. What they
return is shared: blit it, never draw on it.
"""

import io
from functools import cache, lru_cache
from typing import Final, Literal, TypeAlias

import pygame

from game.paths import ASSETS
from game.ui.theme import Colour

Weight: TypeAlias = Literal["regular", "semibold", "display"]

FONT_FILES: Final[dict[Weight, str]] = {
    "regular": "Inter-Regular.otf",  # sentences
    "semibold": "Inter-SemiBold.otf",  # names and numbers
    "display": "InterDisplay-SemiBold.otf",  # from 26 px up
}
MOST_WORDS = 2048  # surfaces; a full screen shows about 300, and a clock makes one more each second; measured


def font(weight: Weight, size: int) -> pygame.Font:
    """Inter at `size` px."""
    if not pygame.font.get_init():  # a `pygame.quit()` takes the fonts of before with it
        pygame.font.init()
        _load.cache_clear()
    return _load(weight, size)


@lru_cache(maxsize=MOST_WORDS)
def words(text: str, size: int, colour: Colour, weight: Weight = "regular") -> pygame.Surface:
    """`text` on one line, smooth, on a clear ground; a sign that cannot be printed is a space: levels hold anything."""
    line = "".join(letter if letter.isprintable() else " " for letter in text)
    return font(weight, size).render(line, True, colour)


@cache
def icon(name: str, size: int, colour: Colour) -> pygame.Surface:
    """The icon `assets/icons/<name>.svg`, `size` px square, stroked in `colour`."""
    drawing = (ASSETS / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    inked = drawing.replace("currentColor", "#{:02x}{:02x}{:02x}".format(*colour))
    return pygame.image.load_sized_svg(io.BytesIO(inked.encode()), (size, size))


@cache
def _load(weight: Weight, size: int) -> pygame.Font:
    return pygame.Font(ASSETS / "fonts" / FONT_FILES[weight], size)
