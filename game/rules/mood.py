"""How anger, fear, trust and unity move: crowd-model.md 3.5, equations 1 to 6. Every term is booked with its cause."""

import numpy as np

from game.rules import hostility
from game.rules.feelings import (
    AMPLIFIED,
    ANGER_EASES,
    ANGER_FADES,
    BYSTANDER_SHARE,
    CONTAGION,
    DESERVED_ANGERS,
    FEAR_FADES,
    FORCE_ANGERS,
    FORCE_COSTS_TRUST,
    FORCE_UNITES,
    FRIGHT,
    FRIGHT_FADES,
    FULL_COMPANY,
    LINE_FADES,
    OTHERS_HEEDED,
    POSTURE_ANGERS,
    POSTURE_COSTS_TRUST,
    POSTURE_UNITES,
    RIOT_AROUND,
    TRUST_GROWS,
    TRUST_RETURNS,
    UNDESERVED_ANGERS,
    UNITY_EASES,
    UNITY_FADES,
    UPWARD,
    UPWARD_GRIEVED,
    WITNESS_FADES,
    WITNESS_RANGE,
)
from game.rules.senses import feeling
from game.world.causes import NO_EVENT
from game.world.people import Bools, Floats, Ints
from game.world.senses import Senses, perceived
from game.world.world import TICK, World

STEP = 3 * TICK  # s between two steps of mood, 10 Hz; crowd-model.md 3.5
PUBLIC = "public"  # kin of bystanders, voters, journalists

Changes = list[tuple[str, str, Floats]]  # feeling, cause, change (n,)


def feel(world: World) -> None:
    """A tenth of a second of feeling: all terms from the same moment, booked in turn; then who turns hostile."""
    senses, feels = perceived(world), feeling(world)
    if not feels.any():
        return
    terms = (_contagion, _relaxation, _facilitation, _posture)
    changes = [change for term in terms for change in term(world, senses)]
    step = STEP * feels
    for which, cause, rate in changes:
        world.causes.book(world.people, which, cause, step * rate)
    hostility.turn(world, hostility.impulse(world, senses))


def hear(
    world: World,
    rows: Ints,
    *,
    cause: str,
    event: int = NO_EVENT,
    anger: float | Floats = 0.0,
    fear: float | Floats = 0.0,
    trust: float | Floats = 0.0,
    unity: float | Floats = 0.0,
) -> None:
    """Move the feelings of those of `rows` (k,) who are there, once, by as much as given: one number or (k,)."""
    feels = feeling(world)
    for which, by in (("anger", anger), ("fear", fear), ("trust", trust), ("unity", unity)):
        if np.any(by):
            change = np.zeros(len(world.people))
            change[rows] = by
            world.causes.book(world.people, which, cause, np.where(feels, change, 0.0), event)


def force_event(world: World, place: Floats, radius: float, severity: float, hit_rows: Ints, event_id: int) -> None:
    """What those hit within `radius` m of `place` (2,), and all who see it, feel about force of `severity` 0 … 1."""
    people = world.people
    apart = np.hypot(*(people.position - place).T)
    beyond = np.maximum(apart - radius, 0.0)
    seen = severity * _witnesses(world, place, beyond, apart <= radius)
    fright = severity * FRIGHT * np.exp(-beyond / FRIGHT_FADES) * (seen > 0.0)
    undeserved = float((~people.hostile[hit_rows]).mean()) if len(hit_rows) else 0.0
    outrage = DESERVED_ANGERS + UNDESERVED_ANGERS * undeserved
    changes = (
        ("fear", fright * (1.0 - people.fear)),
        ("trust", -FORCE_COSTS_TRUST * undeserved * seen * people.trust),
        ("unity", FORCE_UNITES * undeserved * seen * (1.0 - people.unity)),
        ("anger", FORCE_ANGERS * outrage * seen * (1.0 - people.anger)),
    )
    for which, change in changes:
        world.causes.book(people, which, "force", change, event_id)


def _witnesses(world: World, place: Floats, beyond: Floats, hit: Bools) -> Floats:
    """(n,) 0 … 1 how strongly each sees force at `place`, `beyond` (n,) m outside it; those `hit` need no sight."""
    people = world.people
    rows = np.flatnonzero(feeling(world) & (beyond < WITNESS_RANGE))
    sees = hit[rows] | world.ground.sees(people.position[rows], place)
    public = np.array([role.kin == PUBLIC for role in world.catalogue.roles])[people.role[rows]]
    weight = np.zeros(len(people))
    weight[rows] = sees * np.exp(-beyond[rows] / WITNESS_FADES) * np.where(public, BYSTANDER_SHARE, 1.0)
    return weight


def _contagion(world: World, senses: Senses) -> Changes:
    """Anger levels and amplifies among those one heeds; fear only rises, from whoever shows it. ASCRIBE."""
    people, near = world.people, senses.near
    shown = senses.weight * feeling(world)[near]
    heeded = shown * np.where(senses.kindred, 1.0, np.maximum(OTHERS_HEEDED, people.unity)[:, None])
    anger = people.anger
    around, strength = _average(heeded, anger[near])
    up = UPWARD + UPWARD_GRIEVED * hostility.grievance(people)
    amplified = up * (1.0 - (1.0 - around) * (1.0 - anger)) + (1.0 - up) * around * anger
    spread = AMPLIFIED * amplified + (1.0 - AMPLIFIED) * around - anger
    afraid, company = _average(shown, people.fear[near])
    return [
        ("anger", "contagion", CONTAGION * people.openness * strength * spread),
        ("fear", "contagion", CONTAGION * people.openness * company * np.maximum(0.0, afraid - people.fear)),
    ]


def _average(weight: Floats, value: Floats) -> tuple[Floats, Floats]:
    """(n,) weighted mean of `value` (n, 8), and (n,) 0 … 1 how much company that is."""
    total = weight.sum(axis=1)
    mean = np.divide(np.einsum("ij,ij->i", weight, value), total, out=np.zeros_like(total), where=total > 0.0)
    return mean, np.minimum(1.0, total / FULL_COMPANY)


def _relaxation(world: World, senses: Senses) -> Changes:
    people = world.people
    return [
        ("anger", "relaxation", ANGER_FADES * (people.anger_base - people.anger)),
        ("fear", "relaxation", -FEAR_FADES * people.fear),
        ("trust", "relaxation", TRUST_RETURNS * (people.trust_base - people.trust)),
        ("unity", "relaxation", UNITY_FADES * (people.unity_base - people.unity)),
    ]


def _facilitation(world: World, senses: Senses) -> Changes:
    people, reached = world.people, senses.facilitation
    return [
        ("anger", "facilitation", ANGER_EASES * reached * (people.anger_base - people.anger)),
        ("trust", "facilitation", TRUST_GROWS * reached * (1.0 - people.trust)),
        ("unity", "facilitation", UNITY_EASES * reached * (people.unity_base - people.unity)),
    ]


def _posture(world: World, senses: Senses) -> Changes:
    """Gear shown too early raises tension, but only while the crowd is calm."""
    people = world.people
    calm = 1.0 - np.minimum(1.0, hostility.share_around(senses) / RIOT_AROUND)
    pressed = senses.gear * np.exp(-senses.line_distance / LINE_FADES) * calm
    return [
        ("anger", "posture", POSTURE_ANGERS * pressed * (1.0 - people.trust) * (1.0 - people.anger)),
        ("trust", "posture", -POSTURE_COSTS_TRUST * pressed * people.trust),
        ("unity", "posture", POSTURE_UNITES * pressed * (1.0 - people.unity)),
    ]
