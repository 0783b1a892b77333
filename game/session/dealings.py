"""What is known of dealings with people: the conversation with the coordinator, and who is held and why."""

from dataclasses import dataclass

from game.world.custody import Arrest, Outcome
from game.world.talks import Promise, Stage, Standing, Talks
from game.world.world import TICK, World


@dataclass(frozen=True)
class PromiseView:
    """Something that was given one's word for."""

    what: str
    to: str
    due: float  # s
    kept: bool | None  # None until it is settled


@dataclass(frozen=True)
class TalksView:
    """Where the conversation stands, as far as the negotiators have been told."""

    korlap: int  # row of the coordinator
    standing: Standing
    since: float  # s
    unit: str  # who talks with the coordinator
    demands: tuple[str, ...]
    red_lines: tuple[str, ...]
    crossed: tuple[str, ...]  # of the red lines known
    asked: tuple[str, ...]  # offers whose granter has not answered yet; an offer is named "what:to"
    granted: tuple[str, ...]  # offers somebody has stood up for
    denied: tuple[str, ...]  # offers nobody would stand up for
    refused: tuple[str, ...]  # offers the coordinator has turned down
    counter: str  # the offer the coordinator asked for instead, "" for none
    promises: tuple[PromiseView, ...]
    delegates: tuple[int, ...]  # rows
    stage: Stage  # what the delegates are about
    rooms: tuple[str, ...]  # zones in which a delegation is heard
    received: int  # delegates heard inside so far


@dataclass(frozen=True)
class ArrestView:
    """One person taken: what a report of it must say."""

    person: int  # row
    unit: str
    officer: str
    act: str  # what was seen, "" for no evidence
    taken: float  # s
    handed_over: float | None  # s
    injured: bool
    ill_treated: bool
    outcome: Outcome


def talks_of(world: World) -> TalksView | None:
    """The conversation; None in a level that has no coordinator."""
    return None if world.talks is None else _talks(world.talks)


def arrests_of(world: World) -> tuple[ArrestView, ...]:
    """Everyone taken so far, in order."""
    return tuple(_arrest(arrest) for arrest in world.arrests)


def _talks(talks: Talks) -> TalksView:
    return TalksView(
        korlap=talks.korlap,
        standing=talks.standing,
        since=talks.since * TICK,
        unit=talks.unit,
        demands=tuple(each for each in talks.demands if each in talks.heard),
        red_lines=tuple(each for each in talks.red_lines if each in talks.heard),
        crossed=tuple(each for each in talks.crossed if each in talks.heard),
        asked=tuple(talks.asked),
        granted=tuple(talks.granted),
        denied=tuple(talks.denied),
        refused=tuple(talks.refused),
        counter=talks.counter,
        promises=tuple(_promise(promise) for promise in talks.promises),
        delegates=tuple(talks.delegates),
        stage=talks.stage,
        rooms=talks.rooms,
        received=talks.received,
    )


def _promise(promise: Promise) -> PromiseView:
    return PromiseView(promise.what, promise.to, promise.due * TICK, promise.kept)


def _arrest(arrest: Arrest) -> ArrestView:
    return ArrestView(
        person=arrest.person,
        unit=arrest.unit,
        officer=arrest.officer,
        act=arrest.act,
        taken=arrest.taken * TICK,
        handed_over=None if arrest.handed_over is None else arrest.handed_over * TICK,
        injured=arrest.injured,
        ill_treated=arrest.ill_treated,
        outcome=arrest.outcome,
    )
