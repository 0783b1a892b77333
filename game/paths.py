"""Where assets and levels lie, and where the user's own files go."""

import errno
import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def data_folder() -> Path:
    """The folder that holds `assets/` and `levels/`.

    `$SISPAMKOTA_DATA` if set; else the copy inside an installed wheel; else the checkout, for an editable install
    carries no copy.
    """
    if named := os.environ.get("SISPAMKOTA_DATA"):
        return Path(named).expanduser().resolve()
    packed = PACKAGE / "_data"
    return packed if packed.is_dir() else PACKAGE.parent


def user_folder(*parts: str) -> Path:
    """The user's own folder, or one inside it such as `user_folder("recordings")`; it exists afterwards.

    Raises:
        OSError: it cannot be made: no permission, disk full, no home.
    """
    folder = _shared_data_home().joinpath("sispamkota", *parts)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _shared_data_home() -> Path:
    """Where this system wants programs to keep a user's data."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or _home() / "AppData" / "Roaming")
    if sys.platform == "darwin":
        return _home() / "Library" / "Application Support"
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    return named if named.is_absolute() else _home() / ".local" / "share"  # XDG: a relative path is to be ignored


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError as none:  # a service account without a home
        raise FileNotFoundError(errno.ENOENT, str(none)) from none


ASSETS = data_folder() / "assets"
LEVELS = data_folder() / "levels"
