import dataclasses

import numpy as np
import pytest

from game.rules.tasks.relieve import ReliefDone, Relieve
from game.world.units import Task
from tests.parade import asked, block, ground, heard, let_pass, off_slot, order, until_done
from tests.reliefs import platoons, relief, run

UNPUSHED, PUSHED = 0.0, 150.0  # N a person


@pytest.fixture
def square():
    """Thirty of Dalmas Awal in two ranks facing east, thirty-eight of Dalmas Lanjut in column behind them."""
    world = ground(50, 40, A=block(25, 13, 15, 2), L=block(2, 18, 3, 13)[:38])
    order(world, "form", unit="a", formation={"bersaf": {"ranks": 2}})
    order(world, "form", unit="l", formation="banjar_tiga")
    let_pass(world, 20.0)
    world.said.clear()
    return world


@pytest.mark.parametrize(("newtons", "at_most"), [(UNPUSHED, 45.0), (PUSHED, 90.0)])
def test_thirty_eight_relieve_thirty_without_a_gap_and_nobody_turns_their_back(newtons, at_most):
    figures = relief(1, newtons)
    assert figures["seconds"] <= at_most
    assert figures["worst_gap"] <= 1.0
    assert figures["seconds_open"] == 0.0
    assert figures["back_seconds"] == 0.0
    assert figures["through"] == figures["left_before"] == 0.0


def test_the_relief_stands_where_the_line_stood_and_the_relieved_are_its_reserve(square):
    was = square.units["a"].centre.copy()
    order(square, "relieve", unit="l", whom="a")
    until_done(square, "l", 120.0)
    (told,) = heard(square, ReliefDone)
    assert (told.call, told.whom, told.back_seconds) == ("DL1", "DA1", 0.0)
    assert square.units["l"].centre.tolist() == was.tolist()
    assert off_slot(square, "l").max() < 0.35
    relieved = square.people.position[square.units["a"].rows, 0]
    assert relieved.max() < square.people.position[square.units["l"].rows, 0].min() - 1.0
    let_pass(square, 0.2)
    assert square.units["a"].task is None


def test_a_street_that_is_narrower_than_the_relief_makes_its_ranks_deeper():
    walls = [(x, y) for x in range(40) for y in (*range(14), *range(26, 40))]  # twelve metres are free
    world = ground(40, 40, wall=walls, A=block(25, 15, 10, 3), L=block(5, 18, 4, 10)[:38])
    order(world, "form", unit="a", formation={"bersaf": {"ranks": 2}}, at=[26, 20], facing=0)
    let_pass(world, 20.0)
    order(world, "relieve", unit="l", whom="a")
    until_done(world, "l", 120.0)
    assert world.units["l"].formation.ranks == 3
    assert heard(world, ReliefDone)[0].worst_gap < 1.0


def test_another_order_to_the_line_ends_the_relief_and_the_relief_forms_up(square):
    order(square, "relieve", unit="l", whom="a")
    while not (square.units["l"].task and square.units["l"].task.word == "relieve"):
        let_pass(square, 0.5)
    let_pass(square, 3.0)
    order(square, "move", unit="a", to=[40, 20])
    until_done(square, "l", 60.0)
    assert square.units["a"].centre[0] > 30.0
    assert off_slot(square, "l").max() < 0.35


def test_another_order_to_the_relief_lets_the_line_close_again():
    world = platoons(0, UNPUSHED)
    order(world, "relieve", unit="l", whom="a")
    let_pass(world, 14.0)
    assert world.units["a"].task.word == "be_relieved"
    order(world, "hold", unit="l")
    let_pass(world, 0.5)
    assert world.units["a"].task is None
    assert np.ptp(world.people.slot[world.units["a"].rows, 0]) == pytest.approx(0.9)  # m; two ranks again
    let_pass(world, 0.5)
    assert not world.people.turned[world.units["a"].rows].any()


def test_a_relief_can_be_written_down_and_read_back():
    world = platoons(0, UNPUSHED)
    order(world, "relieve", unit="l", whom="a")
    let_pass(world, 8.0)
    task = world.units["l"].task
    assert task.word == "relieve"
    assert Task.read(task.plain()) == task


def test_the_relieved_step_back_sideways_and_then_stand_broad_again():
    world = platoons(0, UNPUSHED)
    order(world, "relieve", unit="l", whom="a")
    let_pass(world, 8.0)
    assert world.people.half_width[world.units["a"].rows].min() < 0.15
    run(world, 60.0)
    let_pass(world, 0.5)
    assert not world.people.turned[world.units["a"].rows].any()


def test_what_is_no_line_or_no_relief_is_refused_in_words(square):
    assert asked(square, "relieve", unit="l", whom="l").code == "relieves_itself"
    assert asked(square, "relieve", unit="l", whom="x").code == "unknown_unit"
    assert asked(square, "relieve", unit="a", whom="l").code == "relieves_with_no_more"
    assert asked(square, "relieve", unit="l", whom="a") is None
    order(square, "form", unit="a", formation="banjar_tiga")
    let_pass(square, 20.0)
    assert asked(square, "relieve", unit="l", whom="a").code == "stands_in_no_line"


def test_negotiators_are_no_line_and_another_seats_line_is_not_ours(square):
    other = ground(50, 40, N=block(25, 13, 4), L=block(2, 18, 3, 13)[:38])
    assert asked(other, "relieve", unit="l", whom="n").code == "not_a_line_unit"
    square.seats["danton"] = dataclasses.replace(square.seats["danton"], units=("l",))
    assert asked(square, "relieve", seat="danton", unit="l", whom="a").code == "not_yours"


def test_from_too_far_it_is_refused(square):
    unit = square.units["l"]
    unit.centre = unit.centre - (100.0, 0.0)
    assert asked(square, "relieve", unit="l", whom="a").code == "too_far_to_relieve"


def test_a_second_relief_of_the_same_line_is_refused():
    world = platoons(0, UNPUSHED)
    order(world, "relieve", unit="l", whom="a")
    let_pass(world, 8.0)
    third = dataclasses.replace(world.units["l"], name="l2", task=None)
    world.units["l2"] = third
    world.seats["kapolda"] = dataclasses.replace(world.seats["kapolda"], units=("a", "l", "l2"))
    assert asked(world, "relieve", unit="l2", whom="a").code == "relief_goes_on"


def test_a_relief_that_has_not_come_up_behind_is_refused_when_it_should_begin(square):
    square.units["l"].take(Relieve(whom="a"))
    let_pass(square, 0.2)
    assert square.said[-1].why.code == "relief_not_behind"
    assert square.units["a"].task is None


def test_a_relief_that_is_too_few_to_reach_as_far_is_refused(square):
    lying = square.units["l"].rows[:24]
    square.people.fallen[lying] = square.people.hurt[lying] = True
    why = asked(square, "relieve", unit="l", whom="a")
    assert (why.code, why.values["count"], why.values["front"]) == ("relief_too_short", 14, 15)


def test_a_line_of_one_rank_is_relieved_by_one_rank_that_reaches_as_far():
    world = ground(60, 50, A=block(25, 8, 30), L=block(2, 10, 3, 13)[:38])
    order(world, "form", unit="a", formation={"bersaf": {"ranks": 1}})
    order(world, "form", unit="l", formation="banjar_tiga")
    let_pass(world, 20.0)
    order(world, "relieve", unit="l", whom="a")
    until_done(world, "l", 180.0)
    (told,) = heard(world, ReliefDone)
    assert told.worst_gap <= 1.0
    assert np.ptp(world.people.position[world.units["l"].rows, 1]) >= 30 * 0.76 - 1.5
