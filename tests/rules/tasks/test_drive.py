"""Orders to units on wheels: the same words as on foot, carried out by a road wide enough."""

import numpy as np
import pytest

from game.rules.tasks.task import TaskDone
from game.world.wheels import boxes, spine
from tests.parade import asked, block, ground, heard, let_pass, order, until_done


def off(world, unit: str, x: float, y: float) -> float:
    """M between the unit's first vehicle and a place."""
    return float(np.hypot(*(world.people.position[world.units[unit].rows[0]] - (x, y))))


def points(world, unit: str) -> float:
    """Degrees that the unit's first vehicle faces."""
    return float(np.degrees(world.people.heading[world.units[unit].rows[0]]))


def gate(width: int):
    """A wall at x = 30 with a gate `width` m wide, a water cannon before it."""
    low = 20 - width // 2
    wall = [(30, y) for y in range(40) if not low <= y < low + width]
    return ground(60, 40, W=[(10, 20)], wall=wall)


def test_it_drives_to_a_place_and_reports():
    world = ground(W=[(10, 20)])
    order(world, "move", unit="w", to=[45.0, 30.0])
    assert until_done(world, "w", 40.0) < 20.0
    (done,) = heard(world, TaskDone)
    assert (done.task, done.doing, done.result) == ("drive", "move", "complete")
    assert off(world, "w", 45.0, 30.0) < 1.8


def test_it_parks_facing_as_it_is_told():
    world = ground(W=[(10, 20)])
    order(world, "move", unit="w", to=[40.0, 20.0], facing=90.0)
    until_done(world, "w", 90.0)
    assert off(world, "w", 40.0, 20.0) < 1.8
    assert points(world, "w") == pytest.approx(90.0, abs=12.0)


def test_it_turns_about_by_shunting_no_tighter_than_its_curve():
    world, turned = ground(W=[(30, 20)]), []
    order(world, "face", unit="w", facing=180.0)
    for _ in range(600):
        before = world.people.heading[0]
        let_pass(world, 0.1)
        speed = np.hypot(*world.people.velocity[0])
        turn = abs(np.remainder(world.people.heading[0] - before + np.pi, 2 * np.pi) - np.pi)
        turned.append(turn * 8.0 - speed * 0.1)
        if world.units["w"].task is None and not world.air:
            break
    assert abs(points(world, "w")) == pytest.approx(180.0, abs=12.0)
    assert max(turned) < 0.1  # m beyond what a radius of 8 m allows, between two looks


def test_it_goes_through_a_gate_that_is_wide_enough_and_refuses_a_narrow_one():
    world = gate(6)
    order(world, "move", unit="w", to=[50.0, 30.0])
    least = np.inf
    while world.tick < 30 * 30:
        let_pass(world, 0.5)
        box = boxes(world)
        middle = spine(box.middle, box.heading, box.half)[0]
        least = min(least, float(world.ground.clearance(box.rim()[0]).min()))
        least = min(least, float(world.ground.clearance(middle).min()) - 1.25)
    assert off(world, "w", 50.0, 30.0) < 1.8
    assert least > 0.0
    assert asked(gate(2), "move", unit="w", to=[50.0, 30.0]).code == "too_narrow"


@pytest.mark.parametrize(("to", "code"), [((50.0, 61.0), "outside"), ((45.0, 20.0), "unreachable")])
def test_a_way_that_is_none_is_refused(to, code):
    ring = [(x, y) for x in range(40, 51) for y in range(15, 26) if x in (40, 50) or y in (15, 25)]
    assert asked(ground(60, 40, W=[(10, 20)], wall=ring), "move", unit="w", to=list(to)).code == code


def test_nobody_is_sent_to_where_people_stand_and_motorcycles_not_within_fifteen_metres():
    world = ground(W=[(10, 10)], R=[(10, 30)], c=[(40, 20)])
    why = asked(world, "move", unit="w", to=[41.0, 21.0])
    assert (why.code, why.values["keeps"]) == ("people_at_goal", 1.5)
    assert asked(world, "move", unit="w", to=[45.0, 25.0]) is None
    assert asked(world, "move", unit="r", to=[45.0, 25.0]).code == "people_at_goal"
    assert asked(world, "move", unit="r", to=[20.0, 20.0]) is None


def test_hold_stops_it_within_a_few_metres():
    world = ground(W=[(10, 20)])
    order(world, "move", unit="w", to=[55.0, 20.0])
    let_pass(world, 6.0)
    before = world.people.position[0, 0]
    order(world, "hold", unit="w")
    let_pass(world, 4.0)
    assert world.people.velocity[0].tolist() == [0.0, 0.0]
    assert world.people.position[0, 0] - before < 6.0
    assert heard(world, TaskDone)[-1].result == "complete"


def test_motorcycles_form_a_line_and_ride_as_one():
    world = ground(90, 40, R=[(x, y) for x in (12, 15) for y in (14, 18, 22)])
    order(world, "form", unit="r", formation={"bersaf": {"ranks": 2}})
    order(world, "move", unit="r", to=[60.0, 20.0], facing=0.0, queue=True)
    until_done(world, "r", 90.0)
    assert [done.result for done in heard(world, TaskDone)] == ["complete", "complete"]
    rows = world.units["r"].rows
    assert np.degrees(world.people.heading[rows]) == pytest.approx(np.zeros(6), abs=12.0)
    apart = np.hypot(*(world.people.position[rows, None] - world.people.position[rows]).transpose(2, 0, 1))
    assert apart[np.triu_indices(6, 1)].min() > 2.0


def test_a_platoon_beside_it_takes_no_notice_of_its_orders():
    world = ground(W=[(10, 20)], A=block(30, 15, 8))
    before = world.people.position[world.units["a"].rows].copy()
    order(world, "move", unit="w", to=[20.0, 30.0])
    until_done(world, "w", 40.0)
    assert world.people.position[world.units["a"].rows] == pytest.approx(before, abs=0.05)
