import json

import numpy as np
import pytest

from game.rules import harm
from game.rules.commands.account import Account
from game.rules.commands.raise_flag import FlagRaised, RaiseFlag
from game.rules.force import ForceUsed
from game.session.session import Session
from game.session.summary import summary_of
from game.session.tally import Tally
from game.world.custody import Arrest, Sighting
from game.world.talks import Promise, Talks
from game.world.world import TICKS_PER_SECOND


@pytest.fixture
def run(level):
    """Plays some seconds while `happens(world)` is called at each full one; gives the summary as it is written."""

    def play(seconds, happens=lambda world: None, orders=()):
        session = Session(level)
        tally = Tally.of(session)
        session.submit(*orders, seat="kapolres")
        for tick in range(seconds * TICKS_PER_SECOND):
            if tick % TICKS_PER_SECOND == 0:
                happens(session.world)
            session.tick()
            tally.tick(session)
            if session.at_whole_second:
                tally.second(session)
        return json.loads(json.dumps(summary_of(session, tally, "time", 1.0)))

    return play


def at(second, happen):
    """`happen` at that second only."""
    return lambda world: happen(world) if world.seconds == second else None


def civilians(world, count):
    return np.flatnonzero(world.people.civilian)[:count]


def test_a_quiet_minute_is_summed_up_as_such(run):
    summary = run(3)
    assert summary["harm"]["civilians"] == summary["harm"]["officers"] == 0
    assert summary["protest"] == {"peaceful": 10, "stayed": 10, "went_home": 0, "driven_away": 0, "seconds_shut_in": 0}
    assert summary["trust"]["before"] == pytest.approx(summary["trust"]["after"], abs=0.05)
    assert summary["talks"] is None
    assert summary["force"]["uses"] == summary["reliefs"] == summary["hard_fails"] == []


def test_harm_is_told_per_side_with_who_did_it_and_how_soon_it_was_cared_for(run):
    def strike(world):
        told = ForceUsed(
            tool="push", level=4, threat=1, call="DA1", ordered_by="kapolres", hit=1, innocent=1, faults=()
        )
        push = world.say(told, actor="da1")
        first, second = civilians(world, 2)
        harm.hurt(world, np.array([first]), "crush", because=(push,))
        harm.hurt(world, np.array([second]), "missile", lies=np.array([False]))
        harm.hurt(world, world.units["da1"].rows[:1], "missile", lies=np.array([False]))

    def care(world):
        world.people.treated[civilians(world, 1)] = True

    summary = run(8, lambda world: [at(1.0, strike)(world), at(5.0, care)(world)])
    assert summary["hurt"] == {"civilians": 2, "officers": 1}
    assert summary["harm"]["lying"] == 1
    assert summary["harm"]["by"] == {"crush": 1, "missile": 2}
    assert summary["harm"]["gravely_by_own_force"] == 1
    assert (summary["harm"]["treated"], summary["harm"]["first_aid_seconds"]) == (1, 4.0)
    assert not summary["calm"]
    assert [line["code"] for line in summary["hard_fails"]] == ["fail_own_force"]


def test_who_was_seen_throwing_and_who_ran_away_are_no_peaceful_protesters_who_stayed(run):
    def happen(world):
        thrower, runner = (int(row) for row in civilians(world, 2))
        world.sightings.append(Sighting(thrower, "jeer", world.tick, "da1", 0))
        people = world.people
        people.present[runner], people.left[runner], people.fled[runner] = False, True, world.tick

    protest = run(3, at(1.0, happen))["protest"]
    assert (protest["peaceful"], protest["stayed"], protest["driven_away"]) == (9, 8, 1)


def test_talks_are_told_by_their_share_of_time_and_what_was_kept(run):
    def begin(world):
        world.talks = Talks(0, ("hear_us",), (), {"hear_us": "kpu"})

    def agree(world):
        world.talks.standing, world.talks.received = "open", 3
        heard = np.array([0])
        world.talks.promises = [
            Promise("delegation", "3", "kapolres", 0, 99, heard, 0, kept=True),
            Promise("time", "60s", "kapolres", 0, 99, heard, 0, kept=False),
        ]

    talks = run(4, lambda world: [at(0.0, begin)(world), at(2.0, agree)(world)])["talks"]
    assert (talks["delegates_received"], talks["kept"], talks["broken"]) == (3, 1, 1)
    assert talks["live"] == pytest.approx(2 / 5, abs=0.01)


def test_arrests_are_told_with_their_evidence_and_ill_treatment_fails_the_run(run):
    def take(world):
        person = int(civilians(world, 1)[0])
        world.arrests.append(Arrest(person, "da1", "Bripka Arun", "kapolres", 30, "", -1, "", ill_treated=True))

    summary = run(2, at(1.0, take))
    assert (summary["custody"]["taken"], summary["custody"]["without_evidence"]) == (1, 1)
    assert [line["code"] for line in summary["hard_fails"]] == ["fail_ill_treated"]


def test_a_flag_above_the_threat_differs_without_being_too_low_and_may_be_accounted_for(run):
    summary = run(4, orders=[RaiseFlag(flag="kuning"), Account(event=0, why="asked_to")])
    assert summary["seconds_flag_differs"] == summary["seconds_of_flag"]["kuning"] > 0
    assert summary["seconds_flag_too_low"] == 0
    told = {"t": 0.0, "done": "flag_raised", "flag": "kuning", "by": "kapolres", "why": "asked_to", "note": ""}
    assert summary["accounts"] == {"asked": 1, "given": 1, "decisions": [told]}


def test_a_flag_that_the_level_itself_raises_is_nobodys_to_account_for(run):
    def raise_it(world):
        world.say(FlagRaised(flag="merah", before="hijau"), actor="script")

    assert run(4, at(1.0, raise_it))["accounts"]["asked"] == 0


def test_every_use_of_force_is_to_be_accounted_for_also_where_nothing_was_said(run):
    def spray(world):
        told = ForceUsed(
            tool="spray:jet", level=5, threat=2, call="AW1", ordered_by="kapolres", hit=3, innocent=3,
            faults=("not_warned",),
        )  # fmt: skip
        world.say(told, actor="aw1")

    accounts = run(4, at(1.0, spray))["accounts"]
    assert (accounts["asked"], accounts["given"]) == (1, 0)
    (decision,) = accounts["decisions"]
    assert (decision["done"], decision["why"], decision["faults"]) == ("force_used", None, ["not_warned"])
