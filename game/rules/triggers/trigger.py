"""What every condition of a level can be asked."""

import abc
from typing import ClassVar

from game.world.kind import Kind
from game.world.world import World


class Trigger(Kind, abc.ABC):
    """A condition. Those that an author may ask to last have a field ``for``."""

    parts: ClassVar[str] = ""  # name of the field that holds inner conditions, of any, all and not

    @abc.abstractmethod
    def holds(self, world: World) -> bool:
        """Whether it holds at this moment."""
