import dataclasses

import numpy as np
import pytest

from game.rules import care, harm
from game.rules.advance import advance
from game.rules.care import CARE_TRUSTED, Evacuated, FirstAid
from game.rules.tasks.treat import AID_TAKES, SAYS_SO_AFTER, LaneBlocked, TreatGivenUp
from game.rules.threat import RIOTOUS
from game.world.causes import CAUSES, FEELINGS
from game.world.state import load, save, state_hash
from game.world.world import TICKS_PER_SECOND, World
from tests.parade import asked, block, ground, heard, order

AWAY = [(2, 17)]  # the ambulance beyond reach of the crowd
NEAR = [(8, 14)]


def square(ambulance: list[tuple[int, int]] = NEAR) -> World:
    """Four medics and an ambulance, six people and a few officers before them."""
    return ground(40, 20, M=block(10, 7, 4), L=block(14, 2, 3), c=block(14, 8, 3, 2), V=ambulance)


def hurt(world: World, person: int, lies: bool = True) -> int:
    harm.hurt(world, np.array([person]), "missile", lies=np.array([lies]))
    return person


def live(world: World, seconds: float) -> None:
    for _ in range(round(seconds * TICKS_PER_SECOND)):
        advance(world)


def stage(world: World, unit: str = "m") -> str:
    task = world.units[unit].task
    return task.stage if task else ""


def work_on(world: World, seconds: float) -> None:
    """Let the medics be `seconds` further with what they do."""
    world.units["m"].task.since -= round(seconds * TICKS_PER_SECOND)


def aided(world: World) -> None:
    """Let them reach the patient and give first aid."""
    until(world, 10.0, "aid")
    work_on(world, AID_TAKES - 1.0)
    live(world, 1.2)


def until(world: World, seconds: float, wanted: str) -> None:
    """Let everything happen until the task is at the stage `wanted`, "" for done, within `seconds`."""
    for _ in range(round(seconds * TICKS_PER_SECOND)):
        advance(world)
        if stage(world) == wanted:
            return
    raise AssertionError(f"not {wanted} but {stage(world)}")


def test_who_lies_hurt_is_treated_carried_to_the_ambulance_and_gone():
    world = square()
    person = hurt(world, 4)
    order(world, "treat", unit="m")
    aided(world)
    (aid,) = heard(world, FirstAid)
    assert (aid.person, aid.officer) == (person, False)
    assert 1 < aid.seconds < 10
    until(world, 60.0, "")
    (gone,) = heard(world, Evacuated)
    assert (gone.person, gone.ambulance) == (person, "AM1")
    assert (world.people.treated[person], world.people.present[person], world.people.left[person]) == (
        True,
        False,
        True,
    )


def test_an_officer_is_cared_for_in_the_same_way():
    world = square([(8, 10)])
    person = hurt(world, int(world.units["l"].rows[1]))
    order(world, "treat", unit="m")
    aided(world)
    until(world, 40.0, "back")
    assert heard(world, FirstAid)[0].officer
    assert heard(world, Evacuated)[0].officer
    assert person not in world.units["l"].present_rows(world.people.present)


def test_who_lies_comes_before_who_stands_and_then_the_nearest_whoever_it_is():
    world = square()
    stands, near, far = hurt(world, 0, lies=False), hurt(world, int(world.units["l"].rows[0])), hurt(world, 5)
    world.people.position[near] = 12.0, 9.0
    unit, chosen = world.units["m"], []
    for _ in range(3):
        chosen.append(care.next_patient(world, unit, chosen))
    assert chosen == [near, far, stands]
    assert care.next_patient(world, unit, chosen) is None


def test_who_can_stand_is_treated_on_the_spot_and_stays():
    world = square()
    person = hurt(world, 1, lies=False)
    order(world, "treat", unit="m", person=person)
    aided(world)
    assert stage(world) == "back"
    assert world.people.treated[person]
    assert world.people.present[person]
    assert heard(world, Evacuated) == []


def test_a_second_team_takes_the_next_patient():
    world = ground(40, 20, M=block(10, 7, 4), N=block(10, 12, 4), c=block(14, 8, 3, 2))
    world.units["n"].type = dataclasses.replace(world.units["m"].type)
    first, second = hurt(world, 1), hurt(world, 2)
    order(world, "treat", unit="m")
    order(world, "treat", unit="n")
    live(world, 0.3)
    assert {world.units[name].task.patient for name in "mn"} == {first, second}


def test_without_an_ambulance_near_they_wait_and_say_so_once_and_go_when_it_comes():
    world = square(AWAY)
    person = hurt(world, 4)
    world.people.position[person] = 35.0, 4.0
    order(world, "treat", unit="m")
    world.people.position[world.units["m"].rows] = [(33.0, 3.0), (33.0, 4.0), (33.0, 5.0), (33.0, 6.0)]
    world.units["m"].centre = np.array([33.0, 4.5])
    aided(world)
    for _ in range(2):
        work_on(world, SAYS_SO_AFTER - 1.0)
        live(world, 2.0)
    (waits,) = heard(world, LaneBlocked)
    assert (waits.person, waits.seconds) == (person, SAYS_SO_AFTER)
    assert stage(world) == "wait"
    world.people.position[world.units["v"].rows] = 30.0, 12.0
    until(world, 40.0, "back")
    assert len(heard(world, Evacuated)) == 1


