"""A picture to be taken: when, and what the window shows then."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.session.view import View
from game.ui.screens.exercise import Exercise
from tests.looks.rehearsal import Rehearsal

NORMAL, LARGE, SMALL = (1280, 720), (1920, 1080), (1024, 600)  # px

Size = tuple[int, int]


@dataclass(frozen=True)
class Scene:
    """One moment: the first second at which it is `due`, and how the window is `opened` on it."""

    name: str
    due: Callable[[View], bool]
    opened: Callable[[Rehearsal, str, Size], Exercise]
    also: tuple[tuple[str, Size], ...] = ()  # languages and sizes beside Indonesian at the normal size

    def pages(self, rehearsal: Rehearsal) -> Iterator[tuple[str, Exercise, Size]]:
        """The name of each picture, its page and its size."""
        yield self.name, self.opened(rehearsal, "id", NORMAL), NORMAL
        for language, size in self.also:
            yield f"{self.name}-{language}-{size[1]}", self.opened(rehearsal, language, size), size
