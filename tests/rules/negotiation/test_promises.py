import numpy as np
import pytest

from game.rules import force
from game.world.causes import CAUSES
from tests.talking import later, mean, of, refusal, talk, talking, told, turn

TALKS = CAUSES.index("talks")
WORD = {"promise": {"what": "delegation", "to": 3, "within": "2m"}}


def give(what, to, within="2m"):
    world = talking()
    world.exits_shut = ["keluar"]
    of(world).heard = ["hear_us", "recount"]
    turn(world, {"promise": {"what": what, "to": to, "within": within}})
    (promise,) = of(world).promises
    return world, promise


def test_a_promise_needs_nobody_and_is_remembered_by_all_who_heard_it():
    world, promise = give("delegation", "3")
    assert told(world, "grant_asked") == []
    assert (promise.what, promise.to, promise.by, promise.kept) == ("delegation", "3", "kapolres", None)
    assert promise.due - promise.made == 120 * 30
    assert promise.heard.tolist() == list(range(36))
    (given,) = told(world, "promise_given")
    assert given.heard == 36
    assert of(world).standing == "open"


def test_who_stands_too_far_off_has_not_heard_it():
    world = talking()
    world.people.position[0] += [0.0, 40.0]
    turn(world, WORD)
    assert 0 not in of(world).promises[0].heard


def test_a_broken_promise_halves_trust_among_all_who_heard_and_nobody_else():
    world, promise = give("delegation", "3")
    promise.heard = promise.heard[:20]
    trust, anger = world.people.trust.copy(), world.people.anger.copy()
    later(world, 121.0)
    assert promise.kept is False
    assert world.people.trust[:20] == pytest.approx(trust[:20] / 2.0)
    assert np.all(world.people.anger[:20] > anger[:20])
    assert world.people.trust[20:] == pytest.approx(trust[20:])
    (broken,) = told(world, "promise_broken")
    assert (broken.heard, broken.actor) == (20, "kapolres")
    assert np.all(world.causes.latest[:20, TALKS] == broken.id)
    assert promise.event in broken.because


def test_a_way_out_that_is_opened_keeps_its_promise():
    world, promise = give("route", "keluar")
    trust = mean(world, "trust")
    talk(world, 30.0)
    assert promise.kept is None
    world.exits_shut.clear()
    talk(world, 2.0)
    assert promise.kept is True
    assert mean(world, "trust") > trust
    assert told(world, "promise_kept")


def test_a_way_out_that_stays_shut_does_not():
    world, promise = give("route", "keluar")
    later(world, 121.0)
    assert promise.kept is False


def test_time_in_which_nothing_happens_is_kept():
    world, promise = give("time", "3m")
    later(world, 170.0)
    assert promise.kept is None
    later(world, 10.0)
    assert promise.kept is True


def use_force(world, level=4, place=(20.0, 5.0), tool="push"):
    """The line lays hands on somebody."""
    row = world.groups[0].rows[:1]
    force.use(world, world.units["a"], tool, level=level, place=np.array(place), radius=1.0, severity=0.2, hit=row)


def test_force_breaks_a_promise_of_time():
    world, promise = give("time", "3m")
    talk(world, 10.0)
    use_force(world)
    talk(world, 1.0)
    assert promise.kept is False
    (broken,) = told(world, "promise_broken")
    assert told(world, "force_used")[0].id in broken.because


def test_a_demand_that_nobody_can_grant_is_an_empty_promise():
    world, promise = give("hearing", "recount")
    assert refusal(world, {"offer": {"what": "hearing", "to": "recount"}}) == "promised_already"
    later(world, 121.0)
    assert promise.kept is False


def test_words_that_were_broken_before_name_no_delegates_any_more():
    world, _ = give("route", "keluar", within="1m")
    later(world, 61.0)
    assert told(world, "promise_broken")
    turn(world, WORD)
    assert told(world, "promise_given")
    assert of(world).delegates == []


def test_one_word_is_given_once():
    world, _ = give("time", "3m")
    assert refusal(world, {"promise": {"what": "time", "to": "3m"}}) == "promised_already"
    assert refusal(world, {"offer": {"what": "time", "to": "3m"}}) == "promised_already"
    assert refusal(world, {"promise": {"what": "time", "to": "5m"}}) is None


def test_a_minute_of_peace_is_worth_less_than_ten():
    gains = {}
    for minutes in (1, 10):
        world, _ = give("time", f"{minutes}m")
        before = mean(world, "trust")
        later(world, 60.0 * minutes + 2.0)
        gains[minutes] = mean(world, "trust") - before
    assert 0.0 < gains[1] < 0.2 * gains[10]
