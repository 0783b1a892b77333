import pytest

from game.rules import kinds
from game.rules.triggers.all import All
from game.rules.triggers.anger_above import AngerAbove
from game.rules.triggers.any import Any
from game.rules.triggers.density_above import DensityAbove
from game.rules.triggers.elapsed import Elapsed
from game.rules.triggers.flag_is import FlagIs
from game.rules.triggers.group_gone import GroupGone
from game.rules.triggers.himbauan_given import HimbauanGiven
from game.rules.triggers.not_ import Not
from game.rules.triggers.people_in import PeopleIn
from game.rules.triggers.threat_at_least import ThreatAtLeast
from game.rules.triggers.threat_at_most import ThreatAtMost
from game.rules.triggers.time import Time
from game.rules.triggers.trigger import Trigger
from game.world.world import TICKS_PER_SECOND
from tests.pictures import picture

SQUARE = """
    ZccZ....
    ZccZ..b.
    ZZZZ.L..
"""


@pytest.fixture
def world():
    return picture(SQUARE)


def test_time_counts_from_the_phase_or_from_the_start(world):
    world.tick, world.script.since = 20 * TICKS_PER_SECOND, 15 * TICKS_PER_SECOND
    assert Time(20.0).holds(world)
    assert Elapsed(5.0).holds(world)
    assert not Elapsed(6.0).holds(world)


def test_threat_is_asked_from_below_and_from_above(world):
    world.threat = 3
    assert ThreatAtLeast(class_=3).holds(world)
    assert ThreatAtMost(class_=3).holds(world)
    assert not ThreatAtLeast(class_=4).holds(world)
    assert not ThreatAtMost(class_=2).holds(world)


def test_people_in_a_zone_are_counted_by_group_and_only_when_there(world):
    assert PeopleIn("zona", 4).holds(world)
    assert not PeopleIn("zona", 1, group="bystander").holds(world)
    world.people.present[world.groups[0].rows[0]] = False
    assert not PeopleIn("zona", 4).holds(world)


def test_density_is_people_per_square_metre_of_the_zone(world):
    assert DensityAbove("zona", 0.3).holds(world)  # four people on 12 m²
    assert not DensityAbove("zona", 0.34).holds(world)


def test_anger_is_the_mean_of_those_present(world):
    rows = world.groups[0].rows
    world.people.anger[rows] = [0.0, 0.4, 0.8, 0.8]
    assert AngerAbove("supporter", 0.45).holds(world)
    world.people.present[rows[2:]] = False
    assert not AngerAbove("supporter", 0.45).holds(world)
    world.people.present[rows] = False
    assert not AngerAbove("supporter", 0.0).holds(world)


def test_a_group_is_gone_when_enough_have_left(world):
    world.people.left[world.groups[0].rows[:3]] = True
    assert GroupGone("supporter", 0.75).holds(world)
    assert not GroupGone("supporter").holds(world)


def test_flags_and_himbauan_are_what_was_declared_and_said(world):
    assert FlagIs("hijau").holds(world)
    assert not HimbauanGiven(1).holds(world)
    world.units["l"].warned_at[1] = 30
    assert HimbauanGiven(1).holds(world)


def test_a_condition_that_must_last_counts_from_when_it_began(world):
    lasting = ThreatAtLeast(class_=2, for_=3.0)
    world.threat = 2
    held = []
    for second in range(5):
        world.tick = second * TICKS_PER_SECOND
        held.append(lasting.lasts(world, "here"))
    assert held == [False, False, False, True, True]


def test_a_condition_that_lapses_counts_anew(world):
    lasting = ThreatAtLeast(class_=2, for_=3.0)
    for second, threat in enumerate((2, 2, 1, 2, 2, 2)):
        world.tick, world.threat = second * TICKS_PER_SECOND, threat
        assert not lasting.lasts(world, "here")


def test_any_and_all_keep_count_of_every_part(world):
    soon, late = ThreatAtLeast(class_=2, for_=1.0), FlagIs("hijau")
    world.threat = 2
    for trigger, first in ((Any([late, soon]), True), (All([late, soon]), False)):
        world.tick = 0
        assert trigger.lasts(world, trigger.word) is first
        world.tick = TICKS_PER_SECOND
        assert trigger.lasts(world, trigger.word)


def test_not_turns_a_lasting_condition_round(world):
    calm = Not(ThreatAtLeast(class_=3, for_=2.0))
    world.threat = 3
    assert calm.lasts(world, "calm")  # it has not lasted yet
    world.tick = 2 * TICKS_PER_SECOND
    assert not calm.lasts(world, "calm")
    assert not calm.holds(world)


EXAMPLES = {
    "all": [{"time": "1s"}],
    "any": [{"time": "1s"}],
    "not": {"time": "1s"},
    "elapsed": "8m",
    "time": "1m30s",
    "threat_at_least": 3,
    "threat_at_most": {"class": 2, "for": "60s"},
    "density_above": {"zone": "zona", "people_per_m2": 4, "for": "20s"},
    "people_in": {"zone": "zona", "at_least": 5},
    "anger_above": {"group": "supporter", "value": 0.5},
    "flag_is": "kuning",
    "himbauan_given": 2,
    "group_gone": "supporter",
    "event": {"kind": "hurt"},
    "shields_seen": {"by": "supporter", "before": "contact_made"},
    "delegation_received": {},
    "talks_are": {"standing": "broken", "for": "30s"},
    "promise_broken": {},
}


def test_every_condition_has_an_example_here():
    assert kinds.BASES
    assert sorted(EXAMPLES) == sorted(Trigger.words)


@pytest.mark.parametrize("word", sorted(EXAMPLES))
def test_a_condition_is_read_written_and_asked(world, word):
    trigger = Trigger.read({word: EXAMPLES[word]})
    assert Trigger.read(trigger.plain()) == trigger
    assert isinstance(trigger.lasts(world, "here"), bool)
