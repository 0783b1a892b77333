"""Two ways through the afternoon, each written down as a file of orders: what they come to is the level's, not ours."""

from pathlib import Path

import pytest

from game.level.read import read_level
from game.paths import LEVELS
from game.session.orders import Orders, read_orders
from game.session.session import Session
from game.session.summary import summary_of
from game.session.tally import Tally

FOLDER = Path(__file__).parent / "orders"


class Afternoon:
    """The shipped afternoon under the orders of a file."""

    def __init__(self, name: str) -> None:
        level = read_level(LEVELS / "pleno-kpu.yaml")
        self.session, self.orders = Session(level), Orders(read_orders(FOLDER / name, level.seats))
        self.tally = Tally.of(self.session)
        self.orders.prepare(self.session)

    def play(self, seconds: float) -> None:
        """Play on to `seconds`, or to the end."""
        while not self.session.over and self.session.world.seconds < seconds:
            self.orders.submit_due(self.session)
            self.session.tick()
            self.tally.tick(self.session)
            if self.session.at_whole_second:
                self.tally.second(self.session)

    @property
    def summary(self) -> dict:
        return summary_of(self.session, self.tally, "over" if self.session.over else "time", 0.0)


def test_shields_water_and_hands_before_a_word_make_a_riot_within_two_minutes():
    afternoon = Afternoon("all-wrong.jsonl")
    afternoon.play(120.0)
    told = afternoon.summary
    assert told["highest_threat"] >= 4
    assert told["final_phase"] == "rusuh"
    assert {"threat_below", "not_warned"} <= set(told["force"]["faults"])


@pytest.fixture(scope="module")
def talked() -> Afternoon:
    """The other way, to its end."""
    afternoon = Afternoon("talk-relieve-arrest.jsonl")
    afternoon.play(float("inf"))
    return afternoon


def test_talking_a_relief_in_time_and_arrests_of_those_who_were_seen_end_it_calm(talked):
    told = talked.summary
    assert (told["final_phase"], told["calm"]) == ("end", True)
    assert told["highest_threat"] < 4
    assert told["talks"]["delegates_received"] > 0
    assert told["custody"]["taken"] > 0
    assert told["hard_fails"] == []


def test_on_that_way_the_line_was_relieved_without_a_gap_and_nobody_taken_who_was_seen_doing_nothing(talked):
    told = talked.summary
    assert [relief["worst_gap"] <= 1.0 for relief in told["reliefs"]] == [True]
    assert told["custody"]["without_evidence"] == 0
    assert told["force"]["faults"] == {}
