"""summary.json: how a run went, in one look."""

from collections import Counter
from typing import Any

import numpy as np

from game.rules import threat
from game.session.session import Session
from game.world.causes import FEELINGS
from game.world.ladder import FLAGS
from game.world.people import Bools

CALM_FOR = 60  # s at threat 1 that make an end calm; product.md


class Tally:
    """What a summary needs from each second of a run."""

    def __init__(self, session: Session) -> None:
        """Begin with the World as it is."""
        self.events: Counter[str] = Counter()
        self.threats: list[int] = []
        self.forces: list[int] = []
        self.flags: list[str] = []
        self.hurt: Bools = np.zeros(len(session.world.people), dtype=np.bool_)
        self.second(session)

    def tick(self, session: Session) -> None:
        """Count what happened in the latest tick."""
        self.events.update(event.word for event in session.happened)

    def second(self, session: Session) -> None:
        """Look at a full second."""
        world = session.world
        self.threats.append(world.threat)
        self.forces.append(threat.force_level(world))
        self.flags.append(world.flag)
        self.hurt |= world.people.hurt

    def summary(self, session: Session, end: str, wall: float) -> dict[str, Any]:
        """All of it; `wall` is the real time taken in s."""
        world = session.world
        return {
            "end": end,
            "seconds": round(world.seconds, 3),
            "final_phase": world.script.phase,
            "highest_threat": max(self.threats),
            "final_threat": world.threat,
            "best_threat": session.level.best.threat,
            "highest_flag": max(self.flags, key=FLAGS.index),
            "final_flag": world.flag,
            "seconds_flag_differs": self._disagreed(world.ladder.flag_for),
            "highest_force_level": max(self.forces),
            "calm": self._calm(),
            "hurt": self._hurt(session),
            "feelings": _feelings(session),
            "events": dict(sorted(self.events.items())),
            "state_hash": session.state_hash(),
            "wall_seconds": round(wall, 3),
            "real_time_factor": round(world.seconds / wall, 2) if wall > 0 else None,
        }

    def _disagreed(self, asked: tuple[str, ...]) -> int:
        """Seconds in which the flag was not the one the doctrine asks for at that threat."""
        return sum(flag != asked[level - 1] for flag, level in zip(self.flags, self.threats, strict=True))

    def _calm(self) -> bool:
        return set(self.threats[-CALM_FOR:]) == {1} and not self.hurt.any()

    def _hurt(self, session: Session) -> dict[str, int]:
        civilian = session.world.people.civilian
        return {"civilians": int((self.hurt & civilian).sum()), "officers": int((self.hurt & ~civilian).sum())}


def _feelings(session: Session) -> dict[str, float]:
    """Means over the civilians who are there at the end."""
    people = session.world.people
    here = people.present & people.civilian
    return {name: round(float(getattr(people, name)[here].mean()), 4) for name in FEELINGS} if here.any() else {}
