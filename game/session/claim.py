"""One recording at a time in a folder: two runs into the same one would take each other's files."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def claimed(folder: Path) -> Iterator[None]:
    """While this lasts nobody else can claim `folder`; the system ends it with the process, however that ends.

    Raises:
        BlockingIOError: somebody else has claimed it.
    """
    if sys.platform == "win32":  # where a file that is open cannot be removed, which tells the second run the same
        yield
        return
    place = os.open(folder, os.O_RDONLY)
    try:
        _lock(place)
        yield
    finally:
        os.close(place)


def _lock(place: int) -> None:
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise
        except OSError:
            return  # a file system that knows no locks
