import json

import pytest

from game.session.journal import UnreadableRecordingError, read_journal
from game.session.verify import again
from tests.session.conftest import RUN_FOR


def differing(folder, since=0.0):
    """Seconds compared, and those that differ."""
    outcome = list(again(folder, read_journal(folder), since))
    return [second for second, _ in outcome], [second for second, same in outcome if not same]


def test_a_run_repeats_bit_for_bit_from_its_own_texts(recorded):
    seconds, different = differing(recorded.folder)
    assert seconds == [float(second) for second in range(int(RUN_FOR) + 1)]
    assert different == []


def test_a_run_goes_on_from_a_checkpoint_bit_for_bit(recorded):
    seconds, different = differing(recorded.folder, since=61.0)
    assert seconds == [60.0, 61.0, 62.0, 63.0]
    assert different == []


def test_an_order_that_was_changed_shows_from_the_second_after_it(copy_of):
    path = copy_of / "recording.jsonl"
    path.write_text(path.read_text().replace('"raise_flag": {"flag": "kuning"}', '"raise_flag": {"flag": "merah"}'))
    outcome = again(copy_of, read_journal(copy_of))
    assert next(second for second, same in outcome if not same) == 14.0  # given at tick 412, of second 13


def test_a_level_that_was_changed_shows_at_once(copy_of):
    path = copy_of / "recording.jsonl"
    header, rest = path.read_text().split("\n", 1)
    plain = json.loads(header)
    (exercise,) = (file for file in plain["header"]["files"] if file["path"] == "kecil.yaml")
    exercise["text"] = exercise["text"].replace("count: 10", "count: 9")
    path.write_text(json.dumps(plain) + "\n" + rest)
    outcome = again(copy_of, read_journal(copy_of))
    assert next(outcome) == (0.0, False)


def test_a_spoiled_checkpoint_is_refused(copy_of):
    (copy_of / "checkpoints" / "000060.npz").write_bytes(b"PK nonsense")
    with pytest.raises(UnreadableRecordingError) as refused:
        list(again(copy_of, read_journal(copy_of), since=60.0))
    assert refused.value.code == "recording.checkpoint"
