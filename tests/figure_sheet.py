"""Everybody on one sheet: ``python tests/figure_sheet.py FILE.png`` draws each look in each state, near and normal."""

import os
import sys
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pygame

from game.ui.assets import words
from game.ui.figures import CIVILIAN, LOOKS, OFFICER
from game.ui.figures.anatomy import draw_figure
from game.ui.figures.atlas import SCALES
from game.ui.figures.looks import Look
from game.ui.figures.vehicles import HEADINGS, vehicle
from game.ui.theme import INK, INK_SOFT, PAPER

CELL = (100, 92)  # px
SIZES = {"awc": (7.5, 2.5), "ambulans": (5.2, 2.0), "raimas": (2.1, 0.8)}  # m; levels/catalogue/units.yaml
EAST_OF_NORTH = 0.6  # rad, so that neither side of a figure hides


def states_of(look: Look) -> list[str]:
    """What somebody of `look` can be seen to do."""
    return [] if look.wheels else list(OFFICER if look.officer else CIVILIAN)


def stamp(sheet: pygame.Surface, sprite: tuple[pygame.Surface, tuple[int, int]], x: float, y: float) -> None:
    """Put `sprite` with its place at (x, y) px."""
    surface, (left, top) = sprite
    sheet.blit(surface, (x + left, y + top))


def write(sheet: pygame.Surface, text: str, x: float, y: float) -> None:
    """Write `text` under a figure."""
    drawn = words(text, 11, INK_SOFT)
    sheet.blit(drawn, drawn.get_rect(midtop=(x, y)))


def row_of(sheet: pygame.Surface, name: str, look: Look, top: int) -> None:
    """One look in all its states, near and normal."""
    sheet.blit(words(name, 14, INK, "semibold"), (10, top + 30))
    for number, state in enumerate(states_of(look)):
        x = 150 + number * CELL[0]
        for zoom, shift in ((42, -16), (16, 28)):
            stamp(sheet, draw_figure(name, state, number, EAST_OF_NORTH, 0, SCALES[zoom]), x + shift, top + 36)
        write(sheet, state, x, top + 72)


def wheels(sheet: pygame.Surface, top: int) -> None:
    """The vehicles at three zooms and two headings."""
    x = 200
    for name, (length, width) in SIZES.items():
        for zoom, turn in ((32, 0), (16, HEADINGS // 12), (16, HEADINGS // 2), (7, HEADINGS // 12)):
            stamp(sheet, vehicle(name, length, width, turn, zoom), x, top + 60)
            x += round(length * zoom * 0.75) + 60


def main(file: Path) -> None:
    """Draw the sheet."""
    pygame.init()
    people = {name: look for name, look in LOOKS.items() if not look.wheels}
    most = max(len(states_of(look)) for look in people.values())
    sheet = pygame.Surface((150 + most * CELL[0], (len(people) + 2) * CELL[1]))
    sheet.fill(PAPER)
    for number, (name, look) in enumerate(people.items()):
        row_of(sheet, name, look, number * CELL[1])
    wheels(sheet, len(people) * CELL[1])
    pygame.image.save(sheet, file)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
