"""`bench`: the speed table of this machine."""

import json
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter
from cyclopts.validators import Number
from rich.console import Console
from rich.table import Table

from game.cli.outcome import Exit
from game.cli.words import answer, words

if TYPE_CHECKING:
    from game.bench import Timing


Size = Annotated[int, Parameter(validator=Number(gte=100))]  # the officers take 80


def bench(*sizes: Size, json_: bool = False) -> int:
    """Tabel kecepatan mesin ini. / The speed table of this machine.

    Args:
        sizes: Banyaknya orang; bawaan: 300 1000 3000 5000. / How many people; else 300 1000 3000 5000.
        json_: Jawaban sebagai JSON. / The answer as JSON.
    """
    from game.bench import SIZES, measure

    timings = [measure(size) for size in sizes or SIZES]
    if json_:
        answer(json.dumps([_plain(timing) for timing in timings], indent=1))
    else:
        Console().print(_table(timings))
    return Exit.DONE


def _plain(timing: "Timing") -> dict[str, object]:
    steps = {
        name: {"median_ms": round(timing.median(name), 3), "p95_ms": round(timing.p95(name), 3)}
        for name in timing.milliseconds
    }
    return {"people": timing.people, "real_time_factor": round(timing.real_time_factor, 2), "steps": steps}


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
