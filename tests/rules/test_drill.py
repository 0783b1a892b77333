import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.tasks.task import TaskDone
from game.world.state import state_hash
from tests.parade import asked, block, ground, heard, let_pass, order, until_done


def test_orders_are_done_in_the_order_they_were_queued():
    world = ground(A=block(10, 10, 9))
    order(world, "form", unit="a", formation="banjar_tiga")
    order(world, "move", unit="a", to=[20, 14], queue=True)
    order(world, "face", unit="a", facing=90, queue=True)
    until_done(world, "a", 90.0)
    assert [event.doing for event in heard(world, TaskDone)] == ["form.banjar_tiga", "move", "face"]


def test_a_new_order_drops_the_old_ones():
    world = ground(A=block(10, 10, 9))
    order(world, "move", unit="a", to=[40, 14])
    order(world, "face", unit="a", facing=90, queue=True)
    let_pass(world, 3.0)
    order(world, "face", unit="a", facing=180)
    until_done(world, "a", 30.0)
    assert [event.doing for event in heard(world, TaskDone)] == ["face"]
    assert world.units["a"].goal is None


def test_a_shoved_officer_walks_back_to_the_slot():
    world = ground(A=block(10, 10, 9))
    world.people.position[4] += [2.0, 0.0]
    let_pass(world, 5.0)
    assert np.hypot(*(world.people.slot[4] - world.people.position[4])) < 0.1


def test_only_a_unit_that_pushes_leans_into_whoever_blocks_its_march():
    world = ground(A=block(10, 10, 9))
    order(world, "posture", unit="a", posture="tangan_berkait")
    let_pass(world, 0.2)
    assert not world.people.press.any()
    order(world, "move", unit="a", to=[30, 14])
    let_pass(world, 0.2)
    assert not world.people.press.any()
    order(world, "posture", unit="a", posture="dorong_maju")
    let_pass(world, 0.2)
    assert world.people.press.all()
    order(world, "posture", unit="a", posture="siap")
    let_pass(world, 0.2)
    assert not world.people.press.any()


def test_a_unit_that_has_not_arrived_does_nothing():
    world = ground(A=block(10, 10, 9))
    world.people.present[:] = False
    let_pass(world, 1.0)
    assert asked(world, "hold", unit="a").code == "unit_coming"
    assert not world.people.way.any()


POINTS = st.lists(st.one_of(st.floats(-5.0, 35.0), st.just(1e300)), min_size=2, max_size=2)
DEGREES = st.one_of(st.none(), st.floats(-360.0, 360.0))
QUEUE = st.booleans()
FORMATION = st.one_of(
    st.just("banjar_tiga"), st.fixed_dictionaries({"bersaf": st.fixed_dictionaries({"ranks": st.integers(1, 6)})})
)
UNIT = st.sampled_from(["a", "n", "nobody"])
FIELDS = {
    "form": {
        "formation": FORMATION,
        "at": st.one_of(st.none(), POINTS),
        "facing": DEGREES,
        "frontage": st.one_of(st.none(), st.floats(0.1, 200.0)),
        "queue": QUEUE,
    },
    "move": {"to": POINTS, "facing": DEGREES, "run": st.booleans(), "queue": QUEUE},
    "face": {"facing": st.floats(-360.0, 360.0), "queue": QUEUE},
    "posture": {"posture": st.sampled_from(["siap", "siaga", "tangan_berkait", "berlindung", "tidur"])},
    "warn": {"level": st.integers(1, 3), "queue": QUEUE},
    "hold": {},
    "cancel": {},
}
ORDERS = st.sampled_from(sorted(FIELDS)).flatmap(
    lambda word: st.tuples(st.just(word), st.fixed_dictionaries({"unit": UNIT} | FIELDS[word]))
)
WAITS = st.floats(0.0, 4.0).map(lambda wait: ("wait", wait))


def played(stream):
    """A small square after a stream of orders and waits."""
    world = ground(
        30, 20, A=block(8, 6, 5, 2), N=block(20, 4, 3), c=block(13, 8, 3, 3), wall=[(16, y) for y in range(7)]
    )
    for word, what in stream:
        if word == "wait":
            let_pass(world, what)
        else:
            order(world, word, **what)
    let_pass(world, 1.0)
    return world


@settings(max_examples=25)
@given(st.lists(st.one_of(ORDERS, WAITS), max_size=10))
def test_no_stream_of_orders_breaks_the_square(stream):
    world = played(stream)
    people = world.people
    for values in (people.position, people.velocity, people.way, people.slot, people.heading):
        assert np.isfinite(values).all()
    assert world.ground.stands(people.slot, 0.1).all()
    assert np.hypot(*people.velocity.T).max() < 8.0
    assert len({state_hash(world), state_hash(played(stream))}) == 1