def test_a_lane_full_of_people_is_no_lane():
    world = square([(8, 9)])
    here, there = np.array([20.0, 9.5]), np.array([8.5, 9.5])
    world.people.position[:6] = [(16.0, 2.0), (16.0, 3.0), (16.0, 4.0), (17.0, 2.0), (17.0, 3.0), (17.0, 4.0)]
    assert care.lane_clear(world, here, there)
    assert care.lane_clear(ground(40, 20, c=block(9, 9, 2, 12)), here, there)  # at one a square metre they step aside
    packed = ground(40, 20, c=block(9, 7, 5, 12))
    packed.people.position[:, 1] = 9.5 + 0.5 * (packed.people.position[:, 1] - 9.5)
    assert not care.lane_clear(packed, here, there)


def test_a_stretcher_is_carried_round_a_wall_but_not_for_longer_than_bearers_can():
    here, there = np.array([25.0, 9.5]), np.array([8.5, 9.5])
    short, long = ([(14, y) for y in rows] for rows in (range(8, 12), range(0, 19)))
    assert care.lane_clear(ground(40, 20, wall=short), here, there)
    assert not care.lane_clear(ground(40, 20, wall=long), here, there)
    assert not care.lane_clear(ground(40, 20, wall=block(14, 0, 20)), here, there)


def test_nobody_is_lifted_over_a_fence_into_an_ambulance():
    world = square()
    person = hurt(world, 4)
    fence = ground(40, 20, wall=block(14, 0, 12)).ground
    world.ground = fence
    world.people.position[person] = 15.5, 6.0
    world.people.position[world.units["m"].rows] = [(17.0, 5.0), (17.0, 6.0), (17.0, 7.0), (17.0, 8.0)]
    world.people.position[world.units["v"].rows] = 12.5, 6.0
    order(world, "treat", unit="m")
    aided(world)
    until(world, 60.0, "load")
    assert world.people.position[person, 0] < 14.0 or world.people.position[person, 1] > 12.0


def test_people_who_see_that_one_of_theirs_is_cared_for_trust_more():
    world = square()
    before = world.people.trust.copy()
    care.aid(world, world.units["m"], hurt(world, 0))
    gained = (world.people.trust - before)[1:6]
    assert gained == pytest.approx(CARE_TRUSTED * (1.0 - before[1:6]))
    assert world.causes.sums[1, FEELINGS.index("trust"), CAUSES.index("care")] == pytest.approx(gained[0])
    care.aid(world, world.units["m"], hurt(world, int(world.units["l"].rows[0])))
    assert (world.people.trust - before)[1:6] == pytest.approx(gained)  # an officer's care is nobody's in the crowd


def test_medics_do_not_go_into_violence_without_a_line():
    world = square()
    person = hurt(world, 4)
    world.threat, world.people.hostile[:4] = RIOTOUS, True
    world.people.position[world.units["l"].rows] = [(30.0, 15.0), (30.0, 16.0), (30.0, 17.0)]
    assert asked(world, "treat", unit="m", person=person).code == "not_safe_there"
    world.people.position[world.units["l"].rows[0]] = 12.0, 9.0
    assert asked(world, "treat", unit="m", person=person) is None


def test_they_turn_back_when_it_becomes_unsafe_on_the_way():
    world = square()
    world.people.position[hurt(world, 4)] = 30.0, 9.0
    world.people.position[:3] = [(28.0, 8.0), (28.0, 9.0), (28.0, 10.0)]
    order(world, "treat", unit="m")
    live(world, 2.0)
    world.threat, world.people.hostile[:3], world.people.hostile_until[:3] = RIOTOUS, True, 10**6
    live(world, 0.3)
    assert heard(world, TreatGivenUp)[0].why.code == "not_safe_there"


def test_who_cannot_be_treated_is_refused_in_words():
    world = square()
    assert asked(world, "treat", unit="m").code == "nobody_hurt"
    whole, gone, treated = 0, hurt(world, 1), hurt(world, 2, lies=False)
    world.people.present[gone], world.people.left[gone], world.people.treated[treated] = False, True, True
    asked_for = {-1: "no_such_person", 10**9: "no_such_person", whole: "person_not_hurt", gone: "person_gone"}
    asked_for[treated] = "person_treated"
    assert {person: asked(world, "treat", unit="m", person=person).code for person in asked_for} == asked_for
    assert asked(world, "treat", unit="l", person=treated).code == "not_for_this_type"


def test_who_was_left_lying_is_fetched_by_a_later_order():
    world = square()
    person = hurt(world, 4)
    world.people.treated[person] = True
    order(world, "treat", unit="m")
    until(world, 40.0, "back")
    assert heard(world, FirstAid) == []
    assert [gone.person for gone in heard(world, Evacuated)] == [person]


def test_one_medic_alone_treats_but_cannot_carry():
    world = square()
    person = hurt(world, 4)
    world.people.fallen[world.units["m"].rows[:3]] = True
    order(world, "treat", unit="m", person=person)
    aided(world)
    until(world, 1.0, "back")
    assert world.people.treated[person]
    assert heard(world, TreatGivenUp)[0].why.code == "too_few_bearers"


def test_a_stretcher_goes_on_from_a_checkpoint_bit_for_bit():
    world = square()
    hurt(world, 4)
    order(world, "treat", unit="m")
    aided(world)
    live(world, 1.0)
    assert stage(world) == "carry"
    world.units["m"].task.since += 1800 - world.tick
    world.tick = 1800
    again = square()
    load(again, save(world))
    live(world, 4.0)
    live(again, 4.0)
    assert state_hash(again) == state_hash(world)
