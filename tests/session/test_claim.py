import pytest

from game.session.claim import claimed
from game.session.recording import Recorder
from game.session.session import Session


def test_a_folder_has_one_claim_at_a_time(tmp_path):
    with claimed(tmp_path), pytest.raises(BlockingIOError), claimed(tmp_path):
        pass
    with claimed(tmp_path):
        pass


def test_a_second_recording_in_a_folder_leaves_the_first_alone(level, tmp_path):
    with Recorder(Session(level), tmp_path, lambda: 0.0):
        before = {path.name: path.read_bytes() for path in tmp_path.glob("*.*")}
        with pytest.raises(BlockingIOError):
            Recorder(Session(level, seed=9), tmp_path, lambda: 0.0)
        assert {path.name: path.read_bytes() for path in tmp_path.glob("*.*")} == before
