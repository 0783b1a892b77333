"""The commands of `sispamkota`, thin: each reads what was typed, calls the rooms below, and says how it went."""

import os
import sys
from collections.abc import Sequence
from importlib.metadata import version

from cyclopts import App, CycloptsError, Parameter

from game.cli.bench import bench
from game.cli.check import check
from game.cli.export import export
from game.cli.outcome import Exit, outcome_of
from game.cli.play import play
from game.cli.replay import replay
from game.cli.run import run
from game.cli.usage import told
from game.cli.words import choose_language, complain, refuse_missing_texts, words

app = App(
    name="sispamkota",
    help="Latihan Sistem Pengamanan Kota. / Rehearsal of a city security system.",
    help_epilogue="--lang id|en: bahasa jawaban / language of the answers.",
    version=version("sispamkota"),
    default_parameter=Parameter(negative=()),
    print_error=False,
    exit_on_error=False,
    suppress_keyboard_interrupt=False,
    result_action="return_value",
)
for command in (play, run, check, replay, export, bench):
    app.command(command)


def main(tokens: Sequence[str] | None = None) -> None:
    """Run the command in `tokens`, else what was typed; leaves with the exit codes of :class:`Exit`."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # our answers are ours alone
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace")  # a terminal without an ö gets a question mark, not a fault of ours
    refuse_missing_texts()
    sys.exit(outcome_of(lambda: _run(list(sys.argv[1:] if tokens is None else tokens))))


def _run(tokens: list[str]) -> int | None:
    try:
        rest = choose_language(tokens)
    except ValueError as unknown:
        complain(words("unknown_language", got=str(unknown)))
        return Exit.WRONG_USAGE
    try:
        code: int | None = app(rest)
    except CycloptsError as wrong:
        complain(told(wrong))
        return Exit.WRONG_USAGE
    return code
