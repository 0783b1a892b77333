"""The printed map in squares, printed when they first come into view: any zoom, any place, little memory."""

from collections import OrderedDict
from typing import Final

import pygame

from game.level.place import Place
from game.ui.camera import BORDER, ZOOMS, Camera
from game.ui.ground.labels import draw_labels
from game.ui.ground.plotter import Plotter
from game.ui.ground.sheet import draw_sheet
from game.ui.theme import PAPER_LIGHT, TABLE

SIDE: Final = 512  # px of a square
KEPT: Final = 64  # squares of 1 MB
PER_FRAME: Final = 1  # squares printed in one frame; 10 to 25 ms each; measured

FAR: Final = 2000  # px, the most that the far map measures: a place may be 2 km wide

Key = tuple[float, int, int]  # px/m, column, row


class Ground:
    """The ground of `place`, its names in `language` ("id" or "en").

    `draw(canvas, camera)` fills the canvas. A square that is not printed yet is shown from the far map, enlarged.
    `overview` is the whole place without its border on one surface, 7 px/m or less: for minimap and briefing.
    """

    def __init__(self, place: Place, language: str = "id") -> None:
        self._place, self._language = place, language
        self._squares: OrderedDict[Key, pygame.Surface] = OrderedDict()
        self._far = min(ZOOMS[0], FAR / max(place.size))  # px/m
        self._sheet = self._print_sheet()
        inner = self._sheet.get_rect().inflate(-2 * BORDER, -2 * BORDER)
        self.overview = self._sheet.subsurface(inner)

    def draw(self, canvas: pygame.Surface, camera: Camera, budget: int = PER_FRAME) -> None:
        """Fill `canvas` with what `camera` sees; print up to `budget` squares that come into view first."""
        canvas.fill(TABLE)
        for column, row, corner in self._in_view(camera):
            key = (camera.zoom, column, row)
            if key not in self._squares and budget > 0:
                self._keep(key)
                budget -= 1
            self._show(canvas, key, corner)

    def _in_view(self, camera: Camera) -> list[tuple[int, int, tuple[int, int]]]:
        """Column, row and top left corner (px) of every square that the window shows."""
        left, top = (round(edge) - BORDER for edge in camera.origin)
        across, down = self._extent(camera.zoom)
        return [
            (column, row, (left + column * SIDE, top + row * SIDE))
            for column in range(max(-left // SIDE, 0), min((camera.window[0] - left) // SIDE + 1, -(-across // SIDE)))
            for row in range(max(-top // SIDE, 0), min((camera.window[1] - top) // SIDE + 1, -(-down // SIDE)))
        ]

    def _extent(self, zoom: float) -> tuple[int, int]:
        """Width and height of the sheet with its border, px."""
        width, height = self._place.size
        return round(width * zoom) + 2 * BORDER, round(height * zoom) + 2 * BORDER

    def _show(self, canvas: pygame.Surface, key: Key, corner: tuple[int, int]) -> None:
        across, down = self._extent(key[0])
        shown = (min(SIDE, across - key[1] * SIDE), min(SIDE, down - key[2] * SIDE))
        if key in self._squares:
            self._squares.move_to_end(key)
            canvas.blit(self._squares[key], corner, (0, 0, *shown))
        else:
            canvas.blit(self._enlarged(key, shown), corner)

    def _enlarged(self, key: Key, shown: tuple[int, int]) -> pygame.Surface:
        """What the far map has of a square, as large as the square."""
        zoom, column, row = key
        share = self._far / zoom
        left, top = ((step * SIDE - BORDER) * share + BORDER for step in (column, row))
        size = (max(length * share, 1) for length in shown)
        part = pygame.Rect(left, top, *size).clip(self._sheet.get_rect())
        return pygame.transform.scale(self._sheet.subsurface(part), shown)

    def _keep(self, key: Key) -> None:
        self._squares[key] = self._print(*key)
        while len(self._squares) > KEPT:
            self._squares.popitem(last=False)

    def _print(self, zoom: float, column: int, row: int) -> pygame.Surface:
        corner = ((column * SIDE - BORDER) / zoom, self._place.size[1] - (row * SIDE - BORDER) / zoom)
        plotter = Plotter(corner, SIDE, zoom, PAPER_LIGHT)
        draw_sheet(plotter, self._place, seed=1000 * column + row)
        square = plotter.lift()
        draw_labels(square, plotter, self._place, self._language)
        return square

    def _print_sheet(self) -> pygame.Surface:
        """The far map: the whole sheet with its border, small."""
        across, down = self._extent(self._far)
        sheet = pygame.Surface((across, down))
        for column in range(-(-across // SIDE)):
            for row in range(-(-down // SIDE)):
                sheet.blit(self._print(self._far, column, row), (column * SIDE, row * SIDE))
        return sheet
