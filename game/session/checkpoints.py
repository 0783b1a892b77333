"""One exact World per simulated minute: ``checkpoints/000060.npz`` is the World at second 60.

A plain npz: each array of the World's state under its dotted name, and under ``plain`` the rest as JSON in UTF-8 bytes.
"""

import io
import json
import struct
import zipfile
import zlib
from pathlib import Path

import numpy as np

from game.session.whole_file import replace_file
from game.world.state import State, load, save
from game.world.world import REBUILD_EVERY, TICKS_PER_SECOND, World

PLAIN = "plain"

# All that numpy, zipfile and json may say to spoiled bytes.
TORN = (
    *(OSError, EOFError, ValueError, TypeError, KeyError, AttributeError, IndexError),
    *(RuntimeError, zipfile.BadZipFile, zlib.error, struct.error),
)


class TornCheckpointError(Exception):
    """A file that is no checkpoint, or not a whole one."""


def is_due(world: World) -> bool:
    """Whether `world` is at a tick from which it can be continued bit for bit."""
    return world.tick % REBUILD_EVERY == 0


def write_checkpoint(folder: Path, world: World) -> None:
    """Save `world` in `folder`; raises OSError, and then leaves no part of it."""
    state = save(world)
    plain = np.frombuffer(json.dumps(state.plain).encode(), dtype=np.uint8)
    packed = io.BytesIO()
    np.savez_compressed(packed, allow_pickle=False, **{PLAIN: plain}, **state.arrays)
    replace_file(folder / f"{world.tick // TICKS_PER_SECOND:06d}.npz", packed.getvalue())


def load_checkpoint(path: Path, world: World) -> None:
    """Make `world`, built from the same level, what was saved at `path`; raises TornCheckpointError."""
    try:
        load(world, _read(path))
    except TORN as wrong:
        raise TornCheckpointError(str(path)) from wrong


def _read(path: Path) -> State:
    with np.load(path, allow_pickle=False) as saved:
        arrays = {name: saved[name] for name in saved.files if name != PLAIN}
        return State(json.loads(saved[PLAIN].tobytes()), arrays)


def checkpoint_before(folder: Path, seconds: float) -> Path | None:
    """The latest checkpoint in `folder` at or before `seconds`."""
    return max((path for path in folder.glob("*.npz") if seconds_of(path) <= seconds), key=seconds_of, default=None)


def seconds_of(path: Path) -> int:
    """Simulated seconds at which the checkpoint was taken."""
    return int(path.stem)
