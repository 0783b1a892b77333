"""What the system says went wrong with a file, in our languages."""

import errno
import os

from game.text import known, say


def name_of(wrong: OSError) -> str:
    """What a record of `wrong` keeps: ENOSPC; an error without a number keeps its own words."""
    return errno.errorcode.get(wrong.errno or 0, str(wrong))


def words_of(name: str, language: str) -> str:
    """The words for what :func:`name_of` gave; for one we have no words for, those of the system."""
    if known(f"system.{name}"):
        return say(f"system.{name}", language=language)
    number = getattr(errno, name, None)
    return name if number is None else os.strerror(number)
