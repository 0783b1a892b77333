"""What every act can be asked."""

import abc

from game.world.kind import Kind
from game.world.people import Floats
from game.world.world import World


class Act(Kind, abc.ABC):
    """Something a person does in place: chant, jeer. Each person does at most one."""

    @abc.abstractmethod
    def urge(self, world: World) -> Floats:
        """(n,) margin over its threshold where there is opportunity, negative where there is none."""
