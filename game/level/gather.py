"""The crowd's rows of People: body, disposition, mood, when each comes, and who speaks for them."""

import numpy as np

from game.level.crowd import Arrival, Korlap
from game.level.schema import Level
from game.rules.kinds import BEHAVIOURS
from game.world.catalogue import Normal, Range, Role
from game.world.people import Floats, Ints, People
from game.world.talks import Talks
from game.world.world import TICKS_PER_SECOND, Group

STANDING = Arrival(at=0.0)
KORLAP = "korlap"  # the role of who speaks for a group


def gather(people: People, level: Level, groups: tuple[Group, ...], talks: Talks | None) -> None:
    """Give the rows of each group body, disposition, mood and plan; the coordinator those of a coordinator."""
    roles = {role.name: role for role in level.catalogue.roles}
    for index, group in enumerate(groups):
        role, rows = roles[group.role], group.rows
        people.group[rows] = index
        people.behaviour[rows] = BEHAVIOURS.index(group.plan[0].word)
        speaks = np.zeros(len(rows), dtype=np.bool_) if talks is None else rows == talks.korlap
        _cast(people, level, rows[~speaks], role)
        _cast(people, level, rows[speaks], roles.get(KORLAP, role))
        for feeling in ("anger", "trust", "unity"):
            start = _feeling(level, group, role, feeling)
            getattr(people, feeling)[rows] = getattr(people, f"{feeling}_base")[rows] = start


def talks_of(people: People, korlap: Korlap, groups: tuple[Group, ...]) -> Talks:
    """Nobody has talked yet; the most expressive of the group will speak for it."""
    rows = next(group.rows for group in groups if group.name == korlap.group)
    speaker = int(rows[people.expressiveness[rows].argmax()])
    rooms = tuple(map(str, korlap.heard_in))
    return Talks(speaker, tuple(korlap.demands), tuple(korlap.red_lines), dict(korlap.can_be_granted), rooms)


def arrive(people: People, level: Level, groups: tuple[Group, ...], rng: np.random.Generator) -> None:
    """Say when each civilian comes; who comes later is not there yet."""
    at, spread = np.zeros(len(people)), np.zeros(len(people))
    for group in groups:
        arrival = level.crowd[group.name].arrives or STANDING
        at[group.rows], spread[group.rows] = arrival.at, arrival.spread
    ticks = np.ceil((at + spread * rng.uniform(size=len(people))) * TICKS_PER_SECOND)
    present_from(people, np.arange(len(people)), ticks.astype(np.int64))


def present_from(people: People, rows: Ints, ticks: Ints) -> None:
    """`rows` (k,) are there from `ticks` (k,) on."""
    people.arrives[rows] = ticks
    people.present[rows] = ticks == 0


def _cast(people: People, level: Level, rows: Ints, role: Role) -> None:
    """Make a `role`'s body and disposition of what was drawn for `rows`."""
    people.role[rows] = level.catalogue.roles.index(role)
    for trait in ("radius", "predisposition", "risk_aversion", "expressiveness", "openness"):
        drawn, span = getattr(people, trait), getattr(role, trait)
        drawn[rows] = _within(span, drawn[rows])
    for trait in ("mass", "free_speed", "threshold"):
        drawn, spread = getattr(people, trait), getattr(role, trait)
        drawn[rows] = _around(spread, drawn[rows])


def _within(span: Range, drawn: Floats) -> Floats:
    return span.low + (span.high - span.low) * drawn


def _around(spread: Normal, drawn: Floats) -> Floats:
    return np.clip(spread.mean + spread.sd * drawn, spread.low, spread.high)


def _feeling(level: Level, group: Group, role: Role, feeling: str) -> float:
    """As the level says, else as the role does."""
    said: float | None = getattr(level.crowd[group.name].mood, feeling)
    usual: float = getattr(role, feeling)
    return usual if said is None else said
