"""recording.jsonl, the truth of a run in one file: from it alone the run can be made again.

One JSON object per line: first ``{"header": …}``, then ``{"tick", "seat", "do": {word: fields}}`` for each command from
outside, ``{"tick", "hash"}`` at each whole second, and at last ``{"tick", "end", "hash"}``.
"""

import importlib.metadata
import json
import platform
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from game.level.schema import Level
from game.session.session import BEFORE
from game.text.system import name_of
from game.world.world import Command

FORMAT = 1
FILE = "recording.jsonl"


@dataclass(frozen=True)
class RecordedFile:
    """A file that was read for the level, as it was then."""

    path: str
    sha256: str
    text: str


@dataclass(frozen=True)
class Header:
    """What a run began with."""

    level: str  # path of the exercise among `files`
    seed: int
    files: tuple[RecordedFile, ...]
    versions: dict[str, str]
    frames_hz: int
    format: int = FORMAT

    @property
    def texts(self) -> dict[str, str]:
        """Path → text of each file."""
        return {file.path: file.text for file in self.files}


@dataclass(frozen=True)
class Given:
    """A command from outside and the tick at which it was taken."""

    tick: int
    seat: str
    command: Command


@dataclass(frozen=True)
class Journal:
    """All that a recording.jsonl says."""

    header: Header
    given: tuple[Given, ...]
    hashes: dict[int, str]  # tick → state hash, also that of the end
    end: str | None  # how it ended; None when the end is missing
    cut: bool  # whether a torn line was left out

    @property
    def last_tick(self) -> int:
        """The last tick of which the state is noted."""
        return max(self.hashes, default=0)


class UnreadableRecordingError(Exception):
    """A recording that cannot be used; `code` and `values` name a sentence of assets/text."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code, values)
        self.code, self.values = code, values


def header_of(level: Level, seed: int, frames_hz: int) -> Header:
    """What a run of `level` begins with on this machine."""
    files = tuple(RecordedFile(file.path, file.sha256, file.text) for file in level.files)
    return Header(files[0].path, seed, files, versions(), frames_hz)


def versions() -> dict[str, str]:
    """What may change the bits of a run."""
    named = {"game": "sispamkota", "numpy": "numpy", "scipy": "scipy", "pymunk": "pymunk"}
    return {"python": platform.python_version(), "machine": platform.machine()} | {
        name: importlib.metadata.version(package) for name, package in named.items()
    }


def line(record: dict[str, Any]) -> bytes:
    """`record` as one line."""
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


def header_line(header: Header) -> bytes:
    """The first line."""
    return line({"header": asdict(header)})


def given_line(given: Given) -> bytes:
    """The line of a command."""
    return line({"tick": given.tick, "seat": given.seat, "do": given.command.plain()})


def read_journal(folder: Path) -> Journal:
    """What the recording in `folder` says, up to its last whole line.

    Raises:
        UnreadableRecordingError: no recording, another format, or torn elsewhere than at its end.
    """
    records, cut = _records(folder)
    header = _header(folder, records)
    try:
        given = tuple(Given(_tick(r), str(r["seat"]), Command.read(r["do"])) for r in records if "do" in r)
        hashes = {_tick(r): str(r["hash"]) for r in records if "hash" in r}
    except (KeyError, TypeError, ValueError) as wrong:
        raise UnreadableRecordingError("recording.broken", folder=str(folder)) from wrong
    return Journal(header, given, hashes, records[-1].get("end"), cut)


def _tick(record: dict[str, Any]) -> int:
    tick = record["tick"]
    if type(tick) is not int or tick < BEFORE:
        raise ValueError(tick)
    return tick


def _records(folder: Path) -> tuple[list[dict[str, Any]], bool]:
    try:
        lines = (folder / FILE).read_bytes().split(b"\n")
    except (FileNotFoundError, NotADirectoryError) as missing:
        raise UnreadableRecordingError("recording.missing", folder=str(folder)) from missing
    except OSError as wrong:
        raise UnreadableRecordingError("recording.unreadable", folder=str(folder), system=name_of(wrong)) from wrong
    tail = lines.pop()  # what follows the last newline: nothing, or a torn line
    try:
        records = [json.loads(each) for each in lines]
    except (ValueError, RecursionError) as torn:
        raise UnreadableRecordingError("recording.broken", folder=str(folder)) from torn
    if not all(isinstance(record, dict) for record in records):
        raise UnreadableRecordingError("recording.broken", folder=str(folder))
    return records, bool(tail)


def _header(folder: Path, records: list[dict[str, Any]]) -> Header:
    if not records or not isinstance(plain := records[0].get("header"), dict):
        raise UnreadableRecordingError("recording.broken", folder=str(folder))
    if plain.get("format") != FORMAT:
        found = str(plain.get("versions", {}).get("game", "?"))
        raise UnreadableRecordingError(
            "recording.other_format", folder=str(folder), found=found, ours=versions()["game"]
        )
    try:
        return Header(**plain | {"files": tuple(RecordedFile(**file) for file in plain["files"])})
    except (KeyError, TypeError) as wrong:
        raise UnreadableRecordingError("recording.broken", folder=str(folder)) from wrong
