"""All mistakes of many files, and the list of levels for a menu."""

import os
from collections.abc import Iterable
from pathlib import Path

from game.level.mistake import LevelErrors, Mistake, in_order
from game.level.read import CATALOGUE, SHELF, Reading, read_level
from game.level.schema import Level
from game.level.source import Folder
from game.paths import LEVELS
from game.text.system import name_of


def check(paths: Iterable[Path]) -> list[Mistake]:
    """Every mistake in files and folders: exercises, and places, districts, catalogues and doctrines on their own."""
    return list(in_order(mistake for path in paths for mistake in _in_path(path)))


def list_levels(folder: Path = LEVELS) -> list[Level | LevelErrors]:
    """Every exercise of `folder` by file name: the level, or what is wrong with it."""
    return [_level_or_errors(path) for path in sorted(folder.glob("*.yaml"))]


def _in_path(path: Path) -> list[Mistake]:
    if not os.path.isdir(path):  # which is silent about what may not be looked at; reading it will tell
        return _in_file(path)
    try:
        files = sorted(path.rglob("*.yaml")) if list(path.iterdir()) else []
    except OSError as wrong:
        return [Mistake(str(path), 1, 1, "", "unreadable", {"system": name_of(wrong)})]
    if not files:
        return [Mistake(str(path), 1, 1, "", "no_levels")]
    return [mistake for file in files for mistake in _in_file(file)]


def _in_file(path: Path) -> list[Mistake]:
    try:
        _read(path)
    except LevelErrors as wrong:
        return list(wrong.mistakes)
    return []


def _read(path: Path) -> None:
    name = f"{path.parent.name}/{path.name}"
    kind = CATALOGUE.get(name) or SHELF.get(path.parent.name)
    if kind is None:
        read_level(path)
    else:
        Reading(Folder(path.parent.parent, name)).alone(name, kind)


def _level_or_errors(path: Path) -> Level | LevelErrors:
    try:
        return read_level(path)
    except LevelErrors as wrong:
        return wrong
