"""What must go on undisturbed: a plenary, a store of ballots."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from game.rules.measures.measure import Finding, Look, Measure
from game.world.events import Event
from game.world.names import ZoneName
from game.world.people import Bools
from game.world.world import World


@dataclass(frozen=True)
class Protect(Measure):
    """For how many seconds anyone was in `zone` uninvited; delegates are guests, who is held is under guard."""

    zone: ZoneName

    def update(self, stage: World, look: Look, events: Iterable[Event], before: Finding | None) -> Finding:
        zone = stage.ground.zones[self.zone]
        guests = self._guests(stage, look, before)
        inside = zone.contains(look.position) & look.present & stage.people.civilian & ~look.custody & ~guests
        seconds = (before.number if before else 0.0) + float(inside.any())
        most = max(int(inside.sum()), before.values["people"] if before else 0)
        values = {"zone": zone.label or zone.name, "seconds": int(seconds), "people": most}
        return Finding(seconds, reached=seconds == 0.0, values=values, noted={"guests": guests})

    def _guests(self, stage: World, look: Look, before: Finding | None) -> Bools:
        """(n,) who is or was a delegate: they need time to leave, too."""
        guests = before.noted["guests"].copy() if before else np.zeros(len(stage.people), dtype=np.bool_)
        if look.talks is not None:
            guests[list(look.talks.delegates)] = True
        return guests
