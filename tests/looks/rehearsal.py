"""An exercise played without a window, of which windows are opened afterwards at any moment."""

from collections.abc import Callable

from game.app import trainee
from game.level.schema import Level
from game.session.session import Session
from game.session.view import View
from game.ui.screens.exercise import Exercise
from game.world.world import Command


class Rehearsal:
    """One exercise as the trainee gives it orders, and all that a window would have seen of it."""

    def __init__(
        self, level: Level, decide: Callable[[View], list[Command]] | None = None, seed: int | None = None
    ) -> None:
        """Without `decide` only those orders are given that are given by hand."""
        self.session, self.seat, self.decide = Session(level, seed), trainee(level), decide
        self.views = [self.session.view(self.seat)]  # one each second, as a window takes more often

    @property
    def seconds(self) -> float:
        """Simulated s since the beginning."""
        return self.session.world.seconds

    def give(self, *orders: dict[str, object]) -> None:
        """Give orders as the trainee."""
        self.session.submit(*map(Command.read, orders), seat=self.seat)

    def pass_until(self, seconds: float) -> None:
        """Let time pass."""
        while self.seconds < seconds and not self.session.over:
            if self.session.at_whole_second and self.decide is not None:
                self.session.submit(*self.decide(self.views[-1]), seat=self.seat)
            self.session.tick()
            self.after_tick()
            if self.session.at_whole_second:
                self.after_second()

    def after_tick(self) -> None:
        """What is to be kept of every tick."""

    def after_second(self) -> None:
        """Look at it."""
        self.views.append(self.session.view(self.seat))

    def page(self, language: str, size: tuple[int, int], *selected: str) -> Exercise:
        """The window as it would be now, had it been open all the time; the camera where it was at first."""
        page = Exercise(self.session.level, self.session, self.seat, self.views[0], language, size)
        for view in self.views:
            page.show(view, 0.0)
            page.board.meters.remember(view)
        page.desk.select(list(selected))
        return page
