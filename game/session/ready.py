"""What a tick needs compiled is made ready beside the menu: the first tick on a new machine takes ten seconds."""

import threading
from pathlib import Path

from game.level.read import read_level
from game.session.session import Session
from game.world.world import TICKS_PER_SECOND


def make_ready(path: Path) -> threading.Thread:
    """Play the first second of the level in `path` on a thread of its own, and throw it away; gives the thread.

    It reads the level for itself and shares nothing with what is played: results cannot depend on it.
    """
    thread = threading.Thread(target=_play_a_second, args=(path,), name="ready")
    thread.start()
    return thread


def _play_a_second(path: Path) -> None:
    session = Session(read_level(path))
    for _ in range(TICKS_PER_SECOND):
        session.tick()
