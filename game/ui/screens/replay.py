"""A recording played: the same square and the same bar, with a time axis in place of orders."""

from typing import Final

import pygame

from game.session.replay import Replay
from game.ui.board import Board, camera_over
from game.ui.canvas import Area, Canvas
from game.ui.hud.crowding_layer import KEY as CROWDING_KEY
from game.ui.hud.layout import layout_of
from game.ui.hud.seek_bar import SeekBar
from game.ui.input import FASTER, SLOWER, Look
from game.ui.pace import Pace
from game.ui.screen import Page

STEP: Final = 5.0  # s that an arrow key seeks
BAR: Final = 60  # steps high


class Watch(Page):
    """Plays `replay` as `seat` saw it, from second `since`."""

    def __init__(self, replay: Replay, seat: str, language: str, window: tuple[int, int], since: float) -> None:
        super().__init__(language)
        self.replay, self.seat = replay, seat
        self.now = min(since, replay.length)
        self.pace = Pace()
        self.view = replay.view_at(self.now, seat)
        place = replay.level.place
        self.board = Board(place, camera_over(place, self.view, window), self.pace, None)
        self.look = Look(self.board.camera)
        self.bar = SeekBar(replay.length, replay.events, self.seek)
        self._seeking = False
        self.seek(self.now)

    def seek(self, seconds: float) -> None:
        """Go to that second; the radio has said what it had said by then."""
        self.now = min(max(seconds, 0.0), self.replay.length)
        self.view = self.replay.view_at(self.now, self.seat)
        self.board.log.events.clear()
        self.board.log.hear(self.replay.events_until(self.now))

    def advance(self, seconds: float) -> None:
        """Let `seconds` of real time pass; at the end it stands still."""
        self.look.pan_by_keys(seconds)
        if self.pace.rate and self.now < self.replay.length:
            self.now = min(self.now + self.pace.rate * seconds, self.replay.length)
            self.view = self.replay.view_at(self.now, self.seat)
            self.board.log.hear(self.view.events)

    def act(self, event: pygame.event.Event) -> None:
        """Seek, pause, speed, look round; Esc leaves."""
        if event.type == pygame.KEYDOWN:
            self._key(event.key)
        elif not self._touch(event):
            self.look.act(event)

    def _key(self, key: int) -> None:
        if key == pygame.K_ESCAPE:
            self.wish = "quit"
        elif key == pygame.K_SPACE:
            self.pace.toggle()
        elif key == CROWDING_KEY:
            self.board.crowding.toggle()
        elif key in FASTER or key in SLOWER:
            self.pace.change(1 if key in FASTER else -1)
        elif key in (pygame.K_LEFT, pygame.K_RIGHT):
            self.seek(self.now + (STEP if key == pygame.K_RIGHT else -STEP))
        elif key in (pygame.K_HOME, pygame.K_END):
            self.seek(0.0 if key == pygame.K_HOME else self.replay.length)

    def _touch(self, event: pygame.event.Event) -> bool:
        """The left button on the time axis or the minimap."""
        if event.type == pygame.MOUSEBUTTONUP:
            self._seeking = False
        pressed = event.type == pygame.MOUSEBUTTONDOWN and event.button == 1
        if self.canvas is None or not (pressed or (event.type == pygame.MOUSEMOTION and event.buttons[0])):
            return False
        point = event.pos[0] / self.canvas.scale, event.pos[1] / self.canvas.scale
        if pressed or self._seeking:
            self._seeking = self.bar.touch(point)
        return self._seeking or self.board.minimap.go_to(point)

    def paint(self, canvas: Canvas) -> None:
        """Square, panels, time axis."""
        layout = layout_of(canvas)
        self.board.fit(canvas, layout)
        self.board.ground(self.language).draw(canvas.surface, self.board.camera)
        self.board.paint_people(canvas, self.view, 0.0)
        self.board.name_what_is_at(canvas, self.view, self.pointer)
        self.board.paint_panels(canvas, self.view, layout)
        bar = Area(layout.ribbon.left, layout.ribbon.bottom - BAR, layout.ribbon.width, BAR)
        self.bar.draw(canvas, bar, self.now)
