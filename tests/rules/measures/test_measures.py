"""Objectives are told by numbers, read from a Session's own views."""

import numpy as np
import pytest

from game.rules import harm
from game.rules.kinds import BASES
from game.rules.measures.measure import Measure
from game.rules.measures.nobody_hurt import NobodyHurt
from game.rules.measures.protect import Protect
from game.rules.measures.protest_may_continue import ProtestMayContinue
from game.session.view import INSTRUCTOR, cast_of, view_of
from game.world.custody import Sighting
from game.world.quantities import Text
from game.world.talks import Talks
from tests.pictures import picture

SQUARE = """
    cccc..ZZ..
    cccc..ZZ.L
"""


@pytest.fixture
def world():
    return picture(SQUARE)


def second(world, measure, before=None):
    """The finding after one more second, from a View like any other."""
    events, world.said[:] = tuple(world.said), []
    look = view_of(world, cast_of(world), INSTRUCTOR, events, True, False)
    return measure.update(world, look, events, before)


def into_zone(world, *rows):
    world.people.position[list(rows)] = world.ground.zones["zona"].centre


def test_a_plenary_nobody_enters_is_protected(world):
    finding = second(world, Protect("zona"))
    assert finding.reached
    assert finding.number == 0.0


def test_seconds_with_uninvited_people_are_counted(world):
    finding = second(world, Protect("zona"))
    into_zone(world, 0, 1)
    for _ in range(3):
        finding = second(world, Protect("zona"), finding)
    into_zone(world, 2)
    world.people.position[:2] = 0.5
    finding = second(world, Protect("zona"), finding)
    assert (finding.number, finding.values["people"], finding.reached) == (4.0, 2, False)


def test_officers_prisoners_and_delegates_are_no_intruders(world):
    world.talks = Talks(0, ("hear_us",), (), {}, delegates=[0])
    world.people.custody[1] = 0
    into_zone(world, 0, 1, int(world.units["l"].rows[0]))
    finding = second(world, Protect("zona"))
    world.talks.delegates.clear()  # heard, and on the way out
    assert second(world, Protect("zona"), finding).reached


def test_each_one_hurt_counts_on_either_side_and_is_proven(world):
    harm.hurt(world, np.array([0]), "missile")
    harm.hurt(world, world.units["l"].rows[:1], "missile", lies=np.array([False]))
    told = [event.id for event in world.said]
    finding = second(world, NobodyHurt())
    assert (finding.number, finding.values) == (2, {"civilians": 1, "officers": 1})
    assert finding.evidence == tuple(told)
    assert second(world, NobodyHurt(), finding).evidence == tuple(told)


def test_who_stays_or_goes_home_in_peace_was_not_driven_off(world):
    finding = second(world, ProtestMayContinue("supporter"))
    world.people.present[:3] = False
    finding = second(world, ProtestMayContinue("supporter"), finding)
    assert (finding.number, finding.values["stay"], finding.values["gone"]) == (1.0, 5, 3)


def test_who_runs_away_was_driven_off(world):
    world.people.velocity[:4] = 3.0, 0.0
    finding = second(world, ProtestMayContinue("supporter"))
    world.people.present[:4] = False
    finding = second(world, ProtestMayContinue("supporter"), finding)
    assert (finding.number, finding.values["driven"], finding.reached) == (0.5, 4, False)


def test_who_was_seen_throwing_is_not_reckoned_among_the_peaceful(world):
    world.people.velocity[0] = 3.0, 0.0
    world.sightings.append(Sighting(0, "throw", 0, "l", 1))
    finding = second(world, ProtestMayContinue("supporter"))
    assert (finding.number, finding.values["driven"], finding.values["stay"]) == (1.0, 0, 7)


def test_objectives_are_written_in_a_level_by_their_words():
    assert Measure in BASES
    assert Measure.read({"protect": {"zone": "ruang"}}) == Protect("ruang")
    assert Measure.read({"nobody_hurt": {}}) == NobodyHurt()


@pytest.mark.parametrize(
    "measure", [Protect("zona"), NobodyHurt(), ProtestMayContinue("supporter")], ids=lambda m: m.word
)
def test_a_finding_is_plain_enough_to_be_written_down(world, measure):
    into_zone(world, 0)
    finding = second(world, measure, second(world, measure))
    assert {type(finding.number), type(finding.reached)} <= {int, float, bool}
    assert all(isinstance(value, int | str | Text) for value in finding.values.values())
