"""The lawful protest is not to be broken up because of a few."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from game.rules.measures.measure import Finding, Look, Measure
from game.world.events import Event
from game.world.names import GroupName
from game.world.people import Bools
from game.world.world import World

ENOUGH = 0.9  # share of the peaceful who were not driven off, from which the protest was let go on; guess


@dataclass(frozen=True)
class ProtestMayContinue(Measure):
    """Which share of `group`, of those never seen doing anything forbidden, stays or goes home in its own time.

    Driven off is who was last seen running away, lying, or held. Doctrine.md section 6, row 17.
    """

    group: GroupName

    def update(self, stage: World, look: Look, events: Iterable[Event], before: Finding | None) -> Finding:
        blank = np.zeros(len(stage.people), dtype=np.bool_)
        noted = before.noted if before else {"came": blank, "driven": blank, "acted": blank}
        acted = noted["acted"].copy()
        acted[[mark.person for mark in look.scene.marks]] = True
        driven = np.where(look.present, look.running | (look.fallen & look.hurt) | look.custody, noted["driven"])
        came = noted["came"] | look.present
        peaceful = came & stage.of_group(self.group) & ~acted
        return self._finding(look, peaceful, {"came": came, "driven": driven, "acted": acted})

    def _finding(self, look: Look, peaceful: Bools, noted: dict[str, Bools]) -> Finding:
        driven = peaceful & noted["driven"]
        share = 1.0 - float(driven.sum()) / max(int(peaceful.sum()), 1)
        values = {
            "percent": round(100 * share),
            "stay": int((peaceful & look.present & ~driven).sum()),
            "gone": int((peaceful & ~look.present & ~driven).sum()),
            "driven": int(driven.sum()),
        }
        return Finding(share, reached=share >= ENOUGH, values=values, noted=noted)
