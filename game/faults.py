"""A fault of ours, written down for those who can repair it."""

import datetime
import os
import platform
import sys
import tempfile
import traceback
from pathlib import Path

from game.paths import user_folder


def save_report(fault: BaseException) -> Path:
    """Write down what went wrong, in the user's folder or else in a temporary one; gives the file."""
    text = "".join(traceback.format_exception(fault))
    about = f"{' '.join(sys.argv)}\nPython {platform.python_version()} {platform.platform()}\n\n"
    name = f"fault-{datetime.datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    try:
        path = user_folder("reports") / name
        path.write_text(about + text, encoding="utf-8")
    except OSError:
        path = Path(tempfile.gettempdir()) / name
        path.write_text(about + text, encoding="utf-8")
    return path
