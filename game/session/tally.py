"""What a summary needs of a run while it runs: its seconds, and the events that are judged."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np

from game.rules import threat
from game.rules.force import ForceUsed
from game.rules.harm import Hurt
from game.rules.measures.measure import Finding
from game.rules.tasks.relieve import ReliefDone
from game.rules.tasks.warn import HimbauanGiven
from game.session.session import Session
from game.session.view import INSTRUCTOR, View, view_of
from game.world.events import Event
from game.world.people import Bools, Floats, Ints
from game.world.world import TICKS_PER_SECOND, World

UNSEEN = -1
JUDGED = ("force_used", "hurt", "himbauan_given", "relief_done", "accounted", "flag_raised", "flag_lowered")


@dataclass(frozen=True)
class Moment:
    """The square at one full second."""

    threat: int
    force: int  # level in use 1 … 6
    flag: str
    talks: str  # standing of the talks, "" without a coordinator
    shut: bool  # nobody could leave
    burning: int  # fires
    trust: float  # mean of the crowd that is there, 0 … 100


@dataclass
class Witness:
    """What was seen of each person, (n,): when first, in s, UNSEEN where never; and whether ever."""

    hurt: Ints
    treated: Ints
    there: Bools
    acted: Bools  # did something forbidden

    @classmethod
    def of_nobody(cls, count: int) -> Self:
        """Nothing has been seen yet."""
        never, nobody = np.full(count, UNSEEN, dtype=np.int64), np.zeros(count, dtype=np.bool_)
        return cls(never, never.copy(), nobody, nobody.copy())

    def look(self, world: World) -> None:
        """Note what is newly so."""
        people, second = world.people, world.tick // TICKS_PER_SECOND
        self.there |= people.present
        self.acted[[sighting.person for sighting in world.sightings]] = True
        for seen, now in ((self.hurt, people.hurt), (self.treated, people.treated)):
            seen[now & (seen == UNSEEN)] = second


@dataclass
class Tally:
    """All of it. Call :meth:`tick` after each tick and :meth:`second` at each full second."""

    trust_before: Floats  # (n,)
    witness: Witness
    findings: list[Finding | None]  # of the level's objectives, in their order
    events: Counter[str] = field(default_factory=Counter)
    judged: list[Event] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    news: list[Event] = field(default_factory=list)  # since the latest full second

    @classmethod
    def of(cls, session: Session) -> Self:
        """Begin with the World as it is."""
        people = session.world.people
        unmeasured: list[Finding | None] = [None] * len(session.level.objectives)
        tally = cls(people.trust.copy(), Witness.of_nobody(len(people)), unmeasured)
        tally.second(session)
        return tally

    def tick(self, session: Session) -> None:
        """Count what happened in the latest tick."""
        self.events.update(event.word for event in session.happened)
        self.news += session.happened
        self.judged += [event for event in session.happened if event.word in JUDGED]

    def second(self, session: Session) -> None:
        """Look at a full second."""
        world = session.world
        look = view_of(world, session.cast, INSTRUCTOR, (), True, session.over)
        self.witness.look(world)
        self.moments.append(
            Moment(
                threat=world.threat,
                force=threat.force_level(world),
                flag=world.flag,
                talks=world.talks.standing if world.talks else "",
                shut=bool(world.ground.exits) and set(world.ground.exits) <= set(world.exits_shut),
                burning=len(world.fires),
                trust=look.meters.trust if look.meters else 0.0,
            )
        )
        self._measure(session, look)

    def _measure(self, session: Session, look: View) -> None:
        """Ask each objective of the level."""
        self.findings = [
            objective.update(session.world, look, self.news, before)
            for objective, before in zip(session.level.objectives, self.findings, strict=True)
        ]
        self.news = []

    def column(self, name: str) -> list[Any]:
        """A field of every moment."""
        return [getattr(moment, name) for moment in self.moments]

    @property
    def forces(self) -> list[ForceUsed]:
        """Every use of force on people."""
        return [event for event in self.judged if isinstance(event, ForceUsed)]

    @property
    def hurts(self) -> list[Hurt]:
        """Everyone who was hurt, in order."""
        return [event for event in self.judged if isinstance(event, Hurt)]

    @property
    def reliefs(self) -> list[ReliefDone]:
        """Every relief of one line by another."""
        return [event for event in self.judged if isinstance(event, ReliefDone)]

    @property
    def himbauan(self) -> list[HimbauanGiven]:
        """Every himbauan given."""
        return [event for event in self.judged if isinstance(event, HimbauanGiven)]
