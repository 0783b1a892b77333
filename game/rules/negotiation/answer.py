"""What the coordinator says to an offer: by trust, pressure, past promises and whether he was listened to."""

from typing import Literal

import numpy as np

from game.rules.negotiation import korlap
from game.rules.negotiation.subject import Subject
from game.world.people import Floats
from game.world.talks import Talks
from game.world.world import TICK, World

Answer = Literal["accept", "counter", "refuse"]

# His willingness is a sum; what it must come to is at the end. All guess: chosen so that someone who was listened to
# and trusts as a moderate does at rest (0.7) accepts a delegation of three, which one broken promise prevents.
TRUST = 0.8  # of his own trust and that of those around him, half each
PRESSURE = 0.6  # of the mean of anger, hostility, crowding and waiting
LISTENED = 0.20  # once he has been listened to
KEPT, KEPT_AT_MOST = 0.10, 2  # for each promise kept, and how many count: words are cheap
BROKEN = 0.25  # for each promise broken
CROSSED = 0.10  # for each of his red lines crossed
MET = 0.20  # for an offer that is what he asked for instead
LUCK = 0.10  # at most, either way

ACCEPTS = 0.60
COUNTERS = 0.40

CROWDED = 4.0  # people/m² behind him at which he can hold no more; doctrine.md 4.3, critical for a moving crowd
LONG = 300.0  # s without an answer; the level's `no_answer`


def answer(world: World, talks: Talks, offer: Subject) -> Answer:
    """His answer now, with a little chance; always one draw."""
    luck = LUCK * (2.0 * world.rng.random() - 1.0)
    total = willingness(world, talks) + offer.worth + MET * (offer.name == talks.counter) + luck
    if total >= ACCEPTS:
        return "accept"
    return "counter" if total >= COUNTERS and offer.countered() is not None else "refuse"


def willingness(world: World, talks: Talks) -> float:
    """How ready he is to agree on anything, before what is offered and luck."""
    people, rows = world.people, korlap.company(world, talks)
    trust = (people.trust[talks.korlap] + people.trust[rows].mean()) / 2.0
    settled = [promise.kept for promise in talks.promises]
    past = KEPT * min(settled.count(True), KEPT_AT_MOST) - BROKEN * settled.count(False) - CROSSED * len(talks.crossed)
    listened = LISTENED * ("listen" in talks.said)
    return float(TRUST * trust - PRESSURE * pressure(world, talks) + past + listened)


def pressure(world: World, talks: Talks) -> float:
    """0 … 1 how much those behind him leave him no choice: their anger, the hostile, the crush, the waiting."""
    people, rows = world.people, korlap.company(world, talks)
    crush = people.density[talks.korlap] / CROWDED
    waits = (world.tick - talks.answered) * TICK / LONG
    parts: Floats = np.array([people.anger[rows].mean(), people.hostile[rows].mean(), crush, waits])
    return float(np.clip(parts, 0.0, 1.0).mean())
