"""A recording's trajectories in the form of JuPedSim, for pedpy and its like.

SQLite, version 2 of their layout: trajectory_data, frame_data, metadata, geometry. Distances in m; ori is the unit
vector of the heading. People have a row only in frames in which they are there.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from game.session.replay import Replay
from game.session.view import INSTRUCTOR, View
from game.world.people import Floats

HZ = 8  # 1/s; stack.md 10: 8-10 Hz keeps the files small
LAYOUT = """
CREATE TABLE trajectory_data (frame INTEGER NOT NULL, id INTEGER NOT NULL,
    pos_x REAL NOT NULL, pos_y REAL NOT NULL, ori_x REAL NOT NULL, ori_y REAL NOT NULL);
CREATE TABLE metadata (key TEXT NOT NULL UNIQUE PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE geometry (hash INTEGER NOT NULL, wkt TEXT NOT NULL);
CREATE TABLE frame_data (frame INTEGER NOT NULL, geometry_hash INTEGER NOT NULL);
CREATE INDEX frame_id_idx ON trajectory_data(frame, id);
"""


def to_jupedsim(replay: Replay, path: Path, hz: int = HZ) -> None:
    """Write `path` anew, wholly or not at all. Raises OSError or sqlite3.Error."""
    beside = path.with_name(f".{path.name}")
    beside.unlink(missing_ok=True)
    try:
        _write(replay, beside, hz)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _write(replay: Replay, path: Path, hz: int) -> None:
    wkt = walkable(replay)
    key = int.from_bytes(hashlib.sha256(wkt.encode()).digest()[:4])
    views = [replay.view_at(number / hz, INSTRUCTOR) for number in range(int(replay.length * hz) + 1)]
    with sqlite3.connect(path) as file:
        file.executescript(LAYOUT)
        for frame, view in enumerate(views):
            file.executemany("INSERT INTO trajectory_data VALUES (?, ?, ?, ?, ?, ?)", _rows(frame, view))
        file.executemany("INSERT INTO frame_data VALUES (?, ?)", [(frame, key) for frame in range(len(views))])
        file.execute("INSERT INTO geometry VALUES (?, ?)", (key, wkt))
        file.executemany("INSERT INTO metadata VALUES (?, ?)", _metadata(replay, hz))
    file.close()


def _rows(frame: int, view: View) -> Iterator[tuple[float, ...]]:
    who = np.flatnonzero(view.present)
    x, y = view.position[who].T.tolist()
    ahead = view.heading[who]
    yield from zip([frame] * len(who), who.tolist(), x, y, np.cos(ahead).tolist(), np.sin(ahead).tolist(), strict=True)


def _metadata(replay: Replay, hz: int) -> list[tuple[str, str]]:
    width, height = replay.level.place.size
    bounds = {"xmin": 0.0, "xmax": width, "ymin": 0.0, "ymax": height}
    return [("version", "2"), ("fps", str(hz)), *((name, str(float(value))) for name, value in bounds.items())]


def walkable(replay: Replay) -> str:
    """The ground as well-known text: the whole square, without its buildings and walls."""
    width, height = replay.level.place.size
    square = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=float)
    return f"POLYGON ({_ring(square)})"


def _ring(corners: Floats) -> str:
    closed = np.vstack([corners, corners[:1]])
    return "(" + ", ".join(f"{x:.3f} {y:.3f}" for x, y in closed) + ")"
