"""Ten honest lines about a run, and what fails it whatever else went well; words stand under ``verdict.<code>``.

Their order is the order of worth: life, the vote, lawful protest, property, speed; product.md. No line praises arrests
or people who left. What is good and what is not is doctrine.md 6; where it gives no figure, the figure is a guess.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

DRIVEN_AWAY = 0.02  # share of peaceful protesters who fled, from which the protest was not protected; guess
TRUST_KEPT, TRUST_LOST = 0.02, 0.10  # loss of mean trust that is nothing, and that is grave; guess
HEARD = 50  # percent of the crowd whom one himbauan must reach; guess
PROMPT = 60  # s in all in which the flag may differ from what the threat asks for; guess
TENSE = 3  # class of threat from which saying nothing is a fault; doctrine.md 2.5
NO_WAY_OUT = ("no_way_out", "no_room_behind")  # faults of force against people who could not go

Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Line:
    """One thing that was so; `good` is None where it is neither good nor bad."""

    code: str
    good: bool | None
    values: dict[str, float] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """As a summary keeps it."""
        return asdict(self)


def lines(facts: Facts) -> list[Line]:
    """The ten, from what a summary says."""
    return [
        tell(facts) for tell in (_harm, _custody, _vote, _protest, _talks, _trust, _himbauan, _force, _property, _flag)
    ]


def hard_fails(facts: Facts) -> list[Line]:
    """What makes a run fail whatever else went well; doctrine.md 6, advice b."""
    grave, cruel = facts["harm"]["gravely_by_own_force"], facts["custody"]["ill_treated"]
    trapped = sum(bool(set(use["faults"]) & set(NO_WAY_OUT)) for use in facts["force"]["uses"])
    found = (("fail_own_force", grave), ("fail_ill_treated", cruel), ("fail_no_way_out", trapped))
    return [Line(code, False, {"count": count}) for code, count in found if count]


def _harm(facts: Facts) -> Line:
    harm = facts["harm"]
    if not harm["civilians"] + harm["officers"]:
        return Line("harm_none", True)
    values = {name: harm[name] for name in ("civilians", "officers", "lying", "treated")}
    if harm["first_aid_seconds"] is None:
        return Line("harm_untreated", False, values)
    return Line("harm", False, values | {"seconds": harm["first_aid_seconds"]})


def _custody(facts: Facts) -> Line:
    held = facts["custody"]
    if not held["taken"]:
        return Line("custody_none", None)
    fair = not held["without_evidence"] + held["injured"] + held["ill_treated"]
    return Line("custody_fair" if fair else "custody_faulted", fair, held)


def _vote(facts: Facts) -> Line:
    seconds = facts["vote"]
    if seconds is None:
        return Line("vote_none", None)
    return Line("vote_safe", True) if not seconds else Line("vote_disturbed", False, {"seconds": seconds})


def _protest(facts: Facts) -> Line:
    protest = facts["protest"]
    if protest["seconds_shut_in"]:
        return Line("protest_shut_in", False, protest)
    free = protest["driven_away"] <= DRIVEN_AWAY * protest["peaceful"]
    return Line("protest_free" if free else "protest_driven", free, protest)


def _talks(facts: Facts) -> Line:
    talks = facts["talks"]
    if talks is None:
        return Line("talks_nobody", None)
    if not talks["live"]:
        return Line("talks_none", False)
    values = {"percent": round(100 * talks["live"])}
    values |= {name: talks[name] for name in ("delegates_received", "kept", "broken")}
    if talks["broken"] or talks["red_lines_crossed"]:
        return Line("talks_broken", False, values | {"crossed": len(talks["red_lines_crossed"])})
    return Line("talks", True if talks["kept"] else None, values)


def _trust(facts: Facts) -> Line:
    before, after = facts["trust"]["before"], facts["trust"]["after"]
    if before is None:
        return Line("trust_nobody", None)
    values = {"before": round(100 * before), "after": round(100 * after)}
    lost = before - after
    return Line("trust", True if lost <= TRUST_KEPT else False if lost > TRUST_LOST else None, values)


def _himbauan(facts: Facts) -> Line:
    told = facts["himbauan"]
    if not told["given"]:
        return Line("himbauan_none", False if facts["highest_threat"] >= TENSE else None)
    values = {"count": len(told["given"]), "heard": told["heard"], "understood": told["reached"]}
    return Line("himbauan", told["heard"] >= HEARD, values)


def _force(facts: Facts) -> Line:
    force = facts["force"]
    if not force["uses"]:
        return Line("force_none", True)
    values = {"count": len(force["uses"]), "faulted": force["faulted"], "early": force["before_third_himbauan"]}
    return Line("force_faulted" if force["faulted"] else "force_fits", not force["faulted"], values)


def _property(facts: Facts) -> Line:
    burned = facts["property"]
    if not burned["fires"]:
        return Line("property_whole", True)
    return Line("property_burned", False, {"fires": burned["fires"], "seconds": burned["seconds_burning"]})


def _flag(facts: Facts) -> Line:
    differs = facts["seconds_flag_differs"]
    values = {"seconds": differs, "low": facts["seconds_flag_too_low"]}
    return Line("flag_late" if differs > PROMPT else "flag", differs <= PROMPT, values)
