"""Go home."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.rules import exits
from game.rules.behaviours.behaviour import Behaviour
from game.world.names import ZoneName
from game.world.people import Floats, Ints
from game.world.world import World

STRONGEST = 400.0  # N, the most a person pushes with; crowd-model.md 4: friction-limited 380 N


@dataclass(frozen=True)
class Leave(Behaviour):
    """Walk home by the nearest open exit where no queue is seen, or by `by` while it is open; who reaches it is gone.

    Who does not wait for others pushes on them with `push` N.
    """

    by: ZoneName | None = None
    push: Annotated[float, Field(ge=0.0, le=STRONGEST)] = 0.0

    def steer(self, world: World, who: Ints) -> Floats:
        people = world.people
        people.press[who] = self.push
        return exits.way(world, who, self.by) * people.free_speed[who, None]
