import copy

import pytest

from game.session.verdict import hard_fails, lines
from game.text import LANGUAGES, say

# A day on which nothing went wrong and nothing was needed.
QUIET = {
    "highest_threat": 1,
    "seconds_flag_differs": 0,
    "seconds_flag_too_low": 0,
    "harm": {
        "civilians": 0,
        "officers": 0,
        "lying": 0,
        "treated": 0,
        "first_aid_seconds": None,
        "gravely_by_own_force": 0,
    },
    "custody": {"taken": 0, "without_evidence": 0, "injured": 0, "ill_treated": 0, "released": 0},
    "vote": 0,
    "protest": {"peaceful": 300, "stayed": 300, "went_home": 0, "driven_away": 0, "seconds_shut_in": 0},
    "talks": {"live": 0.6, "delegates_received": 5, "kept": 1, "broken": 0, "red_lines_crossed": []},
    "trust": {"before": 0.7, "after": 0.72},
    "himbauan": {"given": [{"level": 1}], "heard": 80, "reached": 75},
    "force": {"uses": [], "faulted": 0, "before_third_himbauan": 0},
    "property": {"fires": 0, "seconds_burning": 0},
}
PUSH = {"tool": "push", "faults": []}


def day(**changes):
    """The quiet day with some of its facts changed: ``harm={"civilians": 2}``."""
    facts = copy.deepcopy(QUIET)
    for name, change in changes.items():
        facts[name] = facts[name] | change if isinstance(change, dict) else change
    return facts


DAYS = [
    ({}, 0, "harm_none", True),
    ({"harm": {"civilians": 2, "lying": 1, "treated": 1, "first_aid_seconds": 41.0}}, 0, "harm", False),
    ({"harm": {"officers": 1}}, 0, "harm_untreated", False),
    ({}, 1, "custody_none", None),
    ({"custody": {"taken": 2, "released": 1}}, 1, "custody_fair", True),
    ({"custody": {"taken": 2, "without_evidence": 1}}, 1, "custody_faulted", False),
    ({}, 2, "vote_safe", True),
    ({"vote": None}, 2, "vote_none", None),
    ({"vote": 30}, 2, "vote_disturbed", False),
    ({}, 3, "protest_free", True),
    ({"protest": {"stayed": 250, "driven_away": 50}}, 3, "protest_driven", False),
    ({"protest": {"seconds_shut_in": 12}}, 3, "protest_shut_in", False),
    ({}, 4, "talks", True),
    ({"talks": {"kept": 0}}, 4, "talks", None),
    ({"talks": None}, 4, "talks_nobody", None),
    ({"talks": {"live": 0.0}}, 4, "talks_none", False),
    ({"talks": {"broken": 1}}, 4, "talks_broken", False),
    ({"talks": {"red_lines_crossed": ["shields_first"]}}, 4, "talks_broken", False),
    ({}, 5, "trust", True),
    ({"trust": {"after": 0.63}}, 5, "trust", None),
    ({"trust": {"after": 0.3}}, 5, "trust", False),
    ({"trust": {"before": None, "after": None}}, 5, "trust_nobody", None),
    ({}, 6, "himbauan", True),
    ({"himbauan": {"heard": 20}}, 6, "himbauan", False),
    ({"himbauan": {"given": []}}, 6, "himbauan_none", None),
    ({"himbauan": {"given": []}, "highest_threat": 3}, 6, "himbauan_none", False),
    ({}, 7, "force_none", True),
    ({"force": {"uses": [PUSH]}}, 7, "force_fits", True),
    ({"force": {"uses": [PUSH], "faulted": 1}}, 7, "force_faulted", False),
    ({}, 8, "property_whole", True),
    ({"property": {"fires": 2, "seconds_burning": 90}}, 8, "property_burned", False),
    ({}, 9, "flag", True),
    ({"seconds_flag_differs": 61}, 9, "flag_late", False),
]


@pytest.mark.parametrize(("changes", "place", "code", "good"), DAYS)
def test_each_line_says_what_was_so(changes, place, code, good):
    told = lines(day(**changes))
    assert len(told) == 10
    assert (told[place].code, told[place].good) == (code, good)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("changes", [changes for changes, *_ in DAYS])
def test_each_line_has_words(changes, language):
    for line in lines(day(**changes)):
        assert "{" not in say(f"verdict.{line.code}", line.values, language)


def test_a_day_of_talking_and_a_day_without_anybody_have_no_hard_fail():
    assert hard_fails(day()) == hard_fails(day(talks=None, vote=None)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"harm": {"gravely_by_own_force": 1}}, "fail_own_force"),
        ({"custody": {"ill_treated": 2}}, "fail_ill_treated"),
        ({"force": {"uses": [PUSH | {"faults": ["no_way_out"]}]}}, "fail_no_way_out"),
        ({"force": {"uses": [PUSH | {"faults": ["no_room_behind"]}]}}, "fail_no_way_out"),
    ],
)
def test_some_things_fail_a_run_whatever_else_went_well(changes, code, language):
    (fail,) = hard_fails(day(**changes))
    assert fail.code == code
    assert str(fail.values["count"]) in say(f"verdict.{code}", fail.values, language)
