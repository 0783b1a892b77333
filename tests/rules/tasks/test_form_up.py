import numpy as np
import pytest

from game.rules import slots
from game.rules.formations.banjar_tiga import BanjarTiga
from game.rules.formations.bersaf import Bersaf
from game.rules.tasks.task import TaskDone
from tests.parade import block, ground, heard, let_pass, off_slot, order, until_done


def test_a_scattered_platoon_forms_two_ranks_and_says_so():
    world = ground(A=[(x, y) for x in range(10, 20, 2) for y in range(10, 22, 2)])
    order(world, "form", unit="a", formation={"bersaf": {"ranks": 2}})
    assert until_done(world, "a", 30.0) < 20.0
    (report,) = heard(world, TaskDone)
    assert (report.doing, report.result, report.in_place, report.of) == ("form.bersaf", "complete", 30, 30)
    assert world.units["a"].formation == Bersaf(2)
    assert off_slot(world, "a").max() < slots.IN_PLACE


def test_it_forms_up_at_another_place_facing_as_ordered():
    world = ground(A=block(10, 10, 15, 2))
    order(world, "form", unit="a", formation="banjar_tiga", at=[40, 20], facing=90)
    until_done(world, "a", 90.0)
    unit = world.units["a"]
    assert (unit.centre.tolist(), unit.formation) == ([40.0, 20.0], BanjarTiga())
    assert world.people.heading[unit.rows] == pytest.approx(np.pi / 2, abs=0.1)
    assert world.people.position[unit.rows].mean(axis=0) == pytest.approx([40.0, 20.0 - 4.5 * 1.1], abs=0.2)


def test_a_platoon_that_faces_about_turns_on_the_spot():
    world = ground(A=block(10, 10, 15, 1))
    order(world, "form", unit="a", formation={"bersaf": {"ranks": 1}})
    until_done(world, "a", 30.0)
    let_pass(world, 2.0)
    before = world.people.position.copy()
    order(world, "face", unit="a", facing=180)
    until_done(world, "a", 30.0)
    let_pass(world, 1.0)
    assert np.hypot(*(world.people.position - before).T).max() < 0.1
    assert np.abs(world.people.heading[world.units["a"].rows]) == pytest.approx(np.pi, abs=0.1)


def test_slots_in_a_wall_become_the_nearest_places_where_one_can_stand():
    world = ground(A=block(10, 10, 12, 1), wall=[(11, y) for y in range(18, 24)])
    order(world, "form", unit="a", formation={"bersaf": {"ranks": 1}}, at=[11.5, 14])
    until_done(world, "a", 60.0)
    rows = world.units["a"].rows
    assert world.ground.stands(world.people.slot[rows], 0.2).all()
    assert np.median(off_slot(world, "a")) < slots.IN_PLACE


def test_who_is_kept_from_their_slot_gets_another_and_the_report_is_honest():
    world = ground(A=block(10, 10, 15, 2))
    rows = world.units["a"].rows
    world.people.fallen[rows[:4]] = True
    order(world, "form", unit="a", formation="banjar_tiga")
    until_done(world, "a", 60.0)
    (report,) = heard(world, TaskDone)
    assert report.of == 26
    assert (report.in_place / report.of >= 0.9) == (report.result == "complete")
