"""How a command ends: its exit code, and one sentence in place of any traceback."""

import enum
import os
import sys
from collections.abc import Callable

from game.cli.words import UnansweredError, complain, language, words
from game.faults import save_report


class Exit(enum.IntEnum):
    """The exit codes of product.md."""

    DONE = 0
    WRONG_INPUT = 1
    WRONG_USAGE = 2
    CUT_SHORT = 3
    DIFFERS = 4
    OUR_FAULT = 5
    CTRL_C = 130


class RefusalError(Exception):
    """A command that cannot do what is asked; `code` and `values` name the sentence ``cli.<code>``."""

    def __init__(self, code: str, exit_code: Exit = Exit.WRONG_INPUT, **values: object) -> None:
        super().__init__(code, values)
        self.code, self.exit_code, self.values = code, exit_code, values


def outcome_of(command: Callable[[], int | None]) -> int:
    """Run `command`; whatever happens becomes a sentence and an exit code."""
    try:
        return int(command() or Exit.DONE)
    except RefusalError as refusal:
        complain(words(refusal.code, **refusal.values))
        return refusal.exit_code
    except KeyboardInterrupt:
        return Exit.CTRL_C
    except BrokenPipeError:  # as in `sispamkota check | head`: nobody reads on
        _drop_answers()
        return Exit.DONE
    except UnansweredError as untold:
        _drop_answers()
        complain(words("not_answered", system=untold.system))
        return Exit.CUT_SHORT
    except Exception as fault:
        return _explained(fault)


def _drop_answers() -> None:
    """What is still kept for the output goes nowhere, or Python would stumble over it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _explained(fault: Exception) -> int:
    """What the rooms below raise, known by name: nothing is imported here that may itself be broken."""
    match type(fault).__name__, fault.args:
        case "LevelErrors", _:
            complain(fault.tell(language.get()))  # type: ignore[attr-defined]
        case "UnreadableRecordingError", (code, values):
            complain(words(code, **values))
        case "NotOurFolderError", (folder,):
            complain(words("not_our_folder", folder=folder))
        case "RecordingCutError", (system,):
            complain(words("recording_cut", system=system))
            return Exit.CUT_SHORT
        case _:
            complain(_sorry(fault))
            return Exit.OUR_FAULT
    return Exit.WRONG_INPUT


def _sorry(fault: Exception) -> str:
    try:
        return words("our_fault", report=str(save_report(fault)))
    except OSError:  # as when every disk is full
        return words("our_fault_untold", fault=repr(fault))
