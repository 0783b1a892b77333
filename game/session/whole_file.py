"""A file that ends at a whole record, whatever happens to the disk or to us."""

import os
from pathlib import Path
from typing import Self


class WholeFile:
    """Bytes are kept until :meth:`flush`, which writes all of them or none."""

    def __init__(self, path: Path) -> None:
        """Begin `path` anew; raises OSError."""
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o644)
        self._kept: list[bytes] = []
        self._whole = 0  # bytes of the file that are whole records

    def add(self, record: bytes) -> None:
        """Keep `record` for the next flush."""
        self._kept.append(record)

    def flush(self) -> None:
        """Hand what is kept to the system: a killed process loses none of it.

        Raises:
            OSError: the disk is full or gone; the file then ends where it ended before.
        """
        block, self._kept = b"".join(self._kept), []
        try:
            _write_all(self._file, block)
        except OSError:
            os.ftruncate(self._file, self._whole)  # shortening needs no space
            raise
        self._whole += len(block)

    def __enter__(self) -> Self:
        """Use it in a `with`."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: object) -> None:
        """Close the file; what is not flushed is dropped."""
        os.close(self._file)


def _write_all(file: int, block: bytes) -> None:
    """os.write may write a part only; then the next call tells why."""
    rest = memoryview(block)
    while rest:
        rest = rest[os.write(file, rest) :]


def replace_file(path: Path, content: bytes) -> None:
    """Give `path` this content wholly or leave it as it was; raises OSError."""
    beside = path.with_name(f".{path.name}")
    try:
        with WholeFile(beside) as new:
            new.add(content)
            new.flush()
        os.replace(beside, path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
