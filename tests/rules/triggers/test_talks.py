import pydantic
import pytest

from game.rules.triggers.trigger import Trigger
from tests.talking import later, live, of, talk, talking, turn


def holds(world, written):
    return Trigger.read(written).holds(world)


def test_how_the_talks_stand():
    world = talking()
    assert holds(world, {"talks_are": {"standing": "none"}})
    turn(world, "listen")
    assert holds(world, {"talks_are": {"standing": "open"}})
    world.talks = None
    assert not holds(world, {"talks_are": {"standing": "none"}})


def test_a_broken_promise():
    world = talking()
    turn(world, {"promise": {"what": "delegation", "to": 3, "within": "1m"}})
    assert not holds(world, "promise_broken")
    later(world, 61.0)
    assert holds(world, "promise_broken")


def test_a_delegation_that_was_heard():
    world = talking()
    assert not holds(world, {"delegation_received": {}})
    of(world).received = 2
    assert holds(world, {"delegation_received": {}})


@pytest.mark.parametrize("first", ["shields", "words"])
def test_shields_seen_before_contact_or_after_it(first):
    world = talking()
    seen, before = (
        {"shields_seen": {"by": "supporter"}},
        {"shields_seen": {"by": "supporter", "before": "contact_made"}},
    )
    assert not holds(world, seen)
    if first == "words":
        turn(world, "listen")
    world.units["a"].posture = "siaga"
    live(world, 2.0)
    if first == "shields":
        turn(world, "listen")
    assert holds(world, seen)
    assert holds(world, before) == (first == "shields")


def test_shields_out_of_sight_are_not_seen():
    world = talking()
    world.people.position[world.units["a"].rows] -= [9.0, 0.0]
    world.people.position[world.people.civilian] += [30.0, 0.0]
    world.units["a"].posture = "siaga"
    talk(world, 2.0)
    assert not holds(world, {"shields_seen": {"by": "supporter"}})


def test_what_has_happened_since_the_phase_began():
    world = talking()
    opened = {"event": {"kind": "talks_opened"}}
    assert not holds(world, opened)
    turn(world, "listen")
    assert holds(world, opened)
    talk(world, 1.0)
    world.script.since = world.tick
    assert not holds(world, opened)


def test_an_act_happens_though_nobody_tells_of_it():
    world = live(talking(), 0.2)
    world.people.anger[:36] = 0.9
    live(world, 4.0)
    assert holds(world, {"event": "chant"})


def test_an_event_nobody_knows_is_a_mistake():
    with pytest.raises(pydantic.ValidationError, match="unknown word"):
        Trigger.read({"event": {"kind": "arsonn"}})
