"""What every condition of a level can be asked."""

import abc

from game.world.kind import Kind
from game.world.world import TICK, World


class Trigger(Kind, abc.ABC):
    """A condition. Those that an author may ask to last have a field ``for``."""

    @abc.abstractmethod
    def holds(self, world: World) -> bool:
        """Whether it holds at this moment."""

    def lasts(self, world: World, place: str) -> bool:
        """Whether it holds and has held for as long as asked. `place`, where it stands in the level, is its memory."""
        if not self.holds(world):
            world.script.holding.pop(place, None)
            return False
        since = world.script.holding.setdefault(place, world.tick)
        asked: float = getattr(self, "for_", 0.0)  # s
        return (world.tick - since) * TICK >= asked
