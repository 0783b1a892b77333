"""A Recording is what a Session leaves: a folder that says all of it, second by second."""

import json
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, Self

from game.session import checkpoints, frames, journal, series
from game.session.claim import claimed
from game.session.head import UNIT_GIVEN
from game.session.lattice import Lattice
from game.session.session import Session
from game.session.summary import summary_of
from game.session.tally import Tally
from game.session.view import INSTRUCTOR, View, view_of
from game.session.whole_file import WholeFile, replace_file
from game.text.system import name_of
from game.world.world import TICKS_PER_SECOND

EVENTS = "events.jsonl"
SERIES = "series.csv"
SUMMARY = "summary.json"
CHECKPOINTS = "checkpoints"
SCREENSHOT = "screenshot.png"
FRAMES_HZ = 5  # 1/s; product.md
OURS = (journal.FILE, frames.FILE, EVENTS, SERIES, SUMMARY, CHECKPOINTS, SCREENSHOT)


class NotOurFolderError(Exception):
    """The folder holds something that is no recording; nothing was touched."""


class RecordingCutError(Exception):
    """Recording had to stop, as when the disk is full; what was recorded is whole. Why, as :func:`name_of` says."""


def make_room(folder: Path) -> None:
    """An older recording in `folder` is gone afterwards, and there is a place for checkpoints.

    Raises:
        NotOurFolderError: it holds something else.
        OSError: it cannot be emptied.
    """
    if any(entry.name not in OURS for entry in folder.iterdir()):
        raise NotOurFolderError(str(folder))
    for checkpoint in (folder / CHECKPOINTS).glob("*.npz"):
        checkpoint.unlink()
    for name in set(OURS) - {CHECKPOINTS}:
        (folder / name).unlink(missing_ok=True)
    (folder / CHECKPOINTS).mkdir(exist_ok=True)


class Recorder:
    """Writes down a Session while it runs: call :meth:`after_tick` after each tick and :meth:`finish` at the end.

    Everything is handed to the system each simulated second, so a killed process loses no more than that.
    """

    def __init__(self, session: Session, folder: Path, clock: Callable[[], float], frames_hz: int = FRAMES_HZ) -> None:
        """Record `session`, at its first tick, in `folder`; `clock` gives real seconds.

        Raises:
            NotOurFolderError, OSError: see :func:`make_room`; BlockingIOError where somebody else is recording.
            RecordingCutError: see :meth:`after_tick`.
        """
        self.folder, self.session = folder, session
        self._clock, self._began = clock, clock()
        self._every = TICKS_PER_SECOND // frames_hz  # ticks between frames
        self._given = 0  # commands written
        self._lattice = Lattice.over(session.world.ground.size)
        self._tally = Tally.of(session)
        with ExitStack() as files:
            self._open(files)
            self._begin(frames_hz)
            self._files = files.pop_all()

    def _open(self, files: ExitStack) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        files.enter_context(claimed(self.folder))
        make_room(self.folder)
        self._events, self._series, self._frames, self._journal = (
            files.enter_context(WholeFile(self.folder / name)) for name in (EVENTS, SERIES, frames.FILE, journal.FILE)
        )

    def _begin(self, frames_hz: int) -> None:
        """Write down what there is before the first tick."""
        header = journal.header_of(self.session.level, self.session.seed, frames_hz)
        self._journal.add(journal.header_line(header))
        self._take_commands()
        self._series.add(series.heading().encode())
        self._frames.add(frames.opening(self._frames_header(frames_hz)))
        self._guard(self._whole_second)

    def after_tick(self) -> None:
        """Write down the tick that has just passed. Raises RecordingCutError."""
        world = self.session.world
        self._take_commands()
        for event in self.session.happened:
            self._events.add(journal.line(event.plain()))
        self._tally.tick(self.session)
        if world.tick % TICKS_PER_SECOND == 0:
            self._frames.add(self._second.packed())
            self._tally.second(self.session)
            self._guard(self._whole_second)
        elif world.tick % self._every == 0:
            self._add_frame()

    def finish(self, end: str) -> dict[str, Any]:
        """Note the end, which is over, time, interrupted or left; gives the summary.

        Raises:
            RecordingCutError: see :meth:`after_tick`.
        """
        world = self.session.world
        summary = summary_of(self.session, self._tally, end, self._clock() - self._began)
        self._frames.add(self._second.packed())
        self._journal.add(journal.line({"tick": world.tick, "end": end, "hash": summary["state_hash"]}))
        self._guard(self._flush)
        self._guard(lambda: replace_file(self.folder / SUMMARY, json.dumps(summary, indent=1).encode()))
        return summary

    def _take_commands(self) -> None:
        for tick, seat, command in self.session.given[self._given :]:
            self._journal.add(journal.given_line(journal.Given(tick, seat, command)))
        self._given = len(self.session.given)

    def _whole_second(self) -> None:
        """Note the state, hand everything over, and begin the next second's frames."""
        world = self.session.world
        self._series.add(series.rows(world).encode())
        self._journal.add(journal.line({"tick": world.tick, "hash": self.session.state_hash()}))
        self._flush()
        if checkpoints.is_due(world):
            checkpoints.write_checkpoint(self.folder / CHECKPOINTS, world)
        self._second = frames.Second(self._look())
        self._add_frame()

    def _flush(self) -> None:
        for file in (self._events, self._series, self._frames, self._journal):
            file.flush()

    def _guard(self, write: Callable[[], None]) -> None:
        try:
            write()
        except OSError as full:
            raise RecordingCutError(name_of(full)) from full

    def _add_frame(self) -> None:
        world = self.session.world
        people = world.people
        self._second.add(self._lattice, people.position, people.heading, people.present, world.missiles)

    def _look(self) -> View:
        """What the instructor sees, without taking news that a screen waits for."""
        return view_of(self.session.world, self.session.cast, INSTRUCTOR, (), True, self.session.over)

    def _frames_header(self, frames_hz: int) -> dict[str, Any]:
        world, view = self.session.world, self._look()
        cast, lattice = view.cast, self._lattice
        return {
            "people": len(world.people),
            "hz": frames_hz,
            "corner": lattice.corner,
            "step": lattice.step,
            "starts": world.starts,
            "meters": self.session.level.aids.meters,
            "acts": view.acts,
            "seats": {name: seat.units for name, seat in world.seats.items()},
            "cast": {
                "looks": cast.looks,
                "look": cast.look.tolist(),
                "unit": cast.unit.tolist(),
                "units": cast.units,
                "groups": cast.groups,
                "radius": cast.radius.tolist(),
                "size": cast.size.tolist(),
            },
            "units": [{name: getattr(unit, name) for name in UNIT_GIVEN} for unit in view.units],
        }

    def __enter__(self) -> Self:
        """Use it in a `with`: whatever happens inside, what was recorded is whole."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: object) -> None:
        """Hand over what is still kept, and close."""
        if not isinstance(fault, RecordingCutError):
            with suppress(OSError):
                self._flush()
        self._files.close()
