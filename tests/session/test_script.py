"""The author's plan: injects, phases up and down, the end."""

import pytest

from game.level.build import build
from game.level.read import read_level
from game.rules import radio
from game.session.script import END, Script
from game.world.world import TICKS_PER_SECOND
from tests.small_level import LEVEL, write

PHASES = LEVEL[LEVEL.index("phases:") : LEVEL.index("limits:")]


@pytest.fixture
def play(tmp_path):
    """Runs the script of a level with these `phases` for some seconds; what it gave, as (second, word) pairs."""

    def run(phases, seconds, threat=lambda second: 1, limit="10m"):
        text = LEVEL.replace(PHASES, phases).replace("time: 1m", f"time: {limit}")
        level = read_level(write(tmp_path, text))
        world, script = build(level, level.seed), Script(level)
        given = []
        for world.tick in range(seconds * TICKS_PER_SECOND):
            world.threat = threat(world.tick // TICKS_PER_SECOND)
            for command in script.due(world):
                given.append((world.tick / TICKS_PER_SECOND, getattr(command, "phase", command.word)))
                radio.give(world, "script", command)
        return given

    return run


def test_an_inject_is_given_once_at_its_time(play):
    assert play(PHASES, 8) == [(2.0, "say")]


def test_phases_follow_each_other_to_the_end_and_then_nothing_comes(play):
    assert play(PHASES, 60) == [(2.0, "say"), (10.0, "rawan"), (15.0, END)]


def test_the_limit_ends_an_exercise_whatever_its_phase(play):
    assert play(PHASES, 30, limit="12s") == [(2.0, "say"), (10.0, "rawan"), (12.0, END)]


UP_AND_DOWN = """\
phases:
  aman:
    injects:
      - {at: 1s, do: [{mood: {group: massa, anger: 0.1}}]}
    next:
      - {to: rawan, when: {threat_at_least: {class: 3, for: 2s}}}
      - {to: end, when: {elapsed: 5m}}
  rawan:
    next:
      - {to: end, when: {threat_at_least: 5}}
      - {to: aman, when: {threat_at_most: {class: 2, for: 3s}}}
"""


def test_phases_go_up_and_down_and_an_inject_does_not_come_twice(play):
    given = play(UP_AND_DOWN, 30, threat=lambda second: 3 if 4 <= second < 10 else 1)
    assert given == [(1.0, "mood"), (6.0, "rawan"), (13.0, "aman")]


def test_a_duration_counts_anew_after_a_change_of_phase(play):
    given = play(UP_AND_DOWN, 24, threat=lambda second: 3 if second % 8 < 3 else 1)
    assert given == [
        (1.0, "mood"),
        (2.0, "rawan"),
        (6.0, "aman"),
        (10.0, "rawan"),
        (14.0, "aman"),
        (18.0, "rawan"),
        (22.0, "aman"),
    ]


def test_an_inject_may_repeat_while_its_condition_holds(play):
    repeating = UP_AND_DOWN.replace("at: 1s, do", "when: {threat_at_least: 2}, repeat: 5s, do")
    given = play(repeating, 20, threat=lambda second: 2 if 3 <= second < 15 else 1)
    assert given == [(3.0, "mood"), (8.0, "mood"), (13.0, "mood")]


def test_of_two_open_ways_the_first_is_taken(play):
    both = UP_AND_DOWN.replace("threat_at_least: 5", "threat_at_least: 3").replace("{class: 2, for: 3s}", "{class: 5}")
    assert play(both, 9, threat=lambda second: 3) == [(1.0, "mood"), (2.0, "rawan"), (2.1, END)]


def test_a_script_has_no_memory_of_its_own(tmp_path):
    level = read_level(write(tmp_path))
    world, first = build(level, level.seed), Script(level)
    world.tick = 60
    assert [command.word for command in first.due(world)] == ["say"]
    world.tick = 63
    assert Script(level).due(world) == []


def test_a_phase_that_the_level_lacks_is_a_pause_until_the_limit(tmp_path):
    level = read_level(write(tmp_path))
    world, script = build(level, level.seed), Script(level)
    world.script.phase = "istirahat"
    world.tick = 30 * TICKS_PER_SECOND
    assert script.due(world) == []
    world.tick = 60 * TICKS_PER_SECOND
    assert [command.phase for command in script.due(world)] == [END]
