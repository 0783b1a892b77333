import copy

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules import mood, senses
from game.world.causes import CAUSES, FEELINGS
from tests.crowds import TICKS_PER_STEP, crowd, feel_for, of_role
from tests.pictures import picture

FELT = ("anger", "fear", "trust", "unity")


def felt(world):
    return {feeling: getattr(world.people, feeling).copy() for feeling in FELT}


def one_step(world):
    senses.sense(world)
    mood.feel(world)


def test_contagion_alone_stays_within_the_range_it_began_in_and_levels_out(monkeypatch):
    monkeypatch.setattr(mood, "AMPLIFIED", 0.0)
    monkeypatch.setattr(mood, "ANGER_FADES", 0.0)
    world = picture("\n".join(["c" * 12] * 12))
    world.people.anger = world.rng.uniform(0.1, 0.9, len(world.people))
    low, high, spread = world.people.anger.min(), world.people.anger.max(), world.people.anger.std()
    feel_for(world, 60)
    assert low <= world.people.anger.min()
    assert world.people.anger.max() <= high
    assert world.people.anger.std() < spread / 3


def test_fear_spreads_from_the_frightened_and_never_calms_by_company():
    world = picture("ccc")
    world.people.fear[:] = [0.9, 0.0, 0.0]
    one_step(world)
    assert world.people.fear[1] > 0.0
    assert world.causes.sums[:, FEELINGS.index("fear"), CAUSES.index("contagion")].min() == 0.0


def test_left_alone_people_come_to_rest_where_they_began():
    world = picture("c.....c.....c")
    before = felt(world)
    world.people.anger[:] = world.people.fear[:] = 0.8
    feel_for(world, 200)
    assert world.people.anger == pytest.approx(before["anger"], abs=0.02)
    assert world.people.fear == pytest.approx(before["fear"], abs=0.02)


def test_gear_angers_a_calm_crowd_and_costs_trust():
    soft, geared = crowd(line="siap"), crowd(line="berlindung")
    for world in (soft, geared):
        feel_for(world, 30)
    calm = of_role(soft, "supporter")
    assert geared.people.anger[calm].mean() > soft.people.anger[calm].mean() + 0.05
    assert geared.people.trust[calm].mean() < soft.people.trust[calm].mean() - 0.02


def test_gear_no_longer_provokes_where_a_tenth_is_hostile():
    world = crowd(line="berlindung")
    world.people.hostile[:] = world.people.civilian
    one_step(world)
    assert (world.causes.sums[:, :, CAUSES.index("posture")] == 0.0).all()


def test_dialogue_builds_trust_where_it_is_heard():
    world = crowd()
    world.facilitating["n"] = 3000
    feel_for(world, 60)
    gained = world.causes.sums[of_role(world, "supporter"), FEELINGS.index("trust"), CAUSES.index("facilitation")]
    assert gained.mean() > 0.05


def hit_beside(world, hostile):
    """One charge at the first supporter; were those hit hostile?"""
    hit = np.flatnonzero(of_role(world, "supporter"))[:4]
    world.people.hostile[hit] = hostile
    mood.force_event(world, world.people.position[hit[0]], 1.0, 1.0, hit, 7)
    return hit


def test_force_against_the_peaceful_costs_trust_unites_and_angers_who_sees_it():
    world = crowd()
    before = felt(world)
    hit_beside(world, hostile=False)
    crowd_rows = world.people.civilian
    assert (world.people.trust < before["trust"])[crowd_rows].all()
    assert (world.people.unity > before["unity"])[crowd_rows].all()
    assert (world.people.anger > before["anger"])[crowd_rows].all()
    assert (world.causes.latest[crowd_rows, CAUSES.index("force")] == 7).all()


def test_force_against_the_hostile_costs_no_trust_and_angers_little():
    fair, unfair = crowd(), crowd()
    before = felt(fair)
    hit_beside(fair, hostile=True)
    hit_beside(unfair, hostile=False)
    assert np.array_equal(fair.people.trust, before["trust"])
    assert np.array_equal(fair.people.unity, before["unity"])
    risen, risen_unfair = fair.people.anger - before["anger"], unfair.people.anger - before["anger"]
    assert risen.sum() == pytest.approx(0.15 * risen_unfair.sum(), rel=0.01)


