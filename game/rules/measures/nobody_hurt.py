"""Life comes first."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.rules.harm import Hurt
from game.rules.measures.measure import Finding, Look, Measure
from game.world.events import Event
from game.world.world import World


@dataclass(frozen=True)
class NobodyHurt(Measure):
    """How many people are hurt, on both sides; reached while it is nobody."""

    def update(self, stage: World, look: Look, events: Iterable[Event], before: Finding | None) -> Finding:
        civilian = stage.people.civilian
        values = {"civilians": int((look.hurt & civilian).sum()), "officers": int((look.hurt & ~civilian).sum())}
        earlier = before.evidence if before else ()
        evidence = (*earlier, *(event.id for event in events if isinstance(event, Hurt)))
        count = sum(values.values())
        return Finding(count, reached=count == 0, values=values, evidence=evidence)
