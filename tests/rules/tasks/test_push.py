import numpy as np
import pytest

from game.rules.behaviours.protest import Protest
from game.rules.force import ForceUsed
from game.rules.formations.bersaf import Bersaf
from game.rules.ranks import line_gap
from game.rules.slots import draw_up
from game.rules.tasks.task import TaskDone
from game.world.ground import Ground, Zone
from game.world.world import World
from tests.crowds import live_for
from tests.parade import asked, block, ground, heard, let_pass, order, until_done
from tests.pictures import scene

LINE = np.array([10.0, 10.0])  # m
OBJECT = Zone("objek", np.array([(0.0, 6.0), (2.0, 6.0), (2.0, 14.0), (0.0, 14.0)]))


def line_before_a_crowd(hostile: bool = False) -> World:
    """Twenty officers in two ranks from wall to wall of a street, facing four rows of people."""
    x, y = np.meshgrid(LINE[0] + 1.0 + 0.7 * np.arange(4), LINE[1] + 0.7 * (np.arange(10) - 4.5))
    walls = tuple(np.array([(0.0, y), (40.0, y), (40.0, y + 0.4), (0.0, y + 0.4)]) for y in (5.8, 13.8))
    marks = {"L": LINE + Bersaf(2).places(20), "c": np.column_stack([x.ravel(), y.ravel()])}
    world = scene(marks, Ground((40.0, 20.0), walls, {"objek": OBJECT}), plans={"c": (Protest(toward="objek"),)})
    unit, people = world.units["l"], world.people
    unit.formation = Bersaf(2)
    draw_up(world, unit, LINE, 0.0)
    crowd = np.flatnonzero(people.civilian)
    if hostile:
        for feeling, value in (("anger", 1.0), ("trust", 0.0), ("unity", 1.0)):
            getattr(people, feeling)[crowd] = getattr(people, f"{feeling}_base")[crowd] = value
    return world


def past_the_line(world: World) -> int:
    people = world.people
    return int((people.civilian & (people.position[:, 0] < world.units["l"].centre[0] - 1.5)).sum())


def test_a_line_alone_goes_as_far_as_ordered_in_dressed_ranks_and_stands_as_before():
    world = ground(A=block(10, 13, 15, 2))
    order(world, "form", unit="a", formation={"bersaf": {"ranks": 2}}, at=[11, 20])
    until_done(world, "a", 30.0)
    order(world, "push", unit="a", metres=6)
    let_pass(world, 5.0)
    assert world.units["a"].posture == "dorong_maju"
    assert world.people.velocity[world.units["a"].rows, 0].mean() == pytest.approx(0.6, abs=0.1)
    until_done(world, "a", 30.0)
    let_pass(world, 0.2)
    assert world.units["a"].centre.tolist() == pytest.approx([17.0, 20.0])
    assert world.units["a"].posture == "siap"
    assert set(world.people.brace[world.units["a"].rows]) == {120.0}


def test_step_by_step_it_halts_and_dresses_between_two_steps():
    world = ground(L=block(10, 13, 15, 2))
    order(world, "form", unit="l", formation={"bersaf": {"ranks": 2}})
    until_done(world, "l", 30.0)
    order(world, "push", unit="l", metres=2, stepwise=True)
    speeds = []
    for _ in range(120):
        let_pass(world, 0.1)
        speeds.append(world.people.velocity[world.units["l"].rows, 0].mean())
    assert max(speeds) > 0.3
    assert min(speeds[20:]) < 0.03
    assert world.units["l"].posture == "desak_maju"


def test_a_calm_crowd_goes_back_and_it_is_force_all_the_same():
    world = line_before_a_crowd()
    order(world, "push", unit="l", metres=3)
    live_for(world, 15.0)
    assert world.units["l"].centre[0] > LINE[0] + 2.0
    assert past_the_line(world) == 0
    used = heard(world, ForceUsed)
    assert used
    assert used[0].tool == "push"


def test_a_line_that_meets_a_hostile_crowd_is_not_torn_open():
    world = line_before_a_crowd(hostile=True)
    order(world, "push", unit="l", metres=3)
    for _ in range(15):
        live_for(world, 1.0)
        assert past_the_line(world) == 0
    assert line_gap(world, world.units["l"]) < 1.0


def test_another_order_takes_it_out_of_the_push():
    world = ground(A=block(10, 13, 15, 2))
    order(world, "posture", unit="a", posture="siaga")
    order(world, "push", unit="a", metres=6)
    let_pass(world, 2.0)
    order(world, "hold", unit="a")
    let_pass(world, 0.3)
    assert world.units["a"].posture == "siaga"


@pytest.mark.parametrize(("metres", "code"), [(20, "outside"), (8, "no_room")])
def test_a_push_into_a_wall_is_refused(metres, code):
    world = ground(30, 20, A=block(12, 5, 8), wall=[(x, y) for x in range(19, 22) for y in range(20)])
    assert asked(world, "push", unit="a", metres=metres).code == code


@pytest.mark.parametrize("metres", [0, -1, 20.1, float("nan")])
def test_a_push_of_no_sense_cannot_be_read(metres):
    with pytest.raises(ValueError, match="push"):
        asked(ground(A=block(10, 10, 5)), "push", unit="a", metres=metres)


def test_a_push_that_is_stopped_reports_what_it_has():
    world = ground(24, 10, A=block(3, 3, 4), c=block(6, 1, 8, 6))
    world.people.brace[world.people.civilian] = 1e4  # nobody gives way
    order(world, "push", unit="a", metres=8)
    until_done(world, "a", 60.0)
    (report,) = heard(world, TaskDone)
    assert world.units["a"].centre[0] < 6.6
    assert report.task == "push"


def test_who_has_fallen_in_a_pushing_line_leans_on_nobody():
    world = line_before_a_crowd()
    fallen = int(world.units["l"].rows[3])
    order(world, "push", unit="l", metres=3)
    let_pass(world, 3.0)
    world.people.fallen[fallen] = True
    pushed = world.people.press[fallen]
    let_pass(world, 5.0)
    assert world.people.press[fallen] <= pushed
