"""Ways through an exercise, each written down as a file of orders: what they come to is the level's, not ours."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from game.paths import LEVELS

ORDERS = Path(__file__).parent / "orders"


@pytest.fixture(scope="module")
def wrong(tmp_path_factory):
    """Shields, water and hands before a word; two minutes of it."""
    return summary(tmp_path_factory.mktemp("wrong") / "run", "pleno-kpu", "all-wrong", "--seconds", "120")


@pytest.fixture(scope="module")
def talked(tmp_path_factory):
    """The other way, to its end: the orders that the commander `buku` gave in the run of that seed."""
    return summary(tmp_path_factory.mktemp("talked") / "run", "pleno-kpu", "talk-relieve-arrest", "--seed", "2")


def summary(out, level, orders, *more):
    """What the shipped `level` under the file `orders` came to."""
    asked = ["run", LEVELS / f"{level}.yaml", "--orders", ORDERS / f"{orders}.jsonl", "--out", out, "--frames-hz", "1"]
    subprocess.run([sys.executable, "-m", "game", *asked, *more], check=True)
    return json.loads((out / "summary.json").read_text(encoding="utf-8"))


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


def test_who_explains_before_the_rumour_keeps_the_morning_at_the_polling_station_as_calm_as_it_can_be(tmp_path):
    explained = summary(tmp_path / "run", "tps-pagi", "explain-in-time")
    assert explained["highest_threat"] == 1
    assert explained["final_phase"] == "end"
