"""Who turns hostile: crowd-model.md 3.5, equations 7 and 8. Epstein's grievance and risk, Granovetter's thresholds."""

import numpy as np

from game.rules.feelings import (
    ANGER_NEUTRAL,
    ANGER_URGES,
    COMPANY_URGES,
    DETERRENCE,
    FEAR_HOLDS,
    GEAR_DETERS,
    HOSTILITY_HOLDS,
    HYSTERESIS,
    PEERS_HOLD,
    PEERS_NEUTRAL,
    SOFT_DETERS,
)
from game.rules.senses import feeling
from game.world.people import NOBODY, Floats, People
from game.world.senses import Senses
from game.world.world import TICKS_PER_SECOND, World


def impulse(world: World, senses: Senses) -> Floats:
    """(n,) how strongly everything together urges each to hostility; the threshold is compared with it."""
    people = world.people
    return (
        grievance(people)
        + ANGER_URGES * (people.anger - ANGER_NEUTRAL)
        + COMPANY_URGES * people.unity * share_around(senses)
        - people.risk_aversion * _risk(senses)
        - FEAR_HOLDS * people.fear
        - PEERS_HOLD * (_restraint(people, senses) - PEERS_NEUTRAL)
    )


def turn(world: World, impulse: Floats) -> None:
    """Set margin and hostility by `impulse` (n,); calming down takes a little more, and nobody wavers within 2 s."""
    people, feels = world.people, feeling(world)
    people.margin = impulse - people.threshold
    turned = people.margin > np.where(people.hostile, -HYSTERESIS, 0.0)
    wavers = (turned != people.hostile) & feels & (world.tick >= people.hostile_until)
    people.hostile = np.where(wavers, turned, people.hostile)
    people.hostile_until[wavers] = world.tick + round(HOSTILITY_HOLDS * TICKS_PER_SECOND)


def grievance(people: People) -> Floats:
    """(n,) G = H (1 - L), Epstein 2002."""
    return people.predisposition * (1.0 - people.trust)


def share_around(senses: Senses) -> Floats:
    """(n,) 0 … 1 how many of the others around are hostile."""
    return senses.hostiles / np.maximum(senses.crowd, 1.0)


def _risk(senses: Senses) -> Floats:
    """(n,) P, how probable it seems to be caught: officers against hostile people around; unrounded."""
    officers = senses.police * (SOFT_DETERS + GEAR_DETERS * senses.gear)
    risk: Floats = 1.0 - np.exp(-DETERRENCE * officers / (1.0 + senses.hostiles))
    return risk


def _restraint(people: People, senses: Senses) -> Floats:
    """(n,) how much the neighbours hold one back: those who are calm, trust the police and are not closed against them.

    Someone alone meets neither restraint nor its lack.
    """
    holds = ~people.hostile * people.trust * (1.0 - people.unity)
    there = (senses.near != NOBODY) & people.up[senses.near]
    total = np.einsum("ij,ij->i", there, holds[senses.near])
    count = there.sum(axis=1)
    mean: Floats = np.divide(total, count, out=np.full_like(total, PEERS_NEUTRAL), where=count > 0)
    return mean
