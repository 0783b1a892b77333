"""An order that still needs to be told where, whom or how far."""

from dataclasses import dataclass
from typing import Any

from game.session.view import UnitView, View
from game.ui.targets import Target
from game.world.ground import Ground
from game.world.people import Floats
from game.world.world import Command


@dataclass(frozen=True)
class Aim:
    """The order `word` with all but its `target`; `code` is what was pressed, so that pressing it again is known."""

    code: str
    word: str
    target: Target
    fields: tuple[tuple[str, Any], ...] = ()

    def likely(self, units: list[UnitView], view: View, ground: Ground, queue: bool) -> tuple[Command, ...]:
        """Orders that come into question, to ask whether any is allowed."""
        return tuple(
            self._order(unit, value, queue) for unit in units for value in self.target.likely(unit, view, ground)
        )

    def orders(
        self, units: list[UnitView], point: Floats, view: View, ground: Ground, queue: bool
    ) -> tuple[Command, ...]:
        """One order for each of `units` that can do it, aimed at `point` (2,) m; none where nothing is to be hit."""
        able = [unit for unit in units if self.word in unit.orders]
        values = [(unit, self.target.at(point, unit, view, ground)) for unit in able]
        return tuple(self._order(unit, value, queue) for unit, value in values if value is not None)

    def _order(self, unit: UnitView, value: Any, queue: bool) -> Command:
        late = {"queue": True} if queue else {}
        return Command.read({self.word: {"unit": unit.name, **dict(self.fields), self.target.field: value, **late}})
