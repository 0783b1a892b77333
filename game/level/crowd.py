"""The crowd as its author writes it: groups, when they come, and who speaks for them."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from game.level.grammar import AgencyName, Count, Name, OneOrMore, RoleName, Share, Written
from game.rules.behaviours.behaviour import Behaviour
from game.rules.behaviours.stroll import Stroll
from game.world.names import GroupName, ZoneName
from game.world.quantities import Duration

# What people ask for, and what ends the talking; words under demand.* and red_line.*
Demand = Literal["hear_us", "recount", "revote", "explain_count", "free_detained"]
RedLine = Literal["shields_first", "force_first", "arrest_of_korlap", "no_answer"]


@dataclass(frozen=True, kw_only=True)
class Mood(Written):
    """How a group feels at the start and what it comes back to, where that is not as its role says."""

    anger: Share | None = None
    trust: Share | None = None
    unity: Share | None = None


@dataclass(frozen=True, kw_only=True)
class Arrival(Written):
    """People come one by one from `at` on, within `spread`."""

    at: Duration
    spread: Duration = 0.0


@dataclass(frozen=True, kw_only=True)
class Group(Written):
    """A part of the crowd. It stands `in` zones or `among` another group; who arrives later comes by an exit.

    Without a plan it does as the group it is among, or strolls where it stands.
    """

    role: RoleName
    count: Count
    in_: Annotated[OneOrMore[ZoneName] | None, Field(alias="in")] = None
    among: GroupName | None = None
    mood: Mood = Mood()
    plan: Annotated[list[Behaviour] | None, Field(min_length=1)] = None
    loops: bool = False  # the plan begins again at its end
    arrives: Arrival | None = None


@dataclass(frozen=True, kw_only=True)
class Korlap(Written):
    """The coordinator: one of `group`, what the group demands, what it will not bear, and who can grant what."""

    group: GroupName
    demands: Annotated[list[Demand], Field(min_length=1)]
    red_lines: list[RedLine] = field(default_factory=list)
    can_be_granted: dict[Name, AgencyName] = field(default_factory=dict)  # demand → agency
    heard_in: list[ZoneName] = field(default_factory=list)  # where a delegation is received; none named: anywhere


def plan_of(group: Group, crowd: dict[str, Group]) -> list[Behaviour]:
    """What `group` is about: its own plan, that of the group it is among, or to stroll in its zone."""
    if group.plan is not None:
        return group.plan
    if group.among is not None:
        return plan_of(crowd[group.among], crowd)
    zones = group.in_ or []
    return [Stroll(zones[0] if len(zones) == 1 else None)]
