import dataclasses

import pytest

from game.rules.formations.bersaf import Bersaf
from game.world.world import Command
from tests.parade import asked, block, ground, let_pass, order


@pytest.fixture
def square():
    return ground(40, 30, A=block(10, 10, 10), wall=[(x, y) for x in range(20, 30) for y in range(10, 20)])


def test_a_drawn_front_sets_the_ranks(square):
    order(square, "form", unit="a", formation={"bersaf": {"ranks": 6}}, frontage=3.0)
    let_pass(square, 0.1)
    assert square.units["a"].formation == Bersaf(2)


@pytest.mark.parametrize(("at", "code"), [([25, 15], "no_room"), ([50, 15], "outside"), ([10, -0.1], "outside")])
def test_a_place_that_cannot_hold_the_unit_is_refused(square, at, code):
    assert asked(square, "form", unit="a", formation="bersaf", at=at).code == code
    assert asked(square, "move", unit="a", to=at).code == code


def test_a_line_may_touch_a_wall_as_long_as_half_of_it_can_stand(square):
    assert asked(square, "form", unit="a", formation={"bersaf": {"ranks": 1}}, at=[22, 9], facing=90) is None


def test_a_formation_the_unit_has_not_learnt_is_refused(square):
    unit = square.units["a"]
    unit.type = dataclasses.replace(unit.type, formations=("banjar_tiga",))
    why = asked(square, "form", unit="a", formation="bersaf")
    assert (why.code, why.values["formation"]) == ("formation_not_trained", "bersaf")


@pytest.mark.parametrize(
    "fields",
    [
        {"unit": "a", "formation": "bersaf", "frontage": -1},
        {"unit": "a", "formation": "bersaf", "at": [float("nan"), 0]},
        {"unit": "a", "formation": "bersaf", "facing": float("inf")},
        {"unit": "a", "formation": {"bersaf": {"ranks": 7}}},
        {"unit": "a", "formation": "lingkaran"},
        {"unit": "a"},
    ],
)
def test_an_order_that_makes_no_sense_cannot_be_read(fields):
    with pytest.raises(ValueError, match="form"):
        Command.read({"form": fields})


def test_an_order_reads_back_as_it_was_written(square):
    given = Command.read({"form": {"unit": "a", "formation": "banjar_tiga", "at": [1, 2], "facing": 90, "queue": True}})
    assert Command.read(given.plain()) == given
