"""frames.bin: what could be seen, to be played without running the rules again.

Layout, little-endian::

    "SPKF"  uint16 layout  uint32 length  header: that many bytes of JSON
    then per simulated second:  uint32 length  that many bytes, zlib of one chunk, readable by itself

A chunk is, for n people and f frames (``hz`` of them, fewer in the last chunk)::

    uint32 length  JSON: {"tick", "frames": f, "square": {flag, over, phase, meters}, "units": […]}
    uint16 (3, f, n)      x, y in steps of `step` m from `corner`, heading in 1/65536 turn; along the frames as
                          differences modulo 65536, the first frame against 0
    bits   (f, n)         present, packed, each frame filled up to whole bytes
    uint8  (4, n)         anger, fear, trust, unity in 1/255, once per second
    bits   (3, n)         fallen, hostile, pressing, each filled up to whole bytes
    int8   (n,)           act, index into the header's `acts`, -1 none

Differences are taken modulo 65536, so that a leap of any length comes back exactly.
"""

import json
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

import numpy as np

from game.session.lattice import Lattice, Steps
from game.session.view import UnitView, View
from game.world.people import Bools, Floats, Ints

FILE = "frames.bin"
MAGIC = b"SPKF"
LAYOUT = 1
COMPRESSION = 1  # zlib level; measured: 6 is 8 % smaller and takes three times as long


class TornFramesError(Exception):
    """Bytes that are no frames, or another layout of them."""


@dataclass(frozen=True)
class Chunk:
    """One second as it was seen."""

    tick: int  # of the first frame
    square: dict[str, Any]
    units: list[dict[str, Any]]
    position: Floats  # (f, n, 2) m
    heading: Floats  # (f, n) rad
    present: Bools  # (f, n)
    mood: Floats  # (4, n) anger, fear, trust, unity
    fallen: Bools  # (n,)
    hostile: Bools  # (n,)
    pressing: Bools  # (n,)
    act: Ints  # (n,)


@dataclass
class Second:
    """A chunk in the making: the view at its first tick and the frames so far."""

    first: View  # as the instructor sees it
    steps: list[Steps]  # (3, n) each
    present: list[Bools]  # (n,) each

    def add(self, lattice: Lattice, position: Floats, heading: Floats, present: Bools) -> None:
        """Add a frame."""
        self.steps.append(lattice.steps(position, heading))
        self.present.append(present.copy())

    def packed(self) -> bytes:
        """The chunk with its length before it."""
        block = zlib.compress(b"".join(self._parts()), COMPRESSION)
        return struct.pack("<I", len(block)) + block

    def _parts(self) -> Iterator[bytes]:
        head = json.dumps(self._head()).encode()
        yield struct.pack("<I", len(head)) + head
        yield np.diff(np.stack(self.steps, 1), axis=1, prepend=np.uint16(0)).tobytes()
        yield np.packbits(np.stack(self.present), axis=1).tobytes()
        mood = self.first.mood
        assert mood is not None  # the instructor sees all
        felt = np.stack([mood.anger, mood.fear, mood.trust, mood.unity])
        yield np.rint(felt * 255).astype(np.uint8).tobytes()
        yield np.packbits(np.stack([self.first.fallen, mood.hostile, self.first.pressing]), axis=1).tobytes()
        yield self.first.act.astype(np.int8).tobytes()

    def _head(self) -> dict[str, Any]:
        view = self.first
        meters = view.meters and vars(view.meters)
        square = {"flag": view.flag, "over": view.over, "phase": view.phase, "meters": meters}
        units = [_unit_plain(unit) for unit in view.units]
        return {"tick": view.tick, "frames": len(self.steps), "square": square, "units": units}


# What of a UnitView never changes is in the header, the rest in each chunk; `mine` depends on who looks.
UNIT_GIVEN = ("name", "label", "type", "type_label", "agency", "roster", "postures", "orders", "formations")
UNIT_CHANGES = ("strength", "posture", "formation", "task", "queue", "in_air", "centre", "facing", "goal")


def _unit_plain(unit: UnitView) -> dict[str, Any]:
    plain = {name: getattr(unit, name) for name in UNIT_CHANGES}
    return plain | {"rows": unit.rows.tolist(), "slots": np.round(unit.slots, 2).tolist()}


def opening(header: dict[str, Any]) -> bytes:
    """The first bytes of the file."""
    block = json.dumps(header).encode()
    return MAGIC + struct.pack("<HI", LAYOUT, len(block)) + block


def read_opening(file: BinaryIO) -> dict[str, Any]:
    """The header; `file` then stands at the first chunk. Raises TornFramesError."""
    start = file.read(10)
    if len(start) < 10 or start[:4] != MAGIC or struct.unpack("<H", start[4:6])[0] != LAYOUT:
        raise TornFramesError
    try:
        header = json.loads(file.read(struct.unpack("<I", start[6:])[0]))
    except (ValueError, RecursionError) as torn:
        raise TornFramesError from torn
    if not isinstance(header, dict):
        raise TornFramesError
    return header


def chunk_places(file: BinaryIO, size: int) -> tuple[list[tuple[int, int]], bool]:
    """(offset, length) of each whole chunk from where `file` stands, and whether a torn one follows."""
    places: list[tuple[int, int]] = []
    while len(word := file.read(4)) == 4:
        offset, length = file.tell(), struct.unpack("<I", word)[0]
        if offset + length > size:
            return places, True
        places.append((offset, length))
        file.seek(length, 1)
    return places, bool(word)


def read_chunk(block: bytes, count: int, lattice: Lattice) -> Chunk:
    """The chunk of `count` people in `block`, the bytes after its length. Raises TornFramesError."""
    try:
        return _unpack(zlib.decompress(block), count, lattice)
    except (zlib.error, struct.error, ValueError, KeyError, TypeError, RecursionError) as torn:
        raise TornFramesError from torn


def _unpack(raw: bytes, n: int, lattice: Lattice) -> Chunk:
    length = struct.unpack_from("<I", raw)[0]
    head = json.loads(raw[4 : 4 + length])
    f, rest = head["frames"], memoryview(raw)[4 + length :]
    row = (n + 7) // 8  # bytes of n bits
    ends = np.cumsum([6 * f * n, f * row, 4 * n, 3 * row, n])
    moves, present, mood, bits, act = (rest[a:b] for a, b in zip([0, *ends[:-1]], ends, strict=True))
    steps = np.cumsum(np.frombuffer(moves, "<u2").reshape(3, f, n), axis=1, dtype=np.uint16)
    fallen, hostile, pressing = _bits(bits, 3, n)
    return Chunk(
        tick=head["tick"],
        square=head["square"],
        units=head["units"],
        position=lattice.place(steps),
        heading=lattice.heading(steps),
        present=_bits(present, f, n),
        mood=np.frombuffer(mood, np.uint8).reshape(4, n) / 255.0,
        fallen=fallen,
        hostile=hostile,
        pressing=pressing,
        act=np.frombuffer(act, np.int8).astype(np.int64),
    )


def _bits(packed: memoryview, rows: int, n: int) -> Bools:
    """(rows, n) of rows filled up to whole bytes."""
    return np.unpackbits(np.frombuffer(packed, np.uint8).reshape(rows, (n + 7) // 8), axis=1, count=n).astype(np.bool_)
