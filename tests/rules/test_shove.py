import numpy as np
import pytest

from game.rules import shove
from game.rules.force import ForceUsed
from game.world.world import World
from tests.pictures import picture, walk

STREET = """
    .Lc...........
    .Lc...........
    .Lc...........
"""


def march_into(world: World, press: float, posture: str = "dorong_maju") -> list[ForceUsed]:
    """Let the drawn unit walk east into whoever stands there, with the given press."""
    unit = next(iter(world.units.values()))
    unit.goal, unit.posture = np.array([4.0, 0.5]), posture
    world.people.way[unit.rows], world.people.press[unit.rows] = (1.12, 0.0), press
    for tick in walk(world, 4.0):
        if tick % 30 == 29:
            shove.judge(world)
    return [event for event in world.said if isinstance(event, ForceUsed)]


def walled(picture_: str) -> str:
    return picture_.replace("c..", "c#.")


def test_a_unit_that_pushes_its_way_uses_force_is_told_once_a_second_and_costs_trust():
    world = picture(walled(STREET), cell=0.4)
    trust = world.people.trust[:3].mean()
    used = march_into(world, 300.0)
    assert 1 <= len(used) <= 4
    assert (used[0].tool, used[0].actor) == ("push", "l")
    assert used[0].hit >= 1
    assert world.people.trust[:3].mean() < trust


@pytest.mark.parametrize(("posture", "level"), [("dorong_maju", 4), ("mundur_teratur", 3)])
def test_in_full_gear_it_is_hard_without_it_soft(posture, level):
    (used, *_) = march_into(picture(walled(STREET), cell=0.4), 300.0, posture)
    assert used.level == level


def test_people_pushed_against_a_wall_have_no_room_and_that_is_held_against_it():
    assert "no_room_behind" in march_into(picture(walled(STREET), cell=0.4), 300.0)[0].faults


def test_people_who_can_go_back_have_room():
    world = picture(STREET, cell=1.0)
    world.people.brace[:3] = 1e4  # they will not
    used = march_into(world, 300.0)
    assert used
    assert "no_room_behind" not in used[0].faults


def test_a_shut_exit_is_no_way_to_go():
    world = picture(STREET.replace("c....", "c...X"), cell=1.0)
    world.people.brace[:3] = 1e4
    world.exits_shut.append("keluar")
    assert "no_room_behind" in march_into(world, 300.0)[0].faults


def test_a_unit_that_stops_before_people_uses_no_force():
    assert march_into(picture("L....c.."), 0.0) == []


def test_delegates_who_are_led_through_the_ranks_are_not_pushed():
    world = picture(walled(STREET), cell=0.4)
    world.people.escorted[world.people.civilian] = True
    assert march_into(world, 300.0) == []
