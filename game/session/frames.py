"""frames.bin: what could be seen, to be played without running the rules again.

Layout, little-endian::

    "SPKF"  uint16 layout  uint32 length  header: that many bytes of JSON
    then per simulated second:  uint32 length  that many bytes, zlib of one chunk, readable by itself

A chunk is, for n people and f frames (``hz`` of them, fewer in the last chunk)::

    uint32 length  JSON: a Head, see head.py
    uint16 (3, f, n)      x, y in steps of `step` m from `corner`, heading in 1/65536 turn; along the frames as
                          differences modulo 65536, the first frame against 0
    bits   (f, n)         present, packed, each frame filled up to whole bytes
    uint8  (4, n)         anger, fear, trust, unity in 1/255, once per second
    uint8  (3, n)         density, crowd pressure and force, in steps of CROWDING
    bits   (6, n)         fallen, hurt, treated, custody, hostile, pressing, each filled up to whole bytes
    int8   (n,)           act, index into the header's `acts`, -1 none
    uint16 (f,)           k, how many things fly in each frame
    float32 (sum k, 6)    x, y, z in m and their velocity in m/s, frame by frame

Differences are taken modulo 65536, so that a leap of any length comes back exactly. What flies goes along with its
velocity, since the one that lands leaves no row to tell the others by.
"""

import json
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

import numpy as np

from game.session import head
from game.session.head import Head
from game.session.lattice import Lattice, Steps
from game.session.view import View
from game.world.air import Missiles
from game.world.people import Bools, Floats, Ints

FILE = "frames.bin"
MAGIC = b"SPKF"
LAYOUT = 3
CROWDING = (0.05, 0.001, 20.0)  # people/m², 1/s² and N of one step; 255 of them is as much or more
COMPRESSION = 1  # zlib level; measured: 6 is 8 % smaller and takes three times as long


class TornFramesError(Exception):
    """Bytes that are no frames."""


class OtherLayoutError(TornFramesError):
    """Frames of another layout, whose number it carries."""


@dataclass(frozen=True)
class Chunk:
    """One second as it was seen."""

    head: Head
    position: Floats  # (f, n, 2) m
    heading: Floats  # (f, n) rad
    present: Bools  # (f, n)
    mood: Floats  # (4, n) anger, fear, trust, unity
    crowding: Floats  # (3, n) people/m², 1/s², N
    fallen: Bools  # (n,)
    hurt: Bools  # (n,)
    treated: Bools  # (n,)
    custody: Bools  # (n,)
    hostile: Bools  # (n,)
    pressing: Bools  # (n,)
    act: Ints  # (n,)
    flying: list[Floats]  # (k, 6) m and m/s in each frame


@dataclass
class Second:
    """A chunk in the making: the view at its first tick and the frames so far."""

    first: View  # as the instructor sees it
    steps: list[Steps] = field(default_factory=list)  # (3, n) each
    present: list[Bools] = field(default_factory=list)  # (n,) each
    flying: list[Floats] = field(default_factory=list)  # (k, 6) m and m/s each

    def add(self, lattice: Lattice, position: Floats, heading: Floats, present: Bools, missiles: Missiles) -> None:
        """Add a frame."""
        self.steps.append(lattice.steps(position, heading))
        self.present.append(present.copy())
        self.flying.append(np.hstack([missiles.position, missiles.velocity]))

    def packed(self) -> bytes:
        """The chunk with its length before it."""
        block = zlib.compress(b"".join(self._parts()), COMPRESSION)
        return struct.pack("<I", len(block)) + block

    def _parts(self) -> Iterator[bytes]:
        words = head.written(head.head_of(self.first, len(self.steps)))
        yield struct.pack("<I", len(words)) + words
        yield np.diff(np.stack(self.steps, 1), axis=1, prepend=np.uint16(0)).tobytes()
        yield np.packbits(np.stack(self.present), axis=1).tobytes()
        view, mood, crowding = self.first, self.first.mood, self.first.crowding
        assert mood is not None  # the instructor sees all
        assert crowding is not None
        felt = np.stack([mood.anger, mood.fear, mood.trust, mood.unity])
        yield np.rint(felt * 255).astype(np.uint8).tobytes()
        close = np.stack([crowding.density, crowding.pressure, crowding.force]) / np.array(CROWDING)[:, None]
        yield np.minimum(np.rint(close), 255).astype(np.uint8).tobytes()
        bits = [view.fallen, view.hurt, view.treated, view.custody, mood.hostile, view.pressing]
        yield np.packbits(np.stack(bits), axis=1).tobytes()
        yield view.act.astype(np.int8).tobytes()
        yield np.array([len(each) for each in self.flying], "<u2").tobytes()
        yield np.concatenate(self.flying).astype("<f4").tobytes()


def opening(header: dict[str, Any]) -> bytes:
    """The first bytes of the file."""
    block = json.dumps(header).encode()
    return MAGIC + struct.pack("<HI", LAYOUT, len(block)) + block


def read_opening(file: BinaryIO) -> dict[str, Any]:
    """The header; `file` then stands at the first chunk. Raises TornFramesError, OtherLayoutError."""
    start = file.read(10)
    if len(start) < 10 or start[:4] != MAGIC:
        raise TornFramesError
    if (layout := struct.unpack("<H", start[4:6])[0]) != LAYOUT:
        raise OtherLayoutError(layout)
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
    words, rest = head.read(raw[4 : 4 + length]), memoryview(raw)[4 + length :]
    f = words.frames
    row = (n + 7) // 8  # bytes of n bits
    ends = np.cumsum([6 * f * n, f * row, 4 * n, 3 * n, 6 * row, n, 2 * f])
    moves, present, mood, close, bits, act, counts = (rest[a:b] for a, b in zip([0, *ends[:-1]], ends, strict=True))
    steps = np.cumsum(np.frombuffer(moves, "<u2").reshape(3, f, n), axis=1, dtype=np.uint16)
    fallen, hurt, treated, custody, hostile, pressing = _bits(bits, 6, n)
    return Chunk(
        head=words,
        position=lattice.place(steps),
        heading=lattice.heading(steps),
        present=_bits(present, f, n),
        mood=np.frombuffer(mood, np.uint8).reshape(4, n) / 255.0,
        crowding=np.frombuffer(close, np.uint8).reshape(3, n) * np.array(CROWDING)[:, None],
        fallen=fallen,
        hurt=hurt,
        treated=treated,
        custody=custody,
        hostile=hostile,
        pressing=pressing,
        act=np.frombuffer(act, np.int8).astype(np.int64),
        flying=_flying(rest[ends[-1] :], np.frombuffer(counts, "<u2")),
    )


def _flying(block: memoryview, counts: Ints) -> list[Floats]:
    """(k, 6) for each k of `counts` (f,)."""
    rows = np.frombuffer(block, "<f4").astype(np.float64).reshape(int(counts.sum()), 6)
    return np.split(rows, np.cumsum(counts)[:-1])


def _bits(packed: memoryview, rows: int, n: int) -> Bools:
    """(rows, n) of rows filled up to whole bytes."""
    return np.unpackbits(np.frombuffer(packed, np.uint8).reshape(rows, (n + 7) // 8), axis=1, count=n).astype(np.bool_)
