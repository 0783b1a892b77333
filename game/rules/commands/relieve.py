"""Order a unit to take over another's line."""

from dataclasses import dataclass

import numpy as np

from game.rules import authority, slots
from game.rules.commands.command import UnitOrder
from game.rules.formations.bersaf import DISTANCE, MOST_RANKS, Bersaf
from game.rules.ranks import joined
from game.rules.tasks.form_up import FormUp
from game.rules.tasks.relieve import Relieve as Relieving
from game.rules.tasks.relieve import cannot_relieve
from game.world.names import UnitName
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import World

WAITS_BEHIND = 1.3  # m behind the last rank of the line, where the relief forms up; guess
FARTHEST = 60.0  # m from which it comes up in good order; guess
BEFORE = 6.0  # m ahead of who was relieved, or to the side, within which a line has taken their place; guess


@dataclass(frozen=True)
class Relieve(UnitOrder):
    """Lapis ganti: `unit` comes up behind `whom`, passes through and stands as the line; `whom` is its reserve."""

    whom: UnitName
    queue: bool = False

    def check(self, world: World, seat: str) -> Reason | None:
        if self.whom not in world.units:
            return reason("unknown_unit", unit=self.whom)
        return authority.refuses(world, seat, self.word, "", self.whom) or super().check(world, seat)

    def cannot(self, world: World, unit: Unit) -> Reason | None:
        whom = world.units[self.whom]
        return (
            cannot_relieve(world, unit, whom)
            or self._too_far(unit, whom)
            or self._busy(world, unit, whom)
            or self._done_already(unit, whom)
        )

    def carry(self, world: World, unit: Unit) -> None:
        whom = world.units[self.whom]
        count = len(slots.on_feet(world, whom))
        depth = float(np.ptp(whom.formation.places(count)[:, 0])) + WAITS_BEHIND
        at = whom.centre - depth * np.array([np.cos(whom.facing), np.sin(whom.facing)])
        line = fitted(world, unit, whom)
        unit.take(FormUp(formation=line, at=at.tolist(), facing=float(np.degrees(whom.facing))), self.queue)
        unit.take(Relieving(whom=self.whom), queued=True)

    def _too_far(self, unit: Unit, whom: Unit) -> Reason | None:
        far = float(np.hypot(*(unit.centre - whom.centre)))
        return (
            reason("too_far_to_relieve", unit=unit.label, whom=whom.label, metres=round(far))
            if far > FARTHEST
            else None
        )

    def _done_already(self, unit: Unit, whom: Unit) -> Reason | None:
        """Why not where `unit` stands before `whom`, as after a relief: passing back would show the crowd its back."""
        ahead, aside = slots.turned((unit.centre - whom.centre)[None], -whom.facing)[0]
        stands = isinstance(unit.formation, Bersaf) and 0.0 < ahead <= BEFORE and abs(aside) <= BEFORE
        return reason("relieved_already", unit=unit.label, whom=whom.label) if stands else None

    def _busy(self, world: World, unit: Unit, whom: Unit) -> Reason | None:
        """Why not while another relief goes on in either of them."""
        busy = [each for pair in joined(world) for each in pair if pair != (whom, unit)]
        return next((reason("relief_goes_on", unit=each.label) for each in (unit, whom) if each in busy), None)


def fitted(world: World, unit: Unit, whom: Unit) -> Bersaf:
    """The line of `unit` in as few ranks as have room where `whom` stands: two, one where two do not reach as far."""
    count = len(slots.on_feet(world, unit))
    fewest = 2 if count >= 2 * slots.abreast(world, whom) - 1 else 1
    for ranks in range(fewest, MOST_RANKS):
        front = Bersaf(ranks).places(count)
        front = whom.centre + slots.turned(front[front[:, 0] > -DISTANCE / 2.0], whom.facing)
        if world.ground.stands(front, unit.type.radius).all() and world.ground.sees(whom.centre, front).all():
            return Bersaf(ranks)
    return Bersaf(MOST_RANKS)