def test_force_frightens_near_by_more_than_far_off_and_not_officers():
    world = picture("Lc.......c......................c")
    mood.force_event(world, world.people.position[0], 1.0, 1.0, np.array([0]), 3)
    near, middle, far = world.people.fear[:3]
    assert near == pytest.approx(0.6)
    assert near > middle > far > 0.0
    assert world.people.fear[3] == 0.0


def test_who_stands_behind_a_wall_does_not_witness():
    world = picture("c..#..c")
    before = felt(world)
    mood.force_event(world, world.people.position[0], 1.0, 1.0, np.array([0]), 3)
    assert world.people.fear[1] == 0.0
    assert world.people.trust[1] == before["trust"][1]


def test_bystanders_are_moved_half_as_much_as_protesters():
    world = picture("b..c..c")  # supporters first, then the bystander
    world.people.anger[:] = 0.0
    mood.force_event(world, world.people.position[0], 0.5, 1.0, np.array([0]), 3)
    assert world.people.anger[2] == pytest.approx(world.people.anger[1] / 2)


def test_news_moves_whom_it_reaches_once_and_remembers_the_event():
    world = picture("ccc")
    world.people.present[1] = False
    before = felt(world)
    mood.hear(world, np.array([0, 1]), cause="news", anger=0.3, trust=-0.1, event=5)
    assert world.people.anger - before["anger"] == pytest.approx([0.3, 0.0, 0.0])
    assert world.people.trust - before["trust"] == pytest.approx([-0.1, 0.0, 0.0])
    assert world.causes.latest[:, CAUSES.index("news")].tolist() == [5, -1, -1]


def test_the_absent_feel_nothing():
    world = crowd(radicals=0.05)
    away = np.flatnonzero(world.people.civilian)[::3]
    world.people.present[away] = False
    before = felt(world)
    feel_for(world, 10)
    mood.force_event(world, world.people.position[away[0]], 6.0, 1.0, away[:3], 1)
    for feeling in FELT:
        assert np.array_equal(getattr(world.people, feeling)[away], before[feeling][away])


SCENES = st.fixed_dictionaries(
    {
        "seed": st.integers(0, 2**32 - 1),
        "line": st.sampled_from(("siap", "siaga", "berlindung")),
        "severity": st.floats(0.0, 1.0),
        "news": st.floats(-2.0, 2.0),
        "extreme": st.booleans(),
        "scattered": st.booleans(),
    }
)


def random_scene(seed, line, severity, news, extreme, scattered):
    """A small crowd in any state, after a few seconds with force and news in them; and what it felt before."""
    world = picture("cccxbb..L\ncbcxcc..L\ncccccc.N.", seed=seed)
    rng, people = np.random.default_rng(seed), world.people
    world.units["l"].posture = line
    for feeling in FELT:
        value = rng.uniform(size=len(people))
        setattr(people, feeling, np.round(value) if extreme else value)
    if scattered:
        people.position = rng.uniform(0.2, (8.8, 2.8), people.position.shape)
    people.present = rng.uniform(size=len(people)) < 0.8
    before = copy.deepcopy(felt(world))
    for turn in range(10):
        one_step(world)
        world.tick += TICKS_PER_STEP
        if turn == 4:
            mood.force_event(world, people.position[0], 2.0, severity, rng.integers(0, len(people), 4), 1)
            mood.hear(world, np.arange(len(people)), cause="news", anger=news, fear=-news, event=2)
    return world, before


@given(SCENES)
def test_booked_causes_add_up_to_the_change_of_state(scene):
    world, before = random_scene(**scene)
    for index, feeling in enumerate(FEELINGS):
        booked = world.causes.sums[:, index].sum(axis=1)
        assert booked == pytest.approx(getattr(world.people, feeling) - before[feeling], abs=1e-9)


@given(SCENES)
def test_feelings_stay_between_none_and_all(scene):
    world, _ = random_scene(**scene)
    for feeling in FELT:
        value = getattr(world.people, feeling)
        assert np.isfinite(value).all()
        assert value.min() >= 0.0
        assert value.max() <= 1.0
    assert np.isfinite(world.people.margin).all()
