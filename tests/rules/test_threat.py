import numpy as np
import pytest

from game.rules import density, senses, threat
from game.rules.kinds import ACTS
from game.world.air import Jet
from game.world.custody import Arrest
from game.world.things import Fire
from tests.pictures import picture

SQUARE = "\n".join(["L" + "c" * 10 + "...."] * 8)  # 80 people, eight of them right before the line


def square():
    world = picture(SQUARE, facing={"L": 0.0})
    senses.sense(world)
    return world


def seconds(world, count):
    """Measure for `count` seconds; gives the threat after each."""
    seen = []
    for _ in range(count):
        world.tick += 30
        threat.measure(world)
        seen.append(world.threat)
    return seen


def jeer(world, count):
    world.people.act[:] = -1
    world.people.act[np.flatnonzero(world.people.civilian)[:count]] = ACTS.index("jeer")


def push(world, count):
    """Those nearest to the line push."""
    order = np.argsort(np.where(world.people.civilian, world.people.position[:, 0], np.inf), kind="stable")
    world.people.press[:] = 0.0
    world.people.press[order[:count]] = 150.0


def test_a_quiet_crowd_is_orderly():
    assert seconds(square(), 5) == [1] * 5


def test_a_few_who_jeer_are_not_the_crowd():
    world = square()
    jeer(world, 7)
    assert seconds(world, 6)[-1] == 1
    jeer(world, 8)
    assert seconds(world, 6)[-1] == 2


def test_anger_alone_is_no_threat():
    world = square()
    world.people.anger[:] = 1.0
    world.people.hostile[:] = world.people.civilian
    assert seconds(world, 6)[-1] == 1


def test_a_group_that_pushes_the_line_is_class_three():
    world = square()
    push(world, 8)
    assert seconds(world, 6)[-1] == 3


def test_a_mass_that_pushes_is_class_four():
    world = square()
    first = np.flatnonzero(world.people.civilian).reshape(8, 10)[:, 0]
    for number, shift in enumerate((0.4, -0.4), 1):  # three at each officer
        world.people.position[first + number] = world.people.position[first] + (0.0, shift)
    world.tick = 1800
    senses.sense(world)
    push(world, 24)
    assert seconds(world, 6)[-1] == 4


def test_a_line_broken_through_is_class_four():
    world = square()
    through = np.flatnonzero(world.people.civilian)[::10][:3]
    line = np.flatnonzero(~world.people.civilian)
    world.people.position[line, 0] = 3.0
    world.people.position[through, 0] = 2.0
    world.tick = 1800
    senses.sense(world)
    world.people.press[through] = 150.0
    assert seconds(world, 6)[-1] == 4


def test_pushing_over_somebody_who_lies_hurt_is_class_five():
    world = square()
    push(world, 16)
    world.people.fallen[np.flatnonzero(world.people.press)[6]] = True
    assert seconds(world, 6)[-1] == 5


def test_two_who_push_beside_somebody_who_lies_do_not_make_it_class_five():
    world = square()
    push(world, 3)
    world.people.fallen[np.flatnonzero(world.people.press)[1]] = True
    assert 5 not in seconds(world, 6)


def crowded(world, force):
    """Sixty stand on six square metres and bear `force` N each."""
    sixty = np.flatnonzero(world.people.civilian)[:60]
    world.people.position[sixty] = world.rng.uniform(5.0, 7.45, (60, 2))
    world.people.contact_force[sixty] = force
    density.measure(world)
    world.tick = 1800
    senses.sense(world)


def test_a_crush_that_nobody_can_bear_is_class_five_after_five_seconds():
    world = square()
    crowded(world, force=1400.0)
    assert seconds(world, 7) == [1] * 5 + [5, 5]


def test_standing_close_is_no_crush():
    world = square()
    crowded(world, force=300.0)
    assert seconds(world, 7)[-1] == 1


def throw(world, count):
    """So many of the crowd have just thrown something."""
    world.people.threw[:] = -(10**9)
    world.people.threw[np.flatnonzero(world.people.civilian)[:count]] = world.tick + 180


