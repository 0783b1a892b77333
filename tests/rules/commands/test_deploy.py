import numpy as np
import pytest

from game.rules.commands.deploy import deployed
from tests.parade import asked, ground, let_pass, order
from tests.pictures import picture


@pytest.fixture
def square():
    """Eight officers in two units, and a zone in which the first may begin as well."""
    return picture("""
        ................
        .AAAA......ZZZZZ
        ...........ZZZZZ
        .LLLL......ZZZZZ
        ................
    """)


def test_a_unit_begins_in_formation_in_the_zone_it_is_put_in(square):
    order(square, "deploy", unit="a", at="zona")
    rows = square.units["a"].rows
    assert square.ground.zones["zona"].contains(square.people.position[rows]).mean() >= 0.75
    let_pass(square, 1.0)
    assert np.abs(square.people.position[rows] - square.people.slot[rows]).max() < 0.05


def test_who_stands_down_is_not_there_and_counts_no_more(square):
    order(square, "stand_down", unit="l")
    assert deployed(square) == 4
    assert asked(square, "hold", unit="l").code == "unit_not_deployed"
    order(square, "deploy", unit="l", at="zona")
    assert deployed(square) == 8


def test_no_more_than_the_district_can_spare(square):
    square.deploy_at_most = 6
    order(square, "stand_down", unit="l")
    why = asked(square, "deploy", unit="l", at="zona")
    assert (why.code, why.values) == ("too_many_deployed", {"count": 8, "most": 6})
    assert asked(square, "deploy", unit="a", at="zona") is None  # it is there already and only moves


def test_only_before_the_exercise_begins_and_only_where_there_is_room(square):
    assert asked(square, "deploy", unit="a", at="nowhere").code == "unknown_zone"
    square.tick = 1
    assert asked(square, "deploy", unit="a", at="zona").code == "already_begun"
    assert asked(square, "stand_down", unit="a").code == "already_begun"


def test_neighbours_are_asked_for_not_placed():
    world = ground(A=[(5, 5)])
    world.units["a"].on_request = 60.0
    assert asked(world, "stand_down", unit="a").code == "comes_on_request"
