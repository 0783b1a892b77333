"""Where the seed of chance is typed: digits only; the keys of the menu go on working beside it."""

from typing import Final

import pygame

from game.ui.text_field import ENTER, Kind, TextField

DIGITS: Final = 9  # at the most: short enough to be called across a class, and any int holds it; guess
SEED: Final = Kind(DIGITS, digits=True, page_keys=(pygame.K_UP, pygame.K_DOWN, *ENTER))


class SeedField(TextField):
    """A line to type a seed into; empty means the level's own. A window must be open."""

    def __init__(self, text: str = "") -> None:
        super().__init__(SEED, text)

    @property
    def seed(self) -> int | None:
        """What is typed, or None."""
        return int(self.text) if self.text else None
