"""One exercise held by one commander, without a window and without a record; and many of them beside each other."""

import multiprocessing
import signal
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from game.level.read import read_level
from game.level.schema import Level
from game.session.commanders.commander import Commander
from game.session.headless import ask
from game.session.session import Session
from game.session.summary import summary_of
from game.session.tally import Tally
from game.world.causes import CAUSES, FEELINGS
from game.world.world import World

AT_ONCE = 2  # processes, one per core of the smallest machine we promise


@dataclass(frozen=True)
class Run:
    """What is to be held."""

    level: Path
    commander: str
    seed: int
    seconds: float  # at most


def held(run: Run) -> dict[str, Any]:
    """The run's summary, with what moved the crowd's feelings under ``causes``."""
    began = time.perf_counter()
    level = read_level(run.level)
    session = Session(level, run.seed)
    tally = _play(session, _commander(level, run.commander), run.seconds)
    summary = summary_of(session, tally, "over" if session.over else "time", time.perf_counter() - began)
    return summary | {"commander": run.commander, "seed": run.seed, "causes": causes(session.world)}


def causes(world: World) -> dict[str, dict[str, float]]:
    """Feeling → cause → how far it moved the mean of all civilians since the start."""
    moved = world.causes.sums[world.people.civilian].mean(axis=0)
    return {
        feeling: {cause: round(float(moved[i, j]), 4) for j, cause in enumerate(CAUSES) if moved[i, j] != 0.0}
        for i, feeling in enumerate(FEELINGS)
    }


def hold_all(runs: Iterable[Run]) -> Iterator[dict[str, Any]]:
    """Summaries as they come in, in any order; leaving the loop ends what still runs."""
    with multiprocessing.get_context("spawn").Pool(AT_ONCE, _leave_ctrl_c_to_the_parent) as pool:
        yield from pool.imap_unordered(held, list(runs))


def mean(runs: list[dict[str, Any]], *path: str) -> float:
    """The mean of a number in the summaries, found by the names along `path`; NaN without any."""
    found = [_at(run, path) for run in runs]
    return float(np.mean(found)) if found else float("nan")


def _at(run: dict[str, Any], path: tuple[str, ...]) -> float:
    value: Any = run
    for name in path:
        value = value[name]
    return float(value)


def _play(session: Session, commander: Commander, seconds: float) -> Tally:
    tally = Tally.of(session)
    while not session.over and session.world.seconds < seconds:
        if session.at_whole_second:
            ask(session, [commander])
        session.tick()
        tally.tick(session)
        if session.at_whole_second:
            tally.second(session)
    return tally


def _commander(level: Level, name: str) -> Commander:
    seat = next(seat for seat, given in level.seats.items() if given.played_by == "trainee")
    return Commander.words[name](seat)  # type: ignore[call-arg, return-value]


def _leave_ctrl_c_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
