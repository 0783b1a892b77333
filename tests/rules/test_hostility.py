import numpy as np

from game.rules import hostility, senses
from game.world.senses import perceived
from tests.crowds import crowd, of_role
from tests.pictures import picture


def granovetter(first_thresholds):
    """100 people who see each other and weigh nothing but how many have joined; crowd-model.md 3.2."""
    world = picture("\n".join(["c" * 10] * 10))
    people = world.people
    people.predisposition[:] = people.risk_aversion[:] = people.fear[:] = 0.0
    people.anger[:] = hostility.ANGER_NEUTRAL
    people.unity[:] = 1.0
    people.threshold = np.arange(100) * 1.0
    people.threshold[: len(first_thresholds)] = first_thresholds
    senses.sense(world)
    look = perceived(world)
    look.near[:] = -1  # alone in what they feel: neither restraint nor its lack
    look.crowd[:] = 100.0
    people.threshold = hostility.COMPANY_URGES * (people.threshold - 0.5) / 100.0  # half a person below: F(r) counts >=
    return world, look


def joined(world, look):
    """How many have joined when nobody more does."""
    for _ in range(101):
        look.hostiles[:] = world.people.hostile.sum()
        hostility.turn(world, hostility.impulse(world, look))
        world.tick += 60
    return int(world.people.hostile.sum())


def test_thresholds_of_0_to_99_bring_in_all_hundred():
    assert joined(*granovetter([0])) == 100


def test_one_threshold_of_1_changed_to_2_leaves_one_alone():
    assert joined(*granovetter([0, 2])) == 1


def test_calming_down_takes_clearly_less_than_turning_hostile():
    world = picture("c")
    people = world.people
    people.threshold[:] = 0.3

    def after(impulse):
        world.tick += 60
        hostility.turn(world, np.array([impulse]))
        return bool(people.hostile[0])

    assert [after(i) for i in (0.29, 0.31, 0.29, 0.23, 0.21, 0.29)] == [False, True, True, True, False, False]


def test_nobody_wavers_within_two_seconds():
    world = picture("c")
    world.people.threshold[:] = 0.3
    hostility.turn(world, np.array([0.5]))
    world.tick += 57
    hostility.turn(world, np.array([0.0]))
    assert world.people.hostile[0]
    world.tick += 3
    hostility.turn(world, np.array([0.0]))
    assert not world.people.hostile[0]


def test_officers_in_number_hold_back_and_hostile_company_takes_that_away():
    world = crowd()
    senses.sense(world)
    look, moderate = perceived(world), of_role(world, "supporter")
    look.police[:] = 0.0
    unwatched = hostility.impulse(world, look)[moderate].mean()
    look.police[:] = 20.0
    watched = hostility.impulse(world, look)[moderate].mean()
    look.hostiles[:] = 100.0
    in_company = hostility.impulse(world, look)[moderate].mean()
    assert watched < unwatched
    assert in_company > watched


def test_calm_neighbours_who_trust_the_police_hold_one_back():
    world = picture("ccc")
    senses.sense(world)
    held = hostility.impulse(world, perceived(world))[1]
    world.people.trust[[0, 2]] = 0.0
    assert hostility.impulse(world, perceived(world))[1] > held


def test_officers_and_the_absent_never_turn():
    world = picture("cLc")
    world.people.present[1] = False
    world.people.threshold[:] = -1.0
    hostility.turn(world, np.ones(3))
    assert world.people.hostile.tolist() == [True, False, False]
