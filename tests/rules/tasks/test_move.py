import numpy as np
import pytest

from game.rules.journey import SIDESTEP
from game.rules.tasks.task import TaskDone
from game.world.units import Task
from tests.parade import block, ground, heard, let_pass, off_slot, order, until_done


@pytest.fixture
def line():
    """Thirty officers in two ranks facing +x, dressed, at (11, 20)."""
    world = ground(A=block(10, 13, 15, 2))
    order(world, "form", unit="a", formation={"bersaf": {"ranks": 2}}, at=[11, 20])
    until_done(world, "a", 60.0)
    world.said.clear()
    return world


def test_a_line_stays_dressed_on_the_march(line):
    order(line, "move", unit="a", to=[45, 20])
    let_pass(line, 15.0)
    unit = line.units["a"]
    front = np.sort(line.people.position[unit.rows, 0])[-15:]
    assert unit.task.word == "move"
    assert np.ptp(front) < 0.3
    assert line.people.velocity[unit.rows, 0] == pytest.approx(unit.type.walk, abs=0.15)


def test_it_arrives_whole_and_reports(line):
    order(line, "move", unit="a", to=[45, 20])
    assert until_done(line, "a", 90.0) == pytest.approx(34.0 / 1.12 + 4.0, abs=4.0)
    (report,) = heard(line, TaskDone)
    assert (report.result, report.in_place) == ("complete", 30)
    assert line.units["a"].centre.tolist() == [45.0, 20.0]
    assert line.units["a"].goal is None


def test_a_march_can_be_written_down_and_read_back(line):
    order(line, "move", unit="a", to=[45, 20], run=True)
    let_pass(line, 3.0)
    task = line.units["a"].task
    assert task.marched > 0.0
    assert Task.read(task.plain()) == task


def test_the_slowest_sets_the_pace(line):
    rows = line.units["a"].rows
    line.people.free_speed[rows[7]] = 0.6
    order(line, "move", unit="a", to=[45, 20])
    let_pass(line, 12.0)
    assert np.hypot(*line.people.velocity[rows].T).max() < 0.75


def test_at_a_run_it_is_twice_as_fast_for_a_short_way(line):
    order(line, "move", unit="a", to=[45, 20], run=True)
    let_pass(line, 10.0)
    assert line.people.velocity[line.units["a"].rows, 0].mean() == pytest.approx(2.2, abs=0.3)


def test_a_wide_line_gets_through_a_narrow_gate_and_dresses_behind_it():
    wall = [(30, y) for y in range(40) if not 18 <= y < 22]
    world = ground(A=block(10, 5, 15, 2), wall=wall)
    order(world, "form", unit="a", formation={"bersaf": {"ranks": 2}})
    order(world, "move", unit="a", to=[45, 20], queue=True)
    until_done(world, "a", 150.0)
    assert heard(world, TaskDone)[-1].in_place >= 27
    assert np.median(off_slot(world, "a")) < 0.2


def test_a_place_behind_walls_without_a_gate_is_refused_in_words():
    wall = [(30, y) for y in range(40)]
    world = ground(A=block(10, 5, 5), wall=wall)
    order(world, "move", unit="a", to=[45, 20])
    let_pass(world, 1.0)
    assert world.said[-1].why.code == "unreachable"
    assert world.units["a"].task is None


def test_nobody_turns_their_back_on_a_crowd_nearby():
    world = ground(A=block(20, 13, 15), c=block(27, 15, 10, 2))
    order(world, "form", unit="a", formation={"bersaf": {"ranks": 1}})
    order(world, "move", unit="a", to=[8, 20], queue=True)
    let_pass(world, 12.0)
    rows = world.units["a"].rows
    assert np.abs(world.people.heading[rows]).max() < 0.6  # rad; still facing the crowd
    assert world.people.velocity[rows, 0].mean() == pytest.approx(-SIDESTEP, abs=0.1)


def test_with_no_crowd_about_a_long_way_back_is_marched_facing_it(line):
    order(line, "move", unit="a", to=[45, 35])
    order(line, "move", unit="a", to=[11, 20], queue=True)
    until_done(line, "a", 150.0)
    assert line.units["a"].facing == pytest.approx(np.arctan2(-15.0, -34.0), abs=0.01)


def test_a_march_into_a_wall_of_people_ends_with_an_honest_report():
    world = ground(24, 10, A=block(3, 3, 4), c=block(10, 0, 10, 10))
    world.people.brace[world.people.civilian] = 1e4  # nobody gives way
    order(world, "move", unit="a", to=[21, 5])
    let_pass(world, 20.0)
    world.tick = world.units["a"].task.until  # minutes later, all still stand as they stood
    let_pass(world, 0.2)
    (report,) = heard(world, TaskDone)
    assert report.result == "partial"
    assert report.in_place < 4
