"""Runs a recording again from its own texts and says whether it comes out the same."""

from collections.abc import Iterator
from pathlib import Path

from game.level.build import build
from game.level.read import read_texts
from game.session.checkpoints import TornCheckpointError, checkpoint_before, load_checkpoint, seconds_of
from game.session.journal import Journal, UnreadableRecordingError
from game.session.orders import Orders
from game.session.recording import CHECKPOINTS
from game.session.session import Session
from game.world.world import TICKS_PER_SECOND


def again(folder: Path, journal: Journal, since: float = 0.0) -> Iterator[tuple[float, bool]]:
    """Run the recording again; gives, for each recorded hash, the second and whether the state is the same.

    Starts from the latest checkpoint at or before second `since`, or from the first tick if that is 0.

    Raises:
        UnreadableRecordingError: the checkpoint cannot be read.
    """
    session = session_at(folder, journal, since)
    fresh = session.world.tick == 0
    orders = Orders(given for given in journal.given if fresh or given.tick >= session.world.tick)
    orders.prepare(session)
    while session.world.tick <= journal.last_tick:
        if recorded := journal.hashes.get(session.world.tick):
            yield session.world.tick / TICKS_PER_SECOND, session.state_hash() == recorded
        orders.submit_due(session)
        session.tick()


def session_at(folder: Path, journal: Journal, seconds: float) -> Session:
    """A Session of the recorded level, standing at its latest checkpoint at or before `seconds`."""
    header = journal.header
    level = read_texts(header.texts, header.level)
    world = build(level, header.seed)
    if seconds > 0 and (path := checkpoint_before(folder / CHECKPOINTS, seconds)) and seconds_of(path):
        try:
            load_checkpoint(path, world)
        except TornCheckpointError as torn:
            raise UnreadableRecordingError("recording.checkpoint", file=str(path)) from torn
    return Session(level, header.seed, world)
