"""Go home."""

from dataclasses import dataclass

from game.rules import exits
from game.rules.behaviours.behaviour import Behaviour
from game.world.people import Floats, Ints
from game.world.world import World


@dataclass(frozen=True)
class Leave(Behaviour):
    """Walk home by the nearest open exit; who reaches it is gone."""

    def steer(self, world: World, who: Ints) -> Floats:
        people = world.people
        return exits.field(world).way(people.position[who]) * people.free_speed[who, None]
