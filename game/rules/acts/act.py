"""What every act can be asked."""

import abc

from game.world.kind import Kind
from game.world.people import Floats
from game.world.world import World

NEVER = -1.0  # the margin of an act for which there is no opportunity


class Act(Kind, abc.ABC):
    """Something a person does in place: chant, jeer. Each person does at most one."""

    @abc.abstractmethod
    def urge(self, world: World) -> Floats:
        """(n,) margin over its threshold where there is opportunity, NEVER where there is none."""
