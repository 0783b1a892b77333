"""Whatever happened to the files of a recording, it is shown, continued, or refused by name."""

import random
import shutil
from contextlib import suppress

import pytest

from game.level.mistake import LevelErrors
from game.session.journal import UnreadableRecordingError, read_journal
from game.session.replay import Replay
from game.session.verify import again
from game.session.view import INSTRUCTOR

FILES = ("recording.jsonl", "frames.bin", "events.jsonl", "checkpoints/000060.npz")


def cut(content, chance):
    return content[: chance.randrange(len(content))]


def flip(content, chance):
    spoiled = bytearray(content)
    for _ in range(chance.choice([1, 5, 50])):
        spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
    return bytes(spoiled)


def overwrite(content, chance):
    at = chance.randrange(len(content))
    return content[:at] + chance.randbytes(30) + content[at + 30 :]


def insert(content, chance):
    at = chance.randrange(len(content))
    return content[:at] + chance.randbytes(30) + content[at:]


def use(folder):
    """Look at it, and continue it from its last checkpoint; gives whether the second of that is the same."""
    replay = Replay(folder)
    for second in (0.5, replay.length / 2, replay.length):
        replay.view_at(second, INSTRUCTOR)
        replay.view_at(second, "kapolres")
    return next(again(folder, read_journal(folder), since=replay.length), None)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("spoil", [cut, flip, overwrite, insert])
def test_a_spoiled_recording_is_used_or_refused(recorded, tmp_path, file, spoil):
    chance = random.Random(f"{file} {spoil.__name__}")
    for number in range(6):
        folder = shutil.copytree(recorded.folder, tmp_path / str(number))
        (folder / file).write_bytes(spoil((folder / file).read_bytes(), chance))
        with suppress(UnreadableRecordingError, LevelErrors):
            outcome = use(folder)
            assert outcome is None or isinstance(outcome[1], bool)


@pytest.mark.parametrize("file", ["recording.jsonl", "events.jsonl"])
@pytest.mark.parametrize(
    "line",
    [
        "[" * 200_000,
        "null",
        '{"tick": null, "seat": "kapolres", "do": {"hold": {"unit": "da1"}}}',
        '{"tick": -5, "hash": "a"}',
        '{"tick": "3", "hash": "a"}',
        '{"do": {}}',
    ],
)
def test_a_strange_line_in_the_middle_is_refused(recorded, tmp_path, file, line):
    folder = shutil.copytree(recorded.folder, tmp_path / "a")
    lines = (folder / file).read_text().splitlines()
    (folder / file).write_text("\n".join([*lines[:2], line, *lines[2:], ""]))
    with pytest.raises(UnreadableRecordingError):
        use(folder)


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_gone_or_a_folder_is_told(recorded, tmp_path, file):
    folder = shutil.copytree(recorded.folder, tmp_path / "a")
    (folder / file).unlink()
    if not file.startswith("checkpoints"):
        with pytest.raises(UnreadableRecordingError):
            use(folder)
    (folder / file).mkdir()
    with pytest.raises(UnreadableRecordingError):
        use(folder)
