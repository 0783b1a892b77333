"""What holds whoever is ordered to take, let go or treat whom, and whoever falls meanwhile."""

import dataclasses

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules import custody, harm, radio
from game.rules.advance import advance
from game.world.people import NOBODY
from game.world.world import TICKS_PER_SECOND, Command, World
from tests.parade import block, ground

PEOPLE = 34
ROW = st.one_of(st.integers(0, PEOPLE - 1), st.sampled_from([-1, PEOPLE, 2**70]))
QUEUE = st.booleans()
STEP = st.one_of(
    st.tuples(st.just("arrest"), st.fixed_dictionaries({"unit": st.sampled_from("pn"), "person": ROW, "queue": QUEUE})),
    st.tuples(st.just("release"), st.fixed_dictionaries({"unit": st.sampled_from("pnm"), "person": ROW})),
    st.tuples(st.just("treat"), st.fixed_dictionaries({"unit": st.just("m"), "person": st.none() | ROW})),
    st.tuples(st.just("hold"), st.fixed_dictionaries({"unit": st.sampled_from("pn")})),
    st.tuples(st.just("falls"), st.integers(0, PEOPLE - 1)),
)
STEPS = st.lists(st.tuples(st.floats(0.0, 4.0), STEP), min_size=4, max_size=9)
AHEAD = 4.0  # m that an officer may be ahead of whom he leads where comrades and crowd part them


def square() -> World:
    """Two teams of five and four medics with an ambulance before nineteen people."""
    marks = {"P": block(8, 4, 5), "N": block(8, 12, 5), "M": block(6, 8, 4), "c": block(12, 6, 6, 3), "V": [(3, 10)]}
    world = ground(30, 20, **marks, b=[(20, 10)])
    team = world.units["p"].type
    world.units["n"].type = dataclasses.replace(world.units["n"].type, orders=team.orders, in_line=False, run=team.run)
    assert len(world.people) == PEOPLE
    return world


def assert_each_held_by_one(world: World) -> None:
    people, records = world.people, custody.in_hand(world)
    held = np.flatnonzero(people.custody != NOBODY)
    assert sorted(record.person for record in records) == held.tolist()
    assert people.civilian[held].all()
    assert people.present[held].all()
    assert not people.hostile[held].any()
    escorts = [record.escort for record in records]
    assert len(set(escorts)) == len(escorts)
    for record in records:
        unit = world.units[record.unit]
        assert people.custody[record.person] == unit.index
        assert record.escort in unit.rows
        apart = people.position[record.person] - people.position[record.escort]
        assert np.hypot(*apart) < AHEAD


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 2**16), strain=st.sampled_from([0.0, 1.0]), steps=STEPS)
def test_whatever_is_ordered_each_is_held_by_one_officer_and_nobody_is_left_behind(seed, strain, steps):
    world = square()
    world.rng = np.random.default_rng(seed)
    world.units["p"].strain = strain
    for wait, (word, what) in [*steps, (8.0, ("hold", {"unit": "p"}))]:
        if word == "falls":
            harm.hurt(world, np.array([what]), "missile", lies=np.array([True]))
        else:
            radio.give(world, "kapolda", Command.read({word: what}))
        for _ in range(round(wait * TICKS_PER_SECOND)):
            advance(world)
        world.tick += -world.tick % 3  # after the next step of those who are held
        advance(world)
        assert_each_held_by_one(world)
        assert not (world.people.treated & ~world.people.hurt).any()
