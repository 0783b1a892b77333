"""A hand at the real window: takes one step a frame, by what is on the screen, and reaches for nothing behind it."""

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any, Final, TypeVar

import pygame

from game.app import Stage
from game.ui.canvas import Spot
from game.ui.screen import Page, Wish
from game.ui.screens.notice import Notice
from tests.looks.fingers import Fingers, Pixels

LEFT, RIGHT = 1, 3  # mouse buttons
SETTLES: Final = 4  # frames until what was done is seen
PATIENCE: Final = 2000  # frames for which it waits for something

Steps = Generator[None, None, Any]  # one a frame
Kind = TypeVar("Kind", bound=Page)


class Hand(Stage):
    """The one window of the game with somebody before it, who does what `story` tells."""

    def __init__(self, shown: Stage, fingers: Fingers, story: Callable[["Hand"], Steps]) -> None:
        super().__init__(shown.window, shown.language)
        self.fingers = fingers
        self.page: Page | None = None
        self.stumbled: Exception | None = None
        self._story = story(self)

    def run(self, page: Page, advance: Callable[[float], None]) -> Wish:
        """Show `page` as ever, and take a step of the story each frame."""
        if isinstance(page, Notice):
            raise AssertionError(" ".join(page.sentences))
        self.page = page

        def live_and_act(seconds: float) -> None:
            advance(seconds)
            self._step()

        return super().run(page, live_and_act)

    def _step(self) -> None:
        """The next of the story; told to its end, or stumbled, it closes the window."""
        try:
            next(self._story)
        except StopIteration:
            pygame.event.post(pygame.event.Event(pygame.QUIT))
        except Exception as stumbled:
            self.stumbled, self._story = stumbled, (_ for _ in ())

    def until(self, holds: Callable[[], Any], what: str) -> Steps:
        """Wait until `holds`; gives what it gives."""
        for _ in range(PATIENCE):
            if found := holds():
                return found
            yield
        raise AssertionError(f"waited in vain for {what}")

    def see(self, kind: type[Kind]) -> Generator[None, None, Kind]:
        """Wait for a page of `kind` that has been drawn; gives it."""
        page = yield from self.until(lambda: isinstance(self.page, kind) and self.page.canvas, kind.__name__)
        assert page is not None
        yield from self.rest()
        assert isinstance(self.page, kind)
        return self.page

    def rest(self, frames: int = SETTLES) -> Steps:
        """Do nothing for a moment."""
        for _ in range(frames):
            yield

    def click(self, at: Pixels, button: int = LEFT) -> Steps:
        """Go there and click."""
        yield from self.drag(at, at, button)

    def drag(self, start: Pixels, end: Pixels, button: int = RIGHT) -> Steps:
        """Press at `start`, let go at `end`."""
        self.fingers.move(start)
        yield from self.rest(2)
        self.fingers.press(button)
        yield from self.rest(2)
        self.fingers.move(end)
        yield from self.rest(2)
        self.fingers.release(button)
        yield from self.rest()

    def key(self, *chords: str) -> Steps:
        """Press keys one after the other."""
        for chord in chords:
            self.fingers.key(chord)
            yield from self.rest()

    def write(self, text: str) -> Steps:
        """Type `text`."""
        self.fingers.write(text)
        yield from self.rest()

    def spots(self) -> list[Spot]:
        """What lies where on the screen."""
        assert self.page is not None
        assert self.page.canvas is not None
        return self.page.canvas.spots

    def find(self, is_it: Callable[[Spot], bool]) -> Spot | None:
        """What lies on top of all that `is_it`."""
        return next((spot for spot in reversed(self.spots()) if is_it(spot)), None)

    def named(self, title: str) -> Spot | None:
        """What says `title` of itself first under the pointer."""
        return self.find(lambda spot: spot.tip is not None and title in spot.tip.title)

    def click_on(self, spot: Spot | None, what: str) -> Steps:
        """Click in the middle of it."""
        assert spot is not None, f"nowhere on the screen: {what}"
        yield from self.click(self.middle(spot))

    def middle(self, spot: Spot) -> Pixels:
        """Where `spot` is, px."""
        assert self.page is not None
        assert self.page.canvas is not None
        x, y = (self.page.canvas.px(part) for part in spot.area.center)
        return x, y

    def photo(self, path: Path) -> None:
        """Keep what the window shows now."""
        pygame.image.save(self.window.get_surface(), path)
        print(f"   → {path}")
