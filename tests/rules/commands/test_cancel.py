import pytest

from game.rules.commands.cancel import OrderCancelled
from game.world.world import Radio
from tests.parade import asked, block, ground, heard, let_pass, order


@pytest.fixture
def square():
    world = ground(A=block(10, 10, 6))
    world.radio = Radio(2.0, 2.0, 0.0)
    return world


def test_the_latest_order_on_the_air_goes_first_then_the_end_of_the_queue(square):
    order(square, "move", unit="a", to=[30, 13])
    order(square, "face", unit="a", facing=90, queue=True)
    let_pass(square, 3.0)
    order(square, "posture", unit="a", posture="siaga")
    order(square, "cancel", unit="a")
    order(square, "cancel", unit="a")
    let_pass(square, 3.0)
    assert [event.doing for event in heard(square, OrderCancelled)] == ["posture.siaga", "face"]
    assert square.units["a"].posture == "siap"


def test_what_has_begun_goes_on(square):
    order(square, "move", unit="a", to=[30, 13])
    let_pass(square, 3.0)
    assert asked(square, "cancel", unit="a").code == "nothing_to_cancel"
    assert square.units["a"].task.word == "move"
