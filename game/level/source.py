"""Where the files of a level come from: a folder, or the texts that a recording kept."""

import os
from pathlib import Path
from typing import Protocol

from game.level.document import LARGEST_FILE
from game.paths import LEVELS


class Source(Protocol):
    """Files by their name below the levels folder: ``places/kantor-kpu.yaml``."""

    def shown(self, name: str) -> str:
        """What to call the file when speaking of it."""

    def content(self, name: str) -> bytes:
        """Its bytes, one more than is allowed at most; raises OSError."""

    def names(self, folder: str) -> list[str]:
        """Which files `folder` has, without their ending."""


class Folder:
    """A folder of the user's; what it lacks is taken from the shipped levels, but never the file asked for itself."""

    def __init__(self, folder: Path, asked: str) -> None:
        """Look in `folder` first, for `asked` only there."""
        self.folders, self.asked = (folder, LEVELS), asked

    def shown(self, name: str) -> str:
        return str(self._file(name))

    def content(self, name: str) -> bytes:
        file = self._file(name)
        if file.exists() and not file.is_file():
            raise IsADirectoryError(file)  # or a pipe, which could keep us waiting
        with file.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)

    def names(self, folder: str) -> list[str]:
        files = (file for root in self.folders for file in _files(root / folder) if _stays_in(root, file))
        return sorted({file.stem for file in files})

    def _file(self, name: str) -> Path:
        files = [folder / name for folder in self.folders]
        return files[0] if name == self.asked else next(filter(os.path.exists, files), files[0])


class Texts:
    """Name → text, as a recording keeps them."""

    def __init__(self, texts: dict[str, str]) -> None:
        """Read from `texts` alone: what the shipped levels say today is another matter."""
        self.texts = texts

    def shown(self, name: str) -> str:
        return name

    def content(self, name: str) -> bytes:
        if name not in self.texts:
            raise FileNotFoundError(name)
        return self.texts[name].encode()

    def names(self, folder: str) -> list[str]:
        inside = (name.removeprefix(f"{folder}/") for name in self.texts if name.startswith(f"{folder}/"))
        return sorted(name.removesuffix(".yaml") for name in inside)


def _files(folder: Path) -> list[Path]:
    """The YAML files in `folder`; one that may not be looked into has none for us."""
    try:
        return list(folder.glob("*.yaml"))
    except PermissionError:
        return []


def _stays_in(root: Path, file: Path) -> bool:
    """Whether a link does not lead out of the levels folder."""
    return file.resolve().is_relative_to(root.resolve())
