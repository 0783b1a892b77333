"""`run`: one exercise without a window."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter
from cyclopts.validators import Number
from rich.console import Console
from rich.progress import Progress

from game.cli.outcome import Exit, RefusalError
from game.cli.signals import stop_signals
from game.cli.words import answer, complain, language, tell, words
from game.paths import LEVELS
from game.text import say
from game.text.system import name_of

if TYPE_CHECKING:
    from game.level.schema import Level
    from game.session.commanders.commander import Commander
    from game.session.recording import Recorder
    from game.session.session import Session

MARKS = {True: "[+]", False: "[-]", None: "[ ]"}  # good, not good, neither

Positive = Annotated[float, Parameter(validator=Number(gt=0))]


def run(
    level: str,
    /,
    *,
    out: Path,
    seed: Annotated[int | None, Parameter(validator=Number(gte=0))] = None,
    seconds: Positive | None = None,
    commander: str | None = None,
    orders: Path | None = None,
    frames_hz: Literal[1, 2, 3, 5, 6, 10, 15, 30] = 5,
) -> int:
    """Satu latihan tanpa jendela, lebih cepat dari waktu nyata. / One exercise without a window, as fast as it goes.

    Args:
        level: Berkas level, atau namanya. / A level file, or its name.
        out: Folder rekaman. / Folder of the recording.
        seed: Benih acak; bawaan dari level. / Seed of chance; else the level's.
        seconds: Paling lama, detik simulasi. / At most so many simulated seconds.
        commander: Komandan: diam, tenang, buku, keras. / Commander: diam, tenang, buku, keras.
        orders: Berkas perintah, JSON Lines. / File of orders, JSON Lines.
        frames_hz: Gambar per detik dalam rekaman. / Frames per second in the recording.
    """
    from game.level.read import read_level

    path = level_path(level)
    return rehearse_level(read_level(path), Rehearsal(out, seed, seconds, commander, orders, frames_hz))


@dataclass(frozen=True)
class Rehearsal:
    """What is asked of a run."""

    out: Path
    seed: int | None = None
    seconds: float | None = None
    commander: str | None = None
    orders: Path | None = None
    frames_hz: int = 5


def level_path(named: str) -> Path:
    """A level file, or a shipped level by its name."""
    from game.level.mistake import suggestion

    if Path(named).name != named or os.path.lexists(named):
        return Path(named)
    shipped = {path.stem: path for path in sorted(LEVELS.glob("*.yaml"))}
    name = named.removesuffix(".yaml")
    if name not in shipped:
        hint = suggestion(name, shipped)
        raise RefusalError("no_level", Exit.WRONG_INPUT, name=named, known=", ".join(shipped), **hint)
    return shipped[name]


def rehearse_level(level: "Level", asked: Rehearsal) -> int:
    """Run `level` as asked and say how it went."""
    from game.session.headless import rehearse
    from game.session.orders import Orders, read_orders
    from game.session.session import Session
    from game.world.world import TICKS_PER_SECOND

    commanders = [stock_commander(asked.commander, level)] if asked.commander else []
    orders = Orders(read_orders(asked.orders, level.seats) if asked.orders else ())
    session = Session(level, asked.seed)
    orders.prepare(session)
    until = asked.seconds or level.limits.time
    with stop_signals() as stop, _recorder(session, asked) as recorder, progress(until) as advance:
        for second in rehearse(session, commanders, orders, recorder, asked.seconds or float("inf")):
            advance(second)
            if stop:
                break
        summary = recorder.finish("over" if session.over else "interrupted" if stop else "time")
    _report(summary, asked.out)
    if orders.left:
        tell("orders_left", count=len(orders.left), second=orders.left[0].tick / TICKS_PER_SECOND)
    return _exit_of(stop)


def _exit_of(stop: list[int]) -> Exit:
    """How a run that was perhaps told to stop has ended."""
    if not stop:
        return Exit.DONE
    if stop[0] == signal.SIGINT:
        return Exit.CTRL_C
    complain(words("stopped"))
    return Exit.CUT_SHORT


def stock_commander(name: str, level: "Level") -> "Commander":
    """The stock commander of that name, in the trainee's seat."""
    from game.level.mistake import suggestion
    from game.session.commanders.commander import Commander

    kind = Commander.words.get(name)
    if kind is None:
        known = sorted(Commander.words)
        hint = suggestion(name, known)
        raise RefusalError("no_commander", Exit.WRONG_USAGE, name=name, known=", ".join(known), **hint)
    seat = next(seat for seat, given in level.seats.items() if given.played_by == "trainee")
    return kind(seat)  # type: ignore[call-arg, return-value]


def _recorder(session: "Session", asked: Rehearsal) -> "Recorder":
    from game.session.recording import Recorder

    try:
        return Recorder(session, asked.out, time.perf_counter, asked.frames_hz)
    except OSError as wrong:
        raise RefusalError("cannot_record", folder=str(asked.out), system=name_of(wrong)) from wrong


@contextmanager
def progress(until: float | None) -> Iterator[Callable[[float], None]]:
    """A bar of simulated seconds, on a terminal only; without an end where none is known."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda second: None
        return
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words("running"), total=until)
        yield lambda second: bar.update(task, completed=second)


def _report(summary: dict[str, Any], out: Path) -> None:
    tell(
        "ran",
        phase=summary["final_phase"],
        highest=summary["highest_threat"],
        final=summary["final_threat"],
        flag=summary["final_flag"],
        civilians=summary["hurt"]["civilians"],
        officers=summary["hurt"]["officers"],
        factor=summary["real_time_factor"] or 0.0,
        folder=str(out),
    )
    for line in (*summary["hard_fails"], *summary["lines"]):
        answer(f"{MARKS[line['good']]} {say('verdict.' + line['code'], line['values'], language.get())}")
