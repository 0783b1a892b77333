import pytest

from game.world.world import Command
from tests.talking import escort, later, live, of, talk, talking, told, turn

THREE = {"promise": {"what": "delegation", "to": 3}}


def refusal(world, unit="n", to="zona"):
    """The code of why the order would be refused."""
    why = Command.read({"escort": {"unit": unit, "to": to}}).check(world, "kapolres")
    return why and why.code


@pytest.fixture
def waiting():
    """Three delegates wait."""
    return turn(talking(), THREE)


def test_nobody_is_led_who_does_not_wait(waiting):
    assert refusal(talking()) == "no_delegates"
    assert refusal(waiting) is None
    waiting.people.fallen[of(waiting).delegates] = True
    assert refusal(waiting) == "no_delegates"


def test_only_to_a_place_that_is_there_and_where_somebody_hears_them(waiting):
    assert refusal(waiting, to="balai") == "unknown_zone"
    of(waiting).rooms = ("ruang",)
    assert refusal(waiting) == "nobody_hears_there"


def test_two_units_do_not_lead_one_delegation(waiting):
    escort(waiting)
    live(waiting, 1.0)
    assert refusal(waiting, unit="a") == "delegation_under_way"


def test_an_escort_without_delegates_gives_up(waiting):
    escort(waiting)
    live(waiting, 2.0)
    waiting.people.fallen[of(waiting).delegates] = True
    talk(waiting, 2.0)
    assert told(waiting, "refused")[-1].why.code == "no_delegates"
    assert waiting.units["n"].task is None


def test_an_escort_that_does_not_get_there_gives_up(waiting):
    escort(waiting)
    live(waiting, 2.0)
    later(waiting, 400.0)
    assert told(waiting, "refused")[-1].why.code == "unreachable"
    assert of(waiting).stage == "waiting"


def test_when_talks_break_the_delegates_come_back(waiting):
    escort(waiting)
    live(waiting, 8.0)
    of(waiting).red_lines = ("arrest_of_korlap",)
    waiting.people.custody[of(waiting).korlap] = 1
    live(waiting, 2.0)
    assert told(waiting, "talks_broken")
    assert of(waiting).stage == "back"
    waiting.people.custody[of(waiting).korlap] = -1
    live(waiting, 30.0)
    assert of(waiting).delegates == []
    assert waiting.units["n"].task is None


def test_a_walled_off_room_is_out_of_reach():
    text = """
        ZZZ#............
        ZZZ#..N...cccc..
        ZZZ#..N...cccc..
        ZZZ#......cccc..
        ZZZ#............
    """
    world = turn(talking(korlap=0, text=text), THREE)
    assert refusal(world) == "unreachable"
