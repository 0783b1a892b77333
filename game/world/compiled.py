"""Loops over people that are compiled: numba behind two names, so that its settings stand in one place.

Numpy alone took 1.5 times what JuPedSim takes for the same walk; compiled, a person at a time, a fifth of that, and an
eighth since loops are written into each other and eight headings reckoned at once; measured.
"""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

import numba

Function = TypeVar("Function", bound=Callable[..., object])

SOURCES = Path(__file__).resolve().parent.parent  # the package: machine code is made of its files
CACHE = SOURCES / "__pycache__"
KEPT = 4  # latest states of the sources whose machine code is kept: an older one may still be running; guess


def folder(sources: Path = SOURCES, cache: Path = CACHE) -> Path:
    """Where in the `cache` machine code of these very `sources` is kept; that of all but the latest is thrown away.

    Numba alone looks whether the file of a loop has changed, not those of the loops it calls: after an update of one of
    them it would go on as before, and the same seed would no more be the same run.
    """
    digest = hashlib.sha256()
    for source in sorted(sources.rglob("*.py")):
        digest.update(source.read_bytes())
    mine = cache / f"compiled-{digest.hexdigest()[:16]}"
    others = sorted((other for other in cache.glob("compiled-*") if other != mine), key=_made_at)
    for old in others[: -KEPT + 1]:
        shutil.rmtree(old, ignore_errors=True)
    return mine


def _made_at(made: Path) -> float:
    try:
        return made.stat().st_mtime
    except OSError:  # another start has just thrown it away
        return 0.0


numba.config.CACHE_DIR = str(folder())  # type: ignore[attr-defined]  # made when it is imported


def compiled(function: Function) -> Function:
    """`function` as machine code, made at the first call and kept for the next start.

    Without fast arithmetic and threads: same input, same bits. Where no folder can be written, nothing is kept.
    """
    try:
        return cast(Function, numba.njit(cache=True, nogil=True, error_model="numpy")(function))
    except RuntimeError:  # numba found no folder for its cache
        return cast(Function, numba.njit(nogil=True, error_model="numpy")(function))


def inlined(function: Function) -> Function:
    """`function` written into the compiled ones that call it, where handing over what they share costs more than it."""
    return cast(Function, numba.njit(nogil=True, error_model="numpy", forceinline=True)(function))
