"""Two ways through the afternoon, each written down as a file of orders: what they come to is the level's, not ours."""

import json

import pytest


@pytest.fixture(scope="module")
def wrong(afternoons):
    """Shields, water and hands before a word; two minutes of it."""
    return summary(afternoons["all-wrong"])


@pytest.fixture(scope="module")
def talked(afternoons):
    """The other way, to its end."""
    return summary(afternoons["talk-relieve-arrest"])


def summary(run):
    """What `run`, a process and its folder, came to."""
    process, folder = run
    assert process.wait() == 0
    return json.loads((folder / "summary.json").read_text(encoding="utf-8"))


def test_shields_water_and_hands_before_a_word_make_a_riot_within_two_minutes(wrong):
    assert wrong["highest_threat"] >= 4
    assert wrong["final_phase"] == "rusuh"
    assert {"threat_below", "not_warned"} <= set(wrong["force"]["faults"])


def test_talking_a_relief_in_time_and_arrests_of_those_who_were_seen_end_it_calm(talked):
    assert (talked["final_phase"], talked["calm"]) == ("end", True)
    assert talked["highest_threat"] < 4
    assert talked["talks"]["delegates_received"] > 0
    assert talked["custody"]["taken"] > 0
    assert talked["hard_fails"] == []


def test_on_that_way_the_line_was_relieved_without_a_gap_and_nobody_taken_who_was_seen_doing_nothing(talked):
    assert [relief["worst_gap"] <= 1.0 for relief in talked["reliefs"]] == [True]
    assert talked["custody"]["without_evidence"] == 0
    assert talked["force"]["faults"] == {}
