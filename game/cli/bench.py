"""`bench`: the speed of this machine, step by step, or beside other engines."""

import json
import math
import os
import sys
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter
from cyclopts.validators import Number
from rich.console import Console
from rich.table import Table

from game.cli.display import has_display
from game.cli.outcome import Exit
from game.cli.words import answer, words

if TYPE_CHECKING:
    from game.bench.rounds import Contest
    from game.bench.steps import Timing
    from game.bench.window import Frames

PARTS = ("ticks", "draw", "show", "whole")  # of a frame

Size = Annotated[int, Parameter(validator=Number(gte=100, lte=10_000))]  # the officers take 80; the room holds 10,000


def bench(*sizes: Size, peers: bool = False, window: bool = False, json_: bool = False) -> int:
    """Tabel kecepatan mesin ini. / The speed table of this machine.

    Args:
        sizes: Banyaknya orang; bawaan: 300 1000 3000 5000, dengan --peers: 500 1000 2000 5000 10000, dengan
            --window: 1000 3000. / How many people; else 300 1000 3000 5000, with --peers 500 1000 2000 5000 10000,
            with --window 1000 3000.
        peers: Bandingkan dengan mesin kerumunan lain yang terpasang. / Compare with other crowd engines installed.
        window: Lama setiap gambar di jendela, sambil latihan berjalan. / How long each frame of the window takes
            while the exercise goes on.
        json_: Jawaban sebagai JSON. / The answer as JSON.
    """
    if window:
        return _window(sizes, json_)
    return _peers(sizes, json_) if peers else _steps(sizes, json_)


def _steps(sizes: tuple[int, ...], as_json: bool) -> int:
    from game.bench.steps import SIZES, measure

    timings = [measure(size) for size in sizes or SIZES]
    if as_json:
        answer(json.dumps([_plain(timing) for timing in timings], indent=1))
    else:
        Console().print(_table(timings))
    return Exit.DONE


def _peers(sizes: tuple[int, ...], as_json: bool) -> int:
    from game.bench.engines import missing
    from game.bench.rounds import SIZES, contest, peak_memory

    contests = [contest(size) for size in sizes or SIZES]
    most = contests[-1].people
    memory = peak_memory(most)
    if as_json:
        answer(json.dumps({"contests": [_plain_contest(each) for each in contests], "peak_mb": memory}, indent=1))
        return Exit.DONE
    Console().print(_peers_table(contests))
    if memory is not None:
        answer(words("bench.memory", people=most, mb=round(memory)))
    if absent := missing():
        answer(words("bench.missing", names=", ".join(absent)))
    return Exit.DONE


def _window(sizes: tuple[int, ...], as_json: bool) -> int:
    if not has_display():
        sys.stderr.write(words("bench.no_display") + "\n")  # the answer may be read as JSON
        os.environ["SDL_VIDEODRIVER"] = "dummy"
    from game.bench.window import SIZES, watch

    watched = [watch(size) for size in sizes or SIZES]
    if as_json:
        answer(json.dumps([_plain_frames(frames) for frames in watched], indent=1))
    else:
        Console().print(_window_table(watched))
    return Exit.DONE


def _plain_frames(frames: "Frames") -> dict[str, object]:
    parts = {
        part: {"median_ms": round(frames.percentile(part, 50), 2), "p95_ms": round(frames.percentile(part, 95), 2)}
        for part in PARTS
    }
    return {"people": frames.people, "frames": len(frames.whole), "parts": parts}


def _window_table(watched: "list[Frames]") -> Table:
    """Parts of a frame down, sizes across: median / 95th percentile in ms."""
    table = Table(title=words("bench.window"))
    table.add_column(words("bench.part"))
    for frames in watched:
        table.add_column(str(frames.people), justify="right")
    for part in PARTS:
        told = (f"{frames.percentile(part, 50):.1f} / {frames.percentile(part, 95):.1f}" for frames in watched)
        table.add_row(words(f"bench.part.{part}"), *told)
    return table


def _plain(timing: "Timing") -> dict[str, object]:
    steps = {
        name: {"median_ms": round(timing.median(name), 3), "p95_ms": round(timing.p95(name), 3)}
        for name in timing.milliseconds
    }
    return {"people": timing.people, "real_time_factor": round(timing.real_time_factor, 2), "steps": steps}


def _plain_contest(contest: "Contest") -> dict[str, object]:
    engines = {
        name: None  # it gave up
        if math.isnan(contest.median(name))
        else {"ms_per_s": round(contest.median(name), 2), "ratio": round(contest.ratio(name), 3)}
        for name in contest.milliseconds
    }
    return {"people": contest.people, "real_time_factor": round(contest.real_time_factor, 2), "engines": engines}


def _table(timings: "list[Timing]") -> Table:
    """Steps down, sizes across: median / 95th percentile in ms."""
    table = Table(title=words("bench.title"))
    table.add_column(words("bench.step"))
    for timing in timings:
        table.add_column(str(timing.people), justify="right")
    for name in timings[0].milliseconds:
        table.add_row(name, *(f"{timing.median(name):.2f} / {timing.p95(name):.2f}" for timing in timings))
    table.add_row(words("bench.factor"), *(f"{timing.real_time_factor:.1f}×" for timing in timings))
    return table


def _peers_table(contests: "list[Contest]") -> Table:
    """Engines down, sizes across: ms per simulated second, and how many times ours that is."""
    table = Table(title=words("bench.peers"))
    table.add_column(words("bench.engine"))
    for contest in contests:
        table.add_column(str(contest.people), justify="right")
    for name in contests[0].milliseconds:
        table.add_row(name, *(_against_ours(contest, name) for contest in contests))
    table.add_row(words("bench.factor"), *(f"{contest.real_time_factor:.1f}×" for contest in contests))
    return table


def _against_ours(contest: "Contest", engine: str) -> str:
    if math.isnan(contest.median(engine)):
        return words("bench.gave_up")
    return f"{contest.median(engine):.0f} ({contest.ratio(engine):.2f}×)"
