"""Good, empty and broken promises lead to different ends: the same square, the same people, other words and deeds."""

import numpy as np
import pytest

from game.rules import force
from game.rules.negotiation.answer import answer
from game.rules.negotiation.subject import Subject
from game.world.causes import CAUSES, FEELINGS
from tests.talking import escort, later, live, mean, of, talking, told, turn

TALKS = CAUSES.index("talks")


def listened():
    """Talks that began well."""
    world = talking()
    turn(world, "listen")
    of(world).granted = ["delegation:3"]
    return world


def good():
    """What was agreed is done."""
    world = listened()
    turn(world, {"offer": {"what": "delegation", "to": 3}})
    escort(world)
    live(world, 24.0)
    of(world).until = world.tick
    return live(world, 5.0)


def empty():
    """What nobody can give is promised, and nothing is done."""
    world = turn(listened(), "listen")
    turn(world, {"promise": {"what": "hearing", "to": "recount", "within": "2m"}})
    live(world, 5.0)
    return later(world, 120.0)


def broken():
    """Time is given, and force is used before it is over."""
    world = listened()
    turn(world, {"offer": {"what": "time", "to": "10m"}})
    live(world, 5.0)
    row = world.groups[0].rows[:1]
    place = world.people.position[row[0]].copy()
    force.use(world, world.units["a"], "push", level=4, place=place, radius=1.0, severity=0.4, hit=row)
    return live(world, 2.0)


@pytest.fixture(scope="module")
def ends():
    """How each square stands when the word was kept or broken."""
    return {"good": good(), "empty": empty(), "broken": broken()}


def test_trust_ends_high_low_and_lower(ends):
    trust = {end: mean(world, "trust") for end, world in ends.items()}
    assert trust["good"] > 0.75
    assert trust["empty"] < 0.5
    assert trust["broken"] < trust["empty"] - 0.05


def test_anger_ends_low_high_and_higher(ends):
    anger = {end: mean(world, "anger") for end, world in ends.items()}
    assert anger["good"] < 0.2 < anger["empty"] < anger["broken"]


def test_the_talks_stand_agreed_open_and_broken(ends):
    assert {end: of(world).standing for end, world in ends.items()} == {
        "good": "agreed",
        "empty": "open",
        "broken": "broken",
    }


def test_only_where_the_word_was_kept_will_he_agree_again(ends):
    four = Subject("delegation", "4", 600.0)
    answers = {end: {answer(world, of(world), four) for _ in range(20)} for end, world in ends.items()}
    assert "accept" in answers["good"]
    assert "refuse" not in answers["good"]
    assert "accept" not in answers["empty"]
    assert answers["broken"] == {"refuse"}


def test_every_end_is_booked_with_its_cause(ends):
    trust = FEELINGS.index("trust")
    for end, word in (("good", "promise_kept"), ("empty", "promise_broken"), ("broken", "promise_broken")):
        world = ends[end]
        (settled,) = told(world, word)
        moved = world.causes.sums[:36, trust, TALKS]
        assert np.all(moved > 0.0) if end == "good" else moved.mean() < -0.2, end
        assert world.said[settled.id].word == word
        assert settled.because