def test_a_few_who_throw_are_class_three_and_a_mass_class_four():
    for count, threat_seen in ((2, 1), (3, 3), (9, 3), (10, 4)):
        world = square()
        throw(world, count)
        assert seconds(world, 6)[-1] == threat_seen, count


def test_once_an_officer_is_hurt_one_who_throws_is_enough():
    world = square()
    world.people.hurt[world.units["l"].rows[0]] = True
    throw(world, 1)
    assert seconds(world, 6)[-1] == 3


def test_the_threat_of_stones_is_over_when_nobody_throws_any_more():
    world = square()
    throw(world, 10)
    assert seconds(world, 30)[-1] == 1


def test_tyres_that_burn_in_the_crowd_are_class_three_and_no_threat_where_nobody_stands():
    world = square()
    burning = Fire(world.people.position[world.people.civilian].mean(axis=0), 0, 480.0, 0)
    world.fires.append(burning)
    assert seconds(world, 6)[-1] == 3
    burning.place = np.array([200.0, 200.0])
    assert seconds(world, 12)[-1] == 1


def test_sitting_down_before_the_line_is_no_more_than_restless():
    world = square()
    world.people.act[np.flatnonzero(world.people.civilian)[:30]] = ACTS.index("sit")
    assert seconds(world, 6)[-1] == 2


def test_threat_rises_after_three_seconds_and_falls_after_ten():
    world = square()
    jeer(world, 40)
    assert seconds(world, 5) == [1, 1, 1, 2, 2]
    jeer(world, 0)
    assert seconds(world, 12) == [2] * 10 + [1, 1]


def test_a_short_burst_changes_nothing():
    world = square()
    for _ in range(4):
        jeer(world, 40)
        assert seconds(world, 2) == [1, 1]
        jeer(world, 0)
        assert seconds(world, 1) == [1]


def test_threat_falls_to_the_highest_class_still_seen():
    world = square()
    push(world, 8)
    seconds(world, 5)
    push(world, 0)
    for turn in range(6):
        jeer(world, 40 if turn % 2 else 0)
        seconds(world, 2)
    assert world.threat == 2


def test_a_change_says_who_where_and_why():
    world = square()
    angry = np.flatnonzero(world.people.civilian)[:40]
    world.causes.latest[angry, 0] = 17
    jeer(world, 40)
    seconds(world, 5)
    (event,) = world.said
    assert (event.before, event.now, event.actor, event.because) == (1, 2, "supporter", (17,))
    assert event.place == pytest.approx(world.people.position[angry].mean(axis=0), abs=3.0)


def test_officers_who_are_there_are_a_presence():
    assert threat.force_level(square()) == 1


def test_a_himbauan_is_a_verbal_order_for_twenty_seconds():
    world = square()
    world.tick = 900
    world.units["l"].warned_at[1] = 600
    assert threat.force_level(world) == 2
    world.tick = 1200
    assert threat.force_level(world) == 1


def test_driving_people_on_is_soft_with_bare_hands_and_hard_in_shields():
    world = square()
    unit = world.units["l"]
    world.people.contact_force[unit.rows] = 300.0
    unit.goal = np.array([10.0, 4.0])
    unit.posture = "siap"
    assert threat.force_level(world) == 3
    unit.posture = "berlindung"
    assert threat.force_level(world) == 4


def test_water_is_the_level_of_blunt_tools_and_leading_somebody_away_that_of_hard_hands():
    world = square()
    taken = Arrest(3, "l", "Bripka Arun", "kapolres", 0, "throw", 0, "l", escort=0, hurt_before=False)
    world.arrests.append(taken)
    assert threat.force_level(world) == 4
    taken.outcome = "held"
    assert threat.force_level(world) == 1
    world.jets["l"] = Jet(np.array([1.0, 2.0]), "diffuse", np.array([3.0, 4.0]), 5)
    assert threat.force_level(world) == 5


def test_a_line_that_stands_and_bears_a_push_uses_no_force():
    world = square()
    push(world, 8)
    world.people.contact_force[world.units["l"].rows] = 300.0
    assert threat.force_level(world) == 1
