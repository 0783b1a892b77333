"""Two seats that command one unit: rank decides, the later order wins among equals, and either is said."""

import pytest

from game.rules.commands.cancel import OrderCancelled
from game.rules.commands.command import OrderSetAside
from game.rules.custody import Arrested
from game.rules.radio import Refused
from game.world.world import Radio, Seat
from tests.parade import asked, block, ground, heard, let_pass, order


@pytest.fixture
def square():
    """A platoon that marches on the order of the Kapolres."""
    world = ground(A=block(10, 10, 6))
    world.seats["danton2"] = Seat("danton2", "danton", ("a",), "ai")
    order(world, "move", "kapolres", unit="a", to=[40, 13])
    let_pass(world, 1.0)
    return world


def test_a_lower_rank_does_not_set_aside_what_a_higher_one_ordered(square):
    order(square, "hold", "danton", unit="a")
    (refused,) = heard(square, Refused)
    assert (refused.actor, refused.why.code, refused.why.values) == (
        "danton",
        "under_higher_order",
        {"unit": "DA1", "rank": "kapolres"},
    )
    assert square.units["a"].task.word == "move"
    assert square.units["a"].ordered_by == "kapolres"


def test_it_may_queue_its_order_behind_and_then_answers_for_that_alone(square):
    order(square, "face", "danton", unit="a", facing=90, queue=True)
    let_pass(square, 0.2)
    unit = square.units["a"]
    assert (unit.task.word, unit.ordered_by, unit.queued_by) == ("move", "kapolres", ["danton"])
    let_pass(square, 40.0)
    assert (unit.ordered_by, unit.queued_by) == ("danton", [])
    assert asked(square, "hold", "danton", unit="a") is None


def test_a_higher_rank_goes_before_and_it_is_said_whose_order_is_left(square):
    order(square, "hold", "kapolda", unit="a")
    let_pass(square, 0.2)
    (told,) = heard(square, OrderSetAside)
    assert (told.actor, told.doing, told.rank, told.call) == ("a", "move", "kapolres", "DA1")
    assert square.units["a"].ordered_by == "kapolda"


def test_among_equals_the_later_order_wins_and_it_is_said(square):
    order(square, "hold", "kapolres", unit="a")
    let_pass(square, 15.0)
    assert heard(square, OrderSetAside) == []  # nobody sets their own order aside
    order(square, "move", "danton", unit="a", to=[40, 13])
    let_pass(square, 1.0)
    order(square, "move", "danton2", unit="a", to=[10, 30])
    let_pass(square, 1.0)
    assert [told.rank for told in heard(square, OrderSetAside)] == ["danton"]
    assert square.units["a"].ordered_by == "danton2"


def test_of_two_orders_on_the_air_the_unit_refuses_the_lower_rank_when_it_comes_second():
    world = ground(A=block(10, 10, 6))
    world.radio = Radio(2.0, 2.0, 0.0)
    order(world, "move", "kapolres", unit="a", to=[40, 13])
    order(world, "move", "danton", unit="a", to=[10, 30])
    let_pass(world, 3.0)
    (refused,) = heard(world, Refused)
    assert (refused.actor, refused.why.code) == ("a", "under_higher_order")
    assert world.units["a"].task.to == [40.0, 13.0]


def test_nobody_takes_back_what_a_higher_rank_has_on_the_air_or_in_the_queue(square):
    order(square, "face", "kapolres", unit="a", facing=90, queue=True)
    let_pass(square, 0.2)
    assert asked(square, "cancel", "danton", unit="a").code == "under_higher_order"
    order(square, "face", "danton", unit="a", facing=0, queue=True)
    let_pass(square, 0.2)
    assert asked(square, "cancel", "danton", unit="a") is None  # the latest is their own
    square.radio = Radio(2.0, 2.0, 0.0)
    order(square, "posture", "kapolda", unit="a", posture="siaga")
    assert asked(square, "cancel", "kapolres", unit="a").code == "under_higher_order"
    order(square, "cancel", "kapolda", unit="a")
    assert heard(square, OrderCancelled)[-1].doing == "posture.siaga"


def test_the_instructor_goes_before_everyone(square):
    order(square, "hold", "instructor", unit="a")
    let_pass(square, 0.2)
    assert heard(square, OrderSetAside)[0].rank == "kapolres"
    assert asked(square, "move", "danton", unit="a", to=[10, 30]) is None


def test_who_ordered_an_arrest_answers_for_it_whatever_is_queued_behind():
    world = ground(P=block(10, 10, 4), c=[(16, 11)])
    order(world, "arrest", "kapolres", unit="p", person=0)
    let_pass(world, 0.2)
    order(world, "move", "danton", unit="p", to=[10, 30], queue=True)
    let_pass(world, 15.0)
    assert [told.ordered_by for told in heard(world, Arrested)] == ["kapolres"]
    assert world.arrests[0].ordered_by == "kapolres"
