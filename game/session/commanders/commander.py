"""What every commander can be asked."""

import abc
from dataclasses import dataclass

from game.session.view import View
from game.world.kind import Kind
from game.world.world import Command


@dataclass
class Commander(Kind, abc.ABC):
    """Looks at Views and gives Commands; never sees the World."""

    seat: str

    @abc.abstractmethod
    def orders(self, view: View) -> list[Command]:
        """What to order now; asked once each simulated second."""
