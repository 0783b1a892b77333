import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules import radio
from game.rules.radio import OrderReceived, OrderSent, RadioRepeated, Refused
from game.rules.tasks.task import TaskDone
from game.world.state import save, state_hash
from game.world.world import TICKS_PER_SECOND, Radio
from tests.parade import block, ground, heard, let_pass, order


@pytest.fixture
def square():
    """A platoon and negotiators who hear everything after two seconds."""
    world = ground(A=block(10, 10, 6), N=block(20, 10, 4))
    world.radio = Radio(2.0, 2.0, 0.0)
    return world


def test_an_order_is_sent_answered_done_and_reported(square):
    order(square, "form", unit="a", formation={"bersaf": {"ranks": 1}})
    assert square.units["a"].queue == []
    let_pass(square, 1.9)
    assert heard(square, OrderReceived) == []
    let_pass(square, 10.0)
    sent, received, done = square.said
    assert [type(event) for event in square.said] == [OrderSent, OrderReceived, TaskDone]
    assert (sent.actor, received.actor, done.actor) == ("kapolda", "a", "a")
    assert received.because == (sent.id,)
    assert received.tick == 60


def test_who_does_not_understand_asks_once_and_then_does_it(square):
    square.radio = Radio(2.0, 2.0, 1.0)
    order(square, "hold", unit="a")
    let_pass(square, 4.1)
    assert [type(event) for event in square.said][:3] == [OrderSent, RadioRepeated, OrderReceived]
    assert heard(square, OrderReceived)[0].tick == 120


@given(st.integers(0, 50))
def test_no_order_overtakes_an_earlier_one_to_the_same_unit(seed):
    world = ground(20, 20, A=block(10, 10, 3), N=block(5, 10, 2))
    world.radio = Radio(0.0, 6.0, 0.3)
    world.rng.bit_generator.advance(seed)
    for facing in (10, 20, 30, 40):
        order(world, "face", unit="a", facing=facing, queue=True)
        order(world, "posture", unit="n", posture="siap")
    for _ in range(2 * 6 * TICKS_PER_SECOND + 1):
        radio.land(world)
        world.tick += 1
    assert world.air == []
    sent = {event.id: event.actor for event in heard(world, OrderSent)}
    answered = [event.because[0] for event in heard(world, OrderReceived) if event.actor == "a"]
    assert answered == sorted(answered)
    assert len(heard(world, OrderReceived)) == len(sent)


def test_what_is_no_longer_possible_when_it_arrives_is_refused_by_the_unit(square):
    order(square, "warn", unit="n", level=1)
    order(square, "warn", unit="n", level=1)
    let_pass(square, 1.0)
    square.people.fallen[square.units["n"].rows] = True
    let_pass(square, 2.0)
    assert [event.why.code for event in heard(square, Refused)] == ["unit_down", "unit_down"]
    assert heard(square, Refused)[0].actor == "n"


def test_a_refusal_changes_nothing_but_that_it_is_said(square):
    before, whole = save(square).plain, state_hash(square)
    order(square, "form", unit="a", formation="banjar_tiga", at=[-5, 3])
    assert save(square).plain == before | {"events_said": 1}
    square.events_said = 0
    assert state_hash(square) == whole
    assert [event.why.code for event in heard(square, Refused)] == ["outside"]


def test_flags_need_no_radio(square):
    order(square, "raise_flag", flag="kuning")
    assert square.flag == "kuning"
    assert square.air == []


def test_the_air_is_part_of_what_is_saved(square):
    order(square, "move", unit="a", to=[20, 20])
    assert save(square).plain["air"][0]["order"]["move"]["unit"] == "a"
