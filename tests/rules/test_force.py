import dataclasses

import numpy as np
import pytest

from game.rules import force
from game.rules.force import ForceUsed
from game.world.custody import Sighting
from game.world.ladder import Rule
from game.world.world import TICKS_PER_SECOND, Command
from tests.parade import heard
from tests.pictures import picture


@pytest.fixture
def square():
    """Eight people before a platoon and one way out; pushing is in order from threat 3 and after a warning."""
    world = picture("""
        cccc....AAA
        cccc....AAA
        X..........
    """)
    pushing = Rule("danton", "test", "proposed", threat=3, warned=True)
    world.ladder = dataclasses.replace(world.ladder, rules=world.ladder.rules | {"hold": pushing})
    world.tick = 300 * TICKS_PER_SECOND
    return world


def used(world, rows=(0, 1)) -> ForceUsed:
    """The unit uses the ruled tool on `rows`."""
    unit = world.units["a"]
    unit.ordered_by = "kapolres"
    hit = np.array(rows)
    force.use(world, unit, "hold", level=4, place=np.array([1.0, 2.0]), radius=1.0, severity=0.5, hit=hit)
    return heard(world, ForceUsed)[-1]


def test_force_on_a_calm_crowd_that_nobody_warned_is_held_against_who_ordered_it(square):
    told = used(square)
    assert (told.ordered_by, told.level, told.threat, told.hit) == ("kapolres", 4, 1, 2)
    assert told.faults == ("threat_below", "not_warned")


def test_warned_of_it_in_time_and_threatened_there_is_nothing_to_hold_against_it(square):
    square.threat, square.warned_of["hold"] = 3, square.tick - 61 * TICKS_PER_SECOND
    assert used(square).faults == ()


def test_people_need_time_and_a_way_to_go(square):
    square.threat, square.warned_of["hold"], square.exits_shut = 3, square.tick - 20 * TICKS_PER_SECOND, ["keluar"]
    assert used(square).faults == ("no_time_to_go", "no_way_out")


def test_who_was_seen_doing_nothing_is_innocent_whatever_they_feel(square):
    square.people.hostile[:2] = True
    square.sightings.append(Sighting(0, "throw", square.tick, "a", 0))
    assert used(square).innocent == 1


def test_all_who_see_it_feel_it_and_the_book_names_it(square):
    before = square.people.trust.copy()
    told = used(square)
    civilians = square.people.civilian
    assert np.all(square.people.trust[civilians] < before[civilians])
    assert square.causes.latest[civilians].max() == told.id


def test_the_doctrine_is_asked_before_the_order_is_given(square):
    assert Command.read({"hold": {"unit": "a"}}).cautions(square) == ("threat_below", "not_warned")
    assert Command.read({"face": {"unit": "a", "facing": 90}}).cautions(square) == ()
