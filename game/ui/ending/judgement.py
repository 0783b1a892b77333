"""What a summary is told by: the one sentence above all, and what stands beside the ten lines."""

from collections.abc import Mapping
from typing import Any, Final

from game.text import say

Facts = Mapping[str, Any]

THEMES: Final = {  # the beginning of a line's code → what it is about; in the order of worth
    "harm": "life",
    "custody": "custody",
    "vote": "vote",
    "protest": "protest",
    "talks": "talks",
    "trust": "trust",
    "himbauan": "himbauan",
    "force": "force",
    "property": "property",
    "flag": "flag",
}
GRAVEST: Final = ("no_way_out", "no_room_behind")  # faults before all others; product.md, life first


def theme_of(code: str) -> str:
    """What a line of `code` is about: text ``ui.outcome.<this>``."""
    return THEMES[code.partition("_")[0]]


def verdict(facts: Facts) -> str:
    """Lives before everything; then whether it ended calm, and as calm as it could have."""
    if facts["hard_fails"]:
        return "failed"
    if sum(facts["hurt"].values()):
        return "hurt"
    if facts["end"] == "left":
        return "left"
    if not facts["calm"]:
        return "tense"
    if facts["highest_threat"] > facts["best_threat"]:
        return "calm_late"
    return "earned" if all(line["good"] is not False for line in facts["lines"]) else "calm"


def worst_fault(facts: Facts) -> tuple[str, int] | None:
    """The gravest fault of the force used, then the most frequent, and how often; None where there is none."""
    faults: dict[str, int] = facts["force"]["faults"]
    if not faults:
        return None
    worst = max(faults, key=lambda fault: (fault in GRAVEST, faults[fault], fault))
    return worst, faults[worst]


def told(line: Mapping[str, Any], facts: Facts, language: str) -> str:
    """The sentence of a line, and of force also what was worst about it."""
    sentence = say(f"verdict.{line['code']}", line["values"], language)
    worst = worst_fault(facts) if line["code"].startswith("force") else None
    if worst is None:
        return sentence
    values = {"fault": say(f"fault.{worst[0]}", language=language), "count": worst[1]}
    return f"{sentence} {say('ui.outcome.worst', values, language)}"


def accounted(facts: Facts, language: str) -> str | None:
    """For how many decisions the commander said why; None where there were none."""
    accounts = facts["accounts"]
    return say("ui.outcome.accounts", accounts, language) if accounts["asked"] else None
