"""A recording played from its frames: Views at any time, as a running Session would give them."""

import functools
import io
import json
from pathlib import Path
from typing import Any

import numpy as np

from game.level.read import read_texts
from game.level.schema import Level
from game.session import frames, journal
from game.session.head import UNIT_CHANGES, Head
from game.session.journal import UnreadableRecordingError
from game.session.lattice import TURN, Lattice
from game.session.recording import EVENTS
from game.session.scene import Scene
from game.session.view import INSTRUCTOR, RUNNING, Cast, Crowding, Mood, UnitView, View
from game.world.events import Event
from game.world.people import Bools, Floats
from game.world.world import TICKS_PER_SECOND

CHUNKS_KEPT = 16  # unpacked seconds; guess: enough for ×8 without unpacking twice


class Replay:
    """A recording that can be looked at.

    Attributes:
        journal: what its recording.jsonl says.
        length: seconds that can be shown.
        cut: whether a torn tail was left out.
        events: everything that happened, in order.
    """

    def __init__(self, folder: Path) -> None:
        """Open the recording in `folder`.

        Raises:
            UnreadableRecordingError: there is none, it is of another format, or it has no whole second.
        """
        self.journal = journal.read_journal(folder)
        self._path = folder / frames.FILE
        self._content, self._header, self._places, torn = _open_frames(self._path)
        self._lattice = Lattice(self._header["corner"], self._header["step"])
        self._chunk = functools.lru_cache(CHUNKS_KEPT)(self._read_chunk)
        self.events, events_torn = _read_events(folder / EVENTS)
        self.cut = self.journal.cut or self.journal.end is None or torn or events_torn
        self.cast = _cast(self._header["cast"])
        last = self._chunk(len(self._places) - 1)
        self.length = last.head.tick / TICKS_PER_SECOND + (len(last.position) - 1) / self._header["hz"]
        self._seen: dict[str, float] = {}

    @functools.cached_property
    def level(self) -> Level:
        """The level as it was played."""
        header = self.journal.header
        return read_texts(header.texts, header.level)

    def events_until(self, seconds: float) -> tuple[Event, ...]:
        """All that had happened by then."""
        return tuple(event for event in self.events if event.tick < seconds * TICKS_PER_SECOND)

    def view_at(self, seconds: float, seat: str) -> View:
        """What `seat` could know then, with the events since its last view if time went forward."""
        now = min(max(seconds, 0.0), self.length)
        chunk = self._chunk(self._chunk_at(now))
        head = chunk.head
        position, velocity, heading, present = self._between(now)
        sees_all = seat == INSTRUCTOR
        return View(
            seat=seat,
            tick=int(now * TICKS_PER_SECOND),
            seconds=now,
            clock=self._header["starts"] + now,
            flag=head.flag,
            over=now >= self.length,
            cast=self.cast,
            position=position,
            heading=heading,
            velocity=velocity,
            present=present,
            fallen=chunk.fallen,
            hurt=chunk.hurt,
            treated=chunk.treated,
            custody=chunk.custody,
            act=chunk.act,
            acts=tuple(self._header["acts"]),
            pressing=chunk.pressing,
            running=np.hypot(*velocity.T) > RUNNING,
            units=tuple(self._unit(i, unit, seat) for i, unit in enumerate(head.units)),
            scene=self._scene(head, now),
            talks=head.talks,
            arrests=head.arrests,
            events=self._news(now, seat),
            meters=head.meters if sees_all or self._header["meters"] else None,
            crowding=Crowding(*chunk.crowding) if sees_all or self._header["meters"] else None,
            mood=_mood(chunk) if sees_all else None,
            phase=head.phase if sees_all else None,
        )

    def _news(self, now: float, seat: str) -> tuple[Event, ...]:
        before, self._seen[seat] = self._seen.get(seat, 0.0), now
        return tuple(event for event in self.events if before <= event.tick / TICKS_PER_SECOND < now)

    def _chunk_at(self, seconds: float) -> int:
        return min(int(seconds), len(self._places) - 1)

    def _read_chunk(self, index: int) -> frames.Chunk:
        offset, length = self._places[index]
        try:
            return frames.read_chunk(self._content[offset : offset + length], self._header["people"], self._lattice)
        except frames.TornFramesError as wrong:
            raise UnreadableRecordingError("recording.no_frames", file=str(self._path)) from wrong

    def _frame(self, number: int) -> tuple[Floats, Floats, Bools]:
        """Positions, headings and presence in the frame of that number, the last one for later numbers."""
        chunk = self._chunk_of(number)
        row = self._row(number, chunk)
        return chunk.position[row], chunk.heading[row], chunk.present[row]

    def _chunk_of(self, frame: int) -> frames.Chunk:
        return self._chunk(min(frame // self._header["hz"], len(self._places) - 1))

    def _row(self, frame: int, chunk: frames.Chunk) -> int:
        """Which frame of `chunk` it is."""
        hz: int = self._header["hz"]
        return min(frame % hz, len(chunk.position) - 1)

    def _scene(self, head: Head, now: float) -> Scene:
        """What flies, on its way from the latest frame; the rest once a second."""
        hz = self._header["hz"]
        chunk = self._chunk_of(int(now * hz))
        flying, since = chunk.flying[self._row(int(now * hz), chunk)], now * hz % 1.0 / hz
        thrown = flying[:, :3] + flying[:, 3:] * since
        return Scene(
            thrown=thrown,
            fires=np.array(head.fires).reshape(-1, 2),
            jets=head.jets,
            marks=head.marks,
            exits_shut=head.exits_shut,
            crushes=head.crushes,
            gates_shut=head.gates_shut,
            gates_broken=head.gates_broken,
        )

    def _between(self, now: float) -> tuple[Floats, Floats, Floats, Bools]:
        """Positions, velocities and headings on the way from one frame to the next, and who is there."""
        hz = self._header["hz"]
        number, part = int(now * hz), now * hz % 1.0
        place, heading, present = self._frame(number)
        next_place, next_heading, next_present = self._frame(number + 1)
        step = np.where((present & next_present)[:, None], next_place - place, 0.0)
        turn = (next_heading - heading + TURN / 2) % TURN - TURN / 2
        return place + part * step, step * hz, heading + part * turn, present

    def _unit(self, index: int, now: dict[str, Any], seat: str) -> UnitView:
        given = self._header["units"][index]
        tuples = {name: tuple(given[name]) for name in ("postures", "orders", "formations")}
        return UnitView(
            **given
            | tuples
            | {name: now[name] for name in UNIT_CHANGES}
            | {
                "queue": tuple(now["queue"]),
                "centre": tuple(now["centre"]),
                "goal": now["goal"] and tuple(now["goal"]),
                "rows": np.array(now["rows"], dtype=np.int64),
                "slots": np.array(now["slots"]).reshape(-1, 2),
                "mine": given["name"] in self._header["seats"].get(seat, ()),
            }
        )


def _open_frames(path: Path) -> tuple[bytes, dict[str, Any], list[tuple[int, int]], bool]:
    """All bytes, the header, where each chunk lies, and whether a torn one follows."""
    try:
        content = path.read_bytes()
        file = io.BytesIO(content)
        header = frames.read_opening(file)
    except frames.OtherLayoutError as other:
        found, ours = other.args[0], frames.LAYOUT
        raise UnreadableRecordingError("recording.other_layout", file=str(path), found=found, ours=ours) from other
    except (OSError, frames.TornFramesError) as wrong:
        raise UnreadableRecordingError("recording.no_frames", file=str(path)) from wrong
    places, torn = frames.chunk_places(file, len(content))
    if not places:
        raise UnreadableRecordingError("recording.no_frames", file=str(path))
    return content, header, places, torn


def _read_events(path: Path) -> tuple[tuple[Event, ...], bool]:
    """Every whole line, and whether a torn one follows."""
    try:
        lines = path.read_bytes().split(b"\n")
        tail = lines.pop()
        return tuple(Event.read(json.loads(each)) for each in lines), bool(tail)
    except (OSError, ValueError, RecursionError) as wrong:
        raise UnreadableRecordingError("recording.no_frames", file=str(path)) from wrong


def _mood(chunk: frames.Chunk) -> Mood:
    anger, fear, trust, unity = chunk.mood
    return Mood(anger, fear, trust, unity, chunk.hostile)


def _cast(plain: dict[str, Any]) -> Cast:
    return Cast(
        looks=tuple(plain["looks"]),
        look=np.array(plain["look"], dtype=np.int64),
        unit=np.array(plain["unit"], dtype=np.int64),
        units=tuple(plain["units"]),
        groups=tuple(plain["groups"]),
        radius=np.array(plain["radius"]),
        size=np.array(plain["size"]).reshape(-1, 2),
    )
