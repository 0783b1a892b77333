"""P1 to P7 of crowd-model.md 3.6 on 256 people, one seed, in half the time: their directions."""

from functools import cache

import numpy as np

from game.rules import mood
from tests.crowds import crowd, feel_for, of_role

USES = 7
BETWEEN = 8  # s
AFTER = 20  # s of crowd before the first use
REACH = 6.0  # m


@cache
def outcome(radicals=0.0, line="siap", force="none", talks_from=None, seconds=120):
    """What moderates came to: peak and final share of hostile people, and their mean anger, trust and unity."""
    world = crowd(radicals=radicals, line=line)
    moderate, people, rng = of_role(world, "supporter"), world.people, np.random.default_rng(1)
    peak = 0.0
    for second in range(seconds):
        if talks_from is not None and second >= talks_from:
            world.facilitating["n"] = world.tick + 60
        feel_for(world, 1)
        number, due = divmod(second - AFTER, BETWEEN)
        if force != "none" and not due and 0 <= number < USES:
            use_force(world, force, rng)
        peak = max(peak, people.hostile[moderate].mean())
    means = [float(getattr(people, feeling)[moderate].mean()) for feeling in ("anger", "trust", "unity")]
    return float(peak), float(people.hostile[moderate].mean()), *means


def use_force(world, force, rng):
    people = world.people
    hostile = np.flatnonzero(people.hostile)
    if force == "targeted":
        mood.force_event(world, people.position[rng.choice(hostile)], 1.0, 1.0, hostile[:4], 7)
    else:
        place = people.position[rng.choice(np.flatnonzero(people.civilian))]
        hit = np.flatnonzero(people.civilian & (np.hypot(*(people.position - place).T) < REACH))
        mood.force_event(world, place, REACH, 1.0, hit, 7)


def test_p1_a_crowd_before_a_soft_line_stays_calm():
    _, final, anger, trust, _ = outcome()
    assert final <= 0.02
    assert anger <= 0.20
    assert trust >= 0.65


def test_p2_full_gear_too_early_raises_anger_and_costs_trust_but_makes_no_riot():
    _, soft_hostile, soft_anger, soft_trust, _ = outcome()
    _, hostile, anger, trust, _ = outcome(line="berlindung")
    assert anger > soft_anger + 0.05
    assert trust < soft_trust - 0.05
    assert soft_hostile <= hostile <= 0.25


def test_p3_radicals_alone_do_not_carry_the_moderates_along():
    assert outcome(radicals=0.05)[0] <= 0.10


def test_p4_indiscriminate_force_makes_moderates_hostile_unites_them_and_costs_trust():
    _, calm_hostile, _, calm_trust, calm_unity = outcome(radicals=0.05)
    _, hostile, _, trust, unity = outcome(radicals=0.05, force="indiscriminate")
    assert hostile >= 0.30
    assert hostile >= 5 * calm_hostile
    assert unity >= calm_unity + 0.1
    assert trust <= calm_trust - 0.15


def test_p5_force_against_the_hostile_only_leaves_moderates_as_they_were():
    _, indiscriminate, *_ = outcome(radicals=0.05, force="indiscriminate")
    _, hostile, _, trust, _ = outcome(radicals=0.05, force="targeted")
    assert hostile <= indiscriminate / 3
    assert abs(trust - outcome(radicals=0.05)[3]) <= 0.05


def test_p6_a_crowd_that_was_talked_to_from_the_start_takes_force_less_badly():
    peak, _, _, trust, _ = outcome(radicals=0.05, force="indiscriminate")
    talked_peak, _, _, talked_trust, _ = outcome(radicals=0.05, force="indiscriminate", talks_from=0)
    assert talked_peak <= 0.85 * peak
    assert talked_trust > trust


def test_p7_talking_after_force_brings_moderates_back():
    untold = outcome(radicals=0.05, force="indiscriminate", seconds=150)
    told = outcome(radicals=0.05, force="indiscriminate", talks_from=60, seconds=150)
    assert untold[1] >= 0.50
    assert told[1] <= 0.10
