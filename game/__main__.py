"""`python -m game` and the `sispamkota` command: a sound installation first, then the commands of `game.cli`."""

import os
import signal
from types import FrameType

CTRL_C = 130  # exit code; product.md


def main() -> None:
    """Run the command line of this process; leaves with the exit codes of `game.cli`."""
    _leave_at_ctrl_c()
    from game.guard import refuse_clashing_pygame

    refuse_clashing_pygame()
    from game.cli import main as run_command  # only now, since it may import pygame

    run_command()


def _leave_at_ctrl_c() -> None:
    """Ctrl-C ends the process at once, until a command minds it.

    A KeyboardInterrupt may be raised in the middle of a library that swallows it or makes another fault of it.
    """

    def leave(_number: int, _frame: FrameType | None) -> None:
        os._exit(CTRL_C)

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else ignored, as nohup asks
        signal.signal(signal.SIGINT, leave)


if __name__ == "__main__":
    main()
