import pytest

from game.session.whole_file import WholeFile, replace_file


def test_a_flush_hands_over_what_was_added(tmp_path):
    with WholeFile(tmp_path / "a") as file:
        file.add(b"one\n")
        file.add(b"two\n")
        assert (tmp_path / "a").read_bytes() == b""
        file.flush()
        assert (tmp_path / "a").read_bytes() == b"one\ntwo\n"


def test_what_was_not_flushed_is_not_written_by_half(tmp_path):
    with WholeFile(tmp_path / "a") as file:
        file.add(b"one\n")
        file.flush()
        file.add(b"two")
    assert (tmp_path / "a").read_bytes() == b"one\n"


def test_a_file_that_cannot_be_replaced_stays_as_it_was(tmp_path):
    folder = tmp_path / "report"
    folder.mkdir()
    (folder / "inside").touch()
    with pytest.raises(OSError, match="report"):
        replace_file(folder, b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["report"]
