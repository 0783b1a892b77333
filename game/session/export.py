"""A recording's trajectories in the form of JuPedSim, for pedpy and its like.

SQLite, version 2 of their layout: trajectory_data, frame_data, metadata, geometry. Distances in m; ori is the unit
vector of the heading. People have a row only in frames in which they are there.
"""

import errno
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from game.session.replay import Replay
from game.session.view import INSTRUCTOR, View
from game.session.walkable import walkable

HZ = 8  # 1/s; stack.md 10: 8-10 Hz keeps the files small
MAGIC = b"SQLite format 3\0"  # how such a file begins; sqlite.org/fileformat2
LAYOUT = """
CREATE TABLE trajectory_data (frame INTEGER NOT NULL, id INTEGER NOT NULL,
    pos_x REAL NOT NULL, pos_y REAL NOT NULL, ori_x REAL NOT NULL, ori_y REAL NOT NULL);
CREATE TABLE metadata (key TEXT NOT NULL UNIQUE PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE geometry (hash INTEGER NOT NULL, wkt TEXT NOT NULL);
CREATE TABLE frame_data (frame INTEGER NOT NULL, geometry_hash INTEGER NOT NULL);
CREATE INDEX frame_id_idx ON trajectory_data(frame, id);
"""


class NotOurFileError(Exception):
    """The file is something else than an export; nothing was touched."""


def to_jupedsim(replay: Replay, path: Path, hz: int = HZ) -> None:
    """Write `path` anew, wholly or not at all.

    Raises:
        NotOurFileError: there is a file of another kind.
        OSError: it cannot be written.
    """
    if path.exists() and not _is_export(path):
        raise NotOurFileError(str(path))
    beside = path.with_name(f".{path.name}")
    beside.write_bytes(b"")  # tells better than SQLite why this cannot be
    try:
        _write(replay, beside, hz)
        os.replace(beside, path)
    except sqlite3.OperationalError as wrong:
        full = wrong.sqlite_errorcode == sqlite3.SQLITE_FULL
        raise OSError(errno.ENOSPC if full else errno.EIO, str(wrong)) from wrong
    finally:
        beside.unlink(missing_ok=True)


def _is_export(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(MAGIC)) in (b"", MAGIC)


def _write(replay: Replay, path: Path, hz: int) -> None:
    width, height = replay.level.place.size
    wkt = walkable(replay.level.place)
    key = int.from_bytes(hashlib.sha256(wkt.encode()).digest()[:4])
    frames = range(int(replay.length * hz) + 1)
    with sqlite3.connect(path) as file:
        file.executescript(LAYOUT)
        for frame in frames:
            view = replay.view_at(frame / hz, INSTRUCTOR)
            file.executemany("INSERT INTO trajectory_data VALUES (?, ?, ?, ?, ?, ?)", _rows(frame, view))
        file.executemany("INSERT INTO frame_data VALUES (?, ?)", [(frame, key) for frame in frames])
        file.execute("INSERT INTO geometry VALUES (?, ?)", (key, wkt))
        file.executemany("INSERT INTO metadata VALUES (?, ?)", _metadata(width, height, hz))
    file.close()


def _rows(frame: int, view: View) -> Iterator[tuple[float, ...]]:
    who = np.flatnonzero(view.present)
    x, y = view.position[who].T.tolist()
    ahead = view.heading[who]
    yield from zip([frame] * len(who), who.tolist(), x, y, np.cos(ahead).tolist(), np.sin(ahead).tolist(), strict=True)


def _metadata(width: float, height: float, hz: int) -> list[tuple[str, str]]:
    bounds = {"xmin": 0.0, "xmax": width, "ymin": 0.0, "ymax": height}
    return [("version", "2"), ("fps", str(hz)), *((name, str(float(value))) for name, value in bounds.items())]
