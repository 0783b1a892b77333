import pytest

from game.rules.commands.lower_flag import FlagLowered
from game.rules.commands.raise_flag import FlagRaised
from tests.parade import asked, ground, heard, order


@pytest.fixture
def square():
    world = ground(10, 10, A=[(5, 5)])
    world.flag = "kuning"
    return world


def test_flags_go_up_and_come_down_and_it_is_said(square):
    order(square, "raise_flag", flag="merah")
    order(square, "lower_flag", flag="hijau")
    assert square.flag == "hijau"
    assert [(event.before, event.flag) for event in heard(square, FlagRaised)] == [("kuning", "merah")]
    assert [(event.before, event.flag) for event in heard(square, FlagLowered)] == [("merah", "hijau")]


@pytest.mark.parametrize(
    ("word", "flag", "code"),
    [
        ("raise_flag", "kuning", "flag_already"),
        ("lower_flag", "kuning", "flag_already"),
        ("raise_flag", "hijau", "flag_not_higher"),
        ("lower_flag", "merah", "flag_not_lower"),
    ],
)
def test_the_wrong_way_is_refused(square, word, flag, code):
    assert asked(square, word, flag=flag).code == code
