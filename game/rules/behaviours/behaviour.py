"""What every goal behaviour can be asked."""

import abc
from typing import ClassVar

from game.world.kind import Kind
from game.world.people import Floats, Ints
from game.world.world import World


class Behaviour(Kind, abc.ABC):
    """A goal a person moves for. A group's plan names some of them; others are always open to everyone.

    `open_to_all` behaviours need no plan: fleeing, pressing a line. Each person has one goal behaviour at a time.
    """

    open_to_all: ClassVar[bool] = False

    def urge(self, world: World) -> Floats:
        """(n,) 0 … 1, how much each wants it now; a plan's own step bids PLAN_BID instead."""
        return world.people.anger * 0.0

    @abc.abstractmethod
    def steer(self, world: World, who: Ints) -> Floats:
        """(k, 2) m/s where the rows `who` would go if nobody were there."""

    def done(self, world: World, who: Ints) -> "list[bool]":
        """Whether each of `who` has come to the end of this step of the plan."""
        return [False] * len(who)
