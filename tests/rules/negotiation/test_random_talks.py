"""Whatever is said in whatever order, the talks stay what talks can be."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules import force, radio
from game.world.state import state_hash
from game.world.world import Command
from tests.talking import escort, later, of, talk, talking

TO = st.sampled_from(["0", "2", "3", "10", "11", "-1", "", "5m", "90s", "keluar", "hear_us", "recount", "²"])
GIVEN = st.fixed_dictionaries(
    {
        "what": st.sampled_from(["delegation", "hearing", "time", "route"]),
        "to": TO,
        "within": st.sampled_from(["0s", "90s"]),
    }
)
SAY = st.one_of(
    st.sampled_from([{"listen": {}}, {"explain": {}}]),
    st.builds(lambda given: {"offer": given}, GIVEN),
    st.builds(lambda given: {"promise": given}, GIVEN),
)
STEP = st.one_of(
    st.tuples(st.just("say"), SAY, st.booleans()),
    st.tuples(st.sampled_from(["force", "escort", "hold", "open", "taken", "freed"])),
)


def use_force(world):
    row = world.groups[0].rows[:1]
    where = world.people.position[row[0]].copy()
    force.use(world, world.units["a"], "push", level=4, place=where, radius=1.0, severity=0.2, hit=row)


def do(world, step):
    """One thing that somebody does."""
    talks = of(world)
    match step:
        case ("say", say, queue):
            radio.give(world, "kapolres", Command.read({"negotiate": {"unit": "n", "say": say, "queue": queue}}))
        case ("force",):
            use_force(world)
        case ("escort",):
            escort(world)
        case ("hold",):
            radio.give(world, "kapolres", Command.read({"hold": {"unit": "n"}}))
        case ("open",):
            world.exits_shut = []
        case ("taken",):
            world.people.custody[talks.korlap] = 1
        case ("freed",):
            world.people.custody[talks.korlap] = -1


def play(steps, seed):
    world = talking(seed=seed, red_lines=("shields_first", "force_first", "arrest_of_korlap", "no_answer"))
    world.exits_shut = ["keluar"]
    for step, wait in steps:
        do(world, step)
        talk(world, 0.5)
        later(world, wait)
        check(world)
    return world


def check(world):
    """What is true of any talks at any time."""
    people, talks = world.people, of(world)
    assert (talks.stage == "") == (talks.delegates == [])
    assert set(np.flatnonzero(people.escorted)) <= set(talks.delegates)
    assert talks.korlap not in talks.delegates
    assert len(talks.crossed) == len(set(talks.crossed))
    assert set(talks.heard) <= {*talks.demands, *talks.red_lines}
    assert all(promise.kept is not None or promise.due > world.tick - 60 for promise in talks.promises)
    for feeling in ("anger", "trust"):
        moved = getattr(people, feeling)
        assert np.all((moved >= 0.0) & (moved <= 1.0))


@settings(max_examples=15, deadline=None)
@given(steps=st.lists(st.tuples(STEP, st.integers(0, 80)), max_size=6), seed=st.integers(0, 2**32 - 1))
def test_any_talk_holds_together_and_repeats_bit_for_bit(steps, seed):
    assert state_hash(play(steps, seed)) == state_hash(play(steps, seed))
