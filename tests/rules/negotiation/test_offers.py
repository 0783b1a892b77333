import numpy as np
import pytest

from game.rules.negotiation import answer, granting
from game.rules.negotiation.subject import Subject
from game.world.talks import Promise
from tests.talking import FRONT, feels, later, live, mean, of, refusal, talk, talking, tell, told, turn

THREE = {"offer": {"what": "delegation", "to": 3}}


def test_an_offer_is_granted_before_it_is_made():
    world = feels(talking(), 0.9)
    tell(world, THREE)
    talk(world, 14.0)
    assert list(of(world).asked) == ["delegation:3"]
    assert told(world, "offer_accepted") == []
    talk(world, 55.0)
    (asked,), (granted,), (accepted,) = (
        told(world, word) for word in ("grant_asked", "offer_granted", "offer_accepted")
    )
    assert 15.0 <= (granted.tick - asked.tick) / 30 <= 41.0
    assert (granted.agency, granted.what, granted.to) == ("KPU", "delegation", "3")
    assert accepted.tick > granted.tick
    assert of(world).standing == "agreed"


def test_time_and_a_way_out_need_nobody_else_but_the_rank():
    world = talking()
    world.exits_shut = ["keluar"]
    for what, to in (("time", "5m"), ("route", "keluar")):
        assert refusal(world, {"offer": {"what": what, "to": to}}) is None
    turn(world, {"offer": {"what": "time", "to": "5m"}})
    assert told(world, "grant_asked") == []
    assert told(world, "offer_accepted")


def test_who_was_asked_may_decline_and_is_not_asked_again_at_once():
    world = talking()
    world.threat = 4
    turn(world, THREE)
    assert told(world, "offer_not_granted")
    assert world.said[-1].why.code == "not_granted"
    assert refusal(world, THREE) == "not_granted"
    later(world, granting.AGAIN_AFTER)
    assert refusal(world, THREE) is None


@pytest.mark.parametrize(("heads", "least", "most"), [(3, 0.95, 0.95), (5, 0.95, 0.95), (8, 0.4, 0.6), (10, 0.0, 0.3)])
def test_the_larger_the_delegation_the_less_it_is_granted(heads, least, most):
    assert least <= granting.chance(talking(), Subject("delegation", str(heads))) <= most


def answers(world, what, to, times=40):
    """How often he accepts, asks for more, refuses."""
    talk(world, 0.1)
    said = [answer.answer(world, of(world), Subject(what, to, 600.0, to == "hear_us")) for _ in range(times)]
    return [said.count(word) / times for word in ("accept", "counter", "refuse")]


@pytest.mark.parametrize(
    ("trust", "anger", "said", "kept", "offer", "expected"),
    [
        (0.70, 0.2, ("listen",), (), ("delegation", "3"), "accept"),
        (0.70, 0.2, (), (), ("delegation", "2"), "counter"),
        (0.70, 0.2, ("listen",), (False,), ("delegation", "3"), "counter"),
        (0.70, 0.2, ("listen",), (False, True), ("delegation", "5"), "accept"),
        (0.35, 0.7, ("listen",), (False,), ("delegation", "3"), "refuse"),
        (0.30, 0.8, (), (), ("hearing", "hear_us"), "refuse"),
        (0.25, 0.7, ("listen",), (True,) * 9, ("delegation", "2"), "counter"),
        (0.70, 0.2, ("listen",), (), ("hearing", "hear_us"), "accept"),
        (0.45, 0.5, (), (), ("time", "5m"), "refuse"),
    ],
)
def test_he_accepts_counters_or_refuses_by_trust_pressure_and_the_past(trust, anger, said, kept, offer, expected):
    world = feels(talking(), trust, anger)
    of(world).said = {word: 0 for word in said}
    nobody = np.empty(0, dtype=np.int64)
    of(world).promises = [Promise("time", str(i), "kapolres", 0, 0, nobody, 0, each) for i, each in enumerate(kept)]
    shares = dict(zip(("accept", "counter", "refuse"), answers(world, *offer), strict=True))
    assert shares[expected] > 0.5, shares


def test_hostile_people_behind_him_and_waiting_press_him():
    world = talking()
    talk(world, 0.1)
    calm = answer.pressure(world, of(world))
    world.people.hostile[1:18] = True
    hostile = answer.pressure(world, of(world))
    world.tick += 300 * 30
    assert calm < hostile < answer.pressure(world, of(world)) <= 1.0


def test_what_he_asked_for_instead_is_worth_more_to_him():
    world = feels(talking(), 0.6, 0.3)
    of(world).counter = "delegation:4"
    met, other = answers(world, "delegation", "4")[0], answers(world, "delegation", "3")[0]
    assert met > other


def test_a_counter_offer_names_what_he_wants():
    world = feels(talking(), 0.62, 0.3)
    of(world).granted = ["delegation:2"]
    turn(world, {"offer": {"what": "delegation", "to": 2}})
    (counter,) = told(world, "counter_offer")
    assert (counter.what, counter.to) == ("delegation", "4")
    assert of(world).counter == "delegation:4"
    assert of(world).promises == []


@pytest.mark.parametrize(
    ("offer", "more"),
    [
        (Subject("delegation", "9"), "delegation:10"),
        (Subject("hearing", "hear_us"), "delegation:4"),
        (Subject("time", "5m"), "time:8m"),
    ],
)
def test_more_of_everything_is_asked_for(offer, more):
    assert offer.countered().name == more


@pytest.mark.parametrize("offer", [Subject("delegation", "10"), Subject("time", "30m"), Subject("route", "keluar")])
def test_where_there_is_no_more_he_can_only_take_it_or_leave_it(offer):
    assert offer.countered() is None


def test_what_he_turned_down_is_not_offered_again_at_once():
    world = feels(talking(), 0.1, 0.9)
    of(world).granted = ["delegation:3"]
    turn(world, THREE)
    assert told(world, "offer_refused")
    assert refusal(world, THREE) == "refused_before"
    later(world, 60.0)
    assert refusal(world, THREE) is None


def test_an_agreement_calms_at_once():
    world = talking()
    of(world).granted = ["delegation:3"]
    anger, trust = mean(world, "anger"), mean(world, "trust")
    turn(world, THREE)
    assert mean(world, "anger") < anger
    assert mean(world, "trust") > trust
    (agreed,) = told(world, "delegation_agreed")
    assert agreed.count == len(of(world).delegates) == 3
    assert FRONT not in of(world).delegates


def test_the_same_seed_gives_the_same_answers():
    def play():
        world = live(talking(seed=3), 1.0)
        for say in ("listen", THREE):
            turn(world, say)
        return [event.plain() for event in world.said], mean(world, "trust")

    assert play() == play()
