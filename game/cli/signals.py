"""Being told to stop, by the keyboard or by the system."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

STOP = ("SIGINT", "SIGTERM", "SIGHUP")  # Ctrl-C, the system shuts down, the terminal is closed


@contextmanager
def stop_signals() -> Iterator[list[int]]:
    """Being told to stop fills the list instead of tearing a tick in two; a second time does as ever."""
    told: list[int] = []
    before: dict[int, Any] = {}  # signal → what was to be done at it

    def note(number: int, _frame: FrameType | None) -> None:
        told.append(number)
        restore()

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    for number in (getattr(signal, name) for name in STOP if hasattr(signal, name)):
        if signal.getsignal(number) != signal.SIG_IGN:  # as nohup asks
            before[number] = signal.getsignal(number)
            signal.signal(number, note)
    try:
        yield told
    finally:
        restore()


@contextmanager
def interruptible() -> Iterator[None]:
    """Ctrl-C raises KeyboardInterrupt, so that what is half written can be put away; else it just ends the process."""
    before = signal.getsignal(signal.SIGINT)
    if before != signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
