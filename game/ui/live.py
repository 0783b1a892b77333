"""A session whose ticks follow real time, and the record kept of it."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from game.session.recording import Recorder, RecordingCutError
from game.session.session import Session
from game.session.summary import summary_of
from game.session.tally import Moment, Tally
from game.ui.screens.exercise import Exercise
from game.world.world import TICK

MOST_TO_CATCH_UP: Final = 0.25  # s of exercise in one frame: a slow machine is slower, never different


class Record:
    """Writes down `session` in `folder` as long as the disk lets it; the exercise goes on either way."""

    def __init__(self, session: Session, folder: Path | None, clock: Callable[[], float]) -> None:
        """`folder` is None where there is nowhere to write; `clock` gives real seconds."""
        self.session, self._clock, self._began = session, clock, clock()
        self.folder, self._tally = folder, Tally.of(session)
        self._recorder: Recorder | None = None
        if folder is not None:
            self._guard(lambda: self._open(folder))

    @property
    def whole(self) -> bool:
        """Whether all of it has been written so far."""
        return self._recorder is not None

    @property
    def course(self) -> list[Moment]:
        """The square at every full second so far."""
        return self._tally.moments

    def after_tick(self) -> None:
        """Note the tick that has just passed."""
        self._tally.tick(self.session)
        if self.session.at_whole_second:
            self._tally.second(self.session)
        if self._recorder is not None:
            self._guard(self._recorder.after_tick)

    def finish(self, end: str) -> dict[str, Any]:
        """Close the recording, `end` being over or left; gives the summary."""
        recorder = self._recorder
        if recorder is not None:
            self._guard(lambda: self._close(recorder, end))
        return summary_of(self.session, self._tally, end, self._clock() - self._began)

    def _open(self, folder: Path) -> None:
        self._recorder = Recorder(self.session, folder, self._clock)

    def _close(self, recorder: Recorder, end: str) -> None:
        with recorder:
            recorder.finish(end)

    def _guard(self, write: Callable[[], None]) -> None:
        """A full disk ends the record, not the exercise."""
        try:
            write()
        except (OSError, RecordingCutError):
            self._recorder = None


class Live:
    """Gives `session` the ticks that real time asks for, and `page` what came of them."""

    def __init__(self, session: Session, page: Exercise, record: Record) -> None:
        self.session, self.page, self.record = session, page, record
        self._owed = 0.0  # s of exercise
        _set_aside_what_stays()

    def advance(self, seconds: float) -> None:
        """Let `seconds` of real time pass."""
        self._owed = min(self._owed + self.page.rate * seconds, MOST_TO_CATCH_UP)
        while self._owed >= TICK and not self.session.over:
            self.session.tick()
            self.record.after_tick()
            self._owed -= TICK
        self.page.pan(seconds)
        self.page.show(self.session.view(self.page.desk.seat), self._owed / TICK)
        if self.session.over:
            self.page.wish = "over"


def _set_aside_what_stays() -> None:
    """Spare the collector what an exercise begins with: to look through it took 90 ms of a frame; measured."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
