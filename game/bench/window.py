"""The window: how long a frame takes while the exercise goes on at its own pace, drawn as a player sees it."""

import time
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pygame

from game.bench.ground import level_of
from game.bench.steps import texts
from game.session.session import Session
from game.ui.live import Live, Record
from game.ui.screen import open_window
from game.ui.screens.exercise import Exercise
from game.world.names import SeatName

SIZES: Final = (1000, 3000)  # people; issue 4, "Fast"
FRAMES: Final = 60  # 1/s at the most, as in the game
WARM_UP: Final = 5.0  # s: what is compiled on the first call, figures that are drawn when first seen; guess
MEASURED: Final = 20.0  # s; guess
SEAT: Final = SeatName("kapolres")


@dataclass
class Frames:
    """ms of each frame, and of its parts: the ticks that were due, drawing, showing."""

    people: int
    ticks: list[float] = field(default_factory=list)
    draw: list[float] = field(default_factory=list)
    show: list[float] = field(default_factory=list)

    @property
    def whole(self) -> list[float]:
        """The milliseconds of each frame."""
        return [sum(parts) for parts in zip(self.ticks, self.draw, self.show, strict=True)]

    def percentile(self, part: str, share: float) -> float:
        """What `share` percent of the frames do not exceed, ms."""
        return float(np.percentile(getattr(self, part), share))


def watch(people: int, warm_up: float = WARM_UP, seconds: float = MEASURED) -> Frames:
    """Watch a crowd of `people`, officers among them, before a line.

    Raises:
        NoDisplayError: there is no screen.
    """
    level = level_of(*texts(people))
    session = Session(level)
    window = open_window()
    try:
        page = Exercise(level, session, SEAT, session.view(SEAT), "id", window.size)
        live = Live(session, page, Record(session, None, time.monotonic))
        _frames(window, page, live, warm_up, Frames(people))
        return _frames(window, page, live, seconds, Frames(people))
    finally:
        window.destroy()
        pygame.display.quit()


def _frames(window: pygame.Window, page: Exercise, live: Live, seconds: float, frames: Frames) -> Frames:
    """What is drawn for `seconds`, noted in `frames`."""
    clock = pygame.time.Clock()
    until = time.perf_counter() + seconds
    clock.tick()
    while time.perf_counter() < until:
        pygame.event.pump()
        passed = clock.tick(FRAMES) / 1000
        began = time.perf_counter()
        live.advance(passed)
        ticked = time.perf_counter()
        page.draw(window.get_surface())
        drawn = time.perf_counter()
        window.flip()
        for note, took in (
            (frames.ticks, ticked - began), (frames.draw, drawn - ticked), (frames.show, time.perf_counter() - drawn),
        ):  # fmt: skip
            note.append(1000.0 * took)
    return frames
