import pytest

from game.world.world import Seat
from tests.parade import asked, block, ground


@pytest.fixture
def square():
    world = ground(A=block(10, 10, 6), N=block(20, 10, 4))
    world.seats["danton1"] = Seat("danton1", "danton", ("a",), "ai")
    return world


def test_a_seat_commands_its_own_units_only(square):
    assert asked(square, "hold", "danton1", unit="a") is None
    assert asked(square, "hold", "danton1", unit="n").code == "not_yours"


def test_a_seat_that_is_not_declared_commands_nothing(square):
    assert asked(square, "hold", "bupati", unit="a").code == "unknown_seat"


def test_red_is_the_provincial_chiefs_to_declare(square):
    why = asked(square, "raise_flag", "kapolres", flag="merah")
    assert (why.code, why.values["needed"], why.values["rank"]) == ("rank_too_low", "kapolda", "kapolres")
    assert why.values["source"] == "test"
    assert asked(square, "raise_flag", "kapolda", flag="merah") is None


def test_the_exact_rule_goes_before_the_general_one(square):
    assert asked(square, "warn", "danton", unit="n", level=1) is None
    assert asked(square, "warn", "danton", unit="n", level=3).code == "rank_too_low"


def test_what_the_doctrine_does_not_mention_is_free_to_who_commands_the_unit(square):
    del square.ladder.rules["hold"]
    assert asked(square, "hold", "danton1", unit="a") is None


@pytest.mark.parametrize("seat", ["script", "instructor"])
def test_script_and_instructor_may_give_everything(square, seat):
    assert asked(square, "hold", seat, unit="n") is None
    assert asked(square, "raise_flag", seat, flag="merah") is None
    assert asked(square, "enter_phase", seat, phase="rusuh") is None


def test_nobody_else_may_shape_the_exercise(square):
    text = {"id": "Kabar", "en": "News"}
    assert asked(square, "say", "kapolda", text=text).code == "only_instructor"
    assert asked(square, "enter_phase", "kapolda", phase="rusuh").code == "only_instructor"
