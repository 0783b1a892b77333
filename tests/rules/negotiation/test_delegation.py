import numpy as np
import pytest

from game.rules.behaviours.protest import Protest
from game.rules.negotiation import delegation
from game.rules.tasks.hold import Hold
from game.world.talks import Talks
from tests.pictures import picture
from tests.talking import escort, later, live, mean, of, talk, talking, told, turn

THREE = {"offer": {"what": "delegation", "to": 3}}


def agreed(granted=True, **given):
    """Three people wait to be led inside."""
    world = talking(**given)
    turn(world, "listen")
    of(world).granted = ["delegation:3"] if granted else []
    turn(world, THREE if granted else {"promise": {"what": "delegation", "to": 3}})
    assert of(world).stage == "waiting"
    return world


def until(world, stage, seconds=120.0):
    """Live until the delegates are about `stage`."""
    for _ in range(round(seconds)):
        if of(world).stage == stage:
            return world
        live(world, 1.0)
    raise AssertionError(f"{of(world).stage} after {seconds} s, not {stage}")


def test_the_calm_nearest_to_the_coordinator_are_chosen():
    world = talking()
    nearest = [6, 13, 18]
    assert of(agreed()).delegates == nearest
    world.people.hostile[13] = True
    of(world).granted = ["delegation:3"]
    delegation.choose(world, of(world), 3, 0)
    assert of(world).delegates != nearest
    assert 13 not in of(world).delegates


@pytest.fixture(scope="module")
def led_and_back():
    """A delegation led through a line with linked arms, heard, and led back."""
    world = agreed()
    world.units["a"].posture = "tangan_berkait"
    before = mean(world, "anger"), mean(world, "trust")
    escort(world)
    until(world, "heard", 60.0)
    inside = world.people.position[of(world).delegates].copy()
    others = world.people.position[:36][:, 0].copy()
    of(world).until = world.tick
    until(world, "back", 2.0)
    after = mean(world, "anger"), mean(world, "trust")
    until(world, "", 60.0)
    live(world, 5.0)
    return world, inside, others, before, after


def test_an_escort_leads_the_delegates_through_linked_arms_to_be_heard(led_and_back):
    world, inside, others, *_ = led_and_back
    assert world.ground.field_to_zone("zona").distance(inside).max() <= 2.0
    assert np.count_nonzero(others < 9.0) == 3
    (received,) = told(world, "delegation_received")
    assert (received.count, received.to, of(world).received) == (3, "zona", 3)


def test_they_come_back_and_are_delegates_no_longer(led_and_back):
    world, *_ = led_and_back
    assert of(world).delegates == []
    assert world.people.position[[6, 13, 18], 0].min() > 11.0
    assert not world.people.escorted.any()
    assert [event.result for event in told(world, "task_done")][-1] == "complete"


def test_delegates_who_are_led_push_nobody_in_anyone_s_eyes(led_and_back):
    world, *_ = led_and_back
    assert told(world, "act_seen") == told(world, "threat_changed") == []
    assert told(world, "force_used") == []


def test_they_get_out_of_a_dense_crowd():
    rows = ["Z" * 6 + "." * 12 + "c" * 12 + "." for _ in range(12)]
    rows[6] = rows[6].replace("c" * 12, "cNN" + "c" * 9)
    world = picture("\n".join(rows), cell=0.65, plans={"c": (Protest(),)})
    world.talks = Talks(world.groups[0].rows[62], ("hear_us",), (), {"hear_us": "kpu"})
    of(world).granted = ["delegation:3"]
    turn(world, {"promise": {"what": "delegation", "to": 3}})
    escort(world)
    until(world, "heard", 30.0)
    assert world.people.position[of(world).delegates, 0].max() < 12 * 0.65


def test_a_kept_promise_raises_trust_and_calms(led_and_back):
    world, *_, (anger, trust), (calmer, trusting) = led_and_back
    assert of(world).promises[0].kept is True
    assert trusting > trust + 0.05
    assert calmer < 0.8 * anger


def test_who_has_what_they_came_for_may_go_home_and_the_others_protest_on(led_and_back):
    world, *_ = led_and_back
    goes = world.people.homeward[world.groups[0].rows] > 0.8 * delegation.SATISFIED
    assert 8 <= goes.sum() <= 28  # one of two demands was heard


@pytest.mark.parametrize(("opens", "word"), [(True, "delegation_received"), (False, "delegation_turned_away")])
def test_delegates_nobody_has_announced_may_find_a_shut_door(opens, word, monkeypatch):
    monkeypatch.setattr(delegation, "UNASKED", float(opens))
    world = agreed(granted=False)
    delegation.fetch(world, of(world), world.units["n"], "zona")
    delegation.receive(world, of(world))
    later(world, 100.0)
    assert told(world, word)
    assert (of(world).promises[0].kept is True) == opens


def test_an_escort_called_away_leaves_them_waiting():
    world = agreed()
    escort(world)
    live(world, 4.0)
    assert of(world).stage == "led"
    world.units["n"].take(Hold())
    talk(world, 2.0)
    assert of(world).stage == "waiting"
    assert not world.people.escorted.any()


def test_who_falls_or_is_held_is_no_delegate():
    world = agreed()
    world.people.fallen[6] = True
    world.people.custody[13] = 1
    talk(world, 2.0)
    assert of(world).delegates == [18]
    world.people.fallen[18] = True
    talk(world, 2.0)
    assert (of(world).delegates, of(world).stage) == ([], "")


def test_when_the_time_is_over_nobody_waits_any_more():
    world = agreed()
    later(world, 601.0)
    assert of(world).promises[0].kept is False
    assert of(world).delegates == []


def test_who_is_inside_in_time_was_heard_in_time():
    world = agreed()
    of(world).promises[0].due = world.tick + 30
    delegation.fetch(world, of(world), world.units["n"], "zona")
    delegation.receive(world, of(world))
    later(world, 10.0)
    assert of(world).promises[0].kept is None
    later(world, 85.0)
    assert of(world).promises[0].kept is True


def test_who_was_not_heard_has_nothing_to_tell():
    world = agreed()
    delegation.fetch(world, of(world), world.units["n"], "zona")
    delegation.call_off(world, of(world))
    talk(world, 2.0)
    assert of(world).stage == ""
    assert not world.people.homeward.any()
