"""Whether phases lead to a calm end."""

import pytest

from game.level.lint_phases import in_calm
from game.level.read import read_level
from game.rules.triggers.trigger import Trigger
from tests.small_level import LEVEL, told, write


@pytest.mark.parametrize(
    ("condition", "can_hold"),
    [
        ({"elapsed": "10m"}, True),
        ({"threat_at_most": 1}, True),
        ({"threat_at_least": 1}, True),
        ({"threat_at_least": 2}, False),
        ({"not": {"threat_at_most": 3}}, False),
        ({"not": {"threat_at_least": 2}}, True),
        ({"any": [{"threat_at_least": 3}, {"elapsed": "5m"}]}, True),
        ({"all": [{"threat_at_least": 3}, {"elapsed": "5m"}]}, False),
        ({"not": {"any": [{"threat_at_most": 1}, {"flag_is": "merah"}]}}, False),
        ({"not": {"all": [{"threat_at_most": 1}, {"flag_is": "merah"}]}}, True),
        ({"not": {"not": {"threat_at_least": 2}}}, False),
    ],
    ids=str,
)
def test_what_can_hold_while_the_threat_stays_at_class_1(condition, can_hold):
    assert in_calm(Trigger.read(condition)) is can_hold


def test_an_exercise_that_only_a_riot_can_end_is_refused(tmp_path):
    (line,) = told(tmp_path, LEVEL.replace("elapsed: 5s", "threat_at_least: 4"))
    assert line == "kecil.yaml:17:1: phases: no way leads to 'end' while the threat stays at class 1"


def test_an_inject_may_lead_to_the_calm_end_too(tmp_path):
    ways = "{to: end, when: {threat_at_least: 4}}"
    led = LEVEL.replace("{to: end, when: {elapsed: 5s}}", ways)
    led = led.replace("do: [{say", "do: [{enter_phase: {phase: end}}, {say")
    assert read_level(write(tmp_path, led))


def test_an_exercise_that_only_its_time_ends_may_end_calmly(tmp_path):
    assert read_level(
        write(tmp_path, LEVEL.replace("{to: end, when: {elapsed: 5s}}", "{to: aman, when: {elapsed: 5s}}"))
    )
