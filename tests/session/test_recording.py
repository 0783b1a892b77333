import csv
import json

import pytest

from game.session.journal import UnreadableRecordingError, read_journal
from game.session.recording import NotOurFolderError, make_room
from game.session.series import COLUMNS
from tests.session.conftest import ORDERS, RUN_FOR


def test_a_run_leaves_all_that_was_promised(recorded):
    names = {path.name for path in recorded.folder.iterdir()}
    assert names == {"recording.jsonl", "checkpoints", "frames.bin", "events.jsonl", "series.csv", "summary.json"}
    assert [path.name for path in sorted((recorded.folder / "checkpoints").iterdir())] == ["000000.npz", "000060.npz"]


def test_the_journal_holds_every_file_that_was_read(recorded):
    header = read_journal(recorded.folder).header
    assert header.level == "kecil.yaml"
    assert {"kecil.yaml", "places/lapangan.yaml", "catalogue/units.yaml"} <= header.texts.keys()
    assert header.seed == recorded.level.seed


def test_the_journal_holds_commands_from_outside_and_not_those_of_the_script(recorded):
    journal = read_journal(recorded.folder)
    assert ORDERS[0] in journal.given
    assert {given.command.word for given in journal.given} >= {"warn", "raise_flag"}
    assert "say" not in {given.command.word for given in journal.given}


def test_the_journal_holds_a_hash_each_second(recorded):
    journal = read_journal(recorded.folder)
    assert sorted(journal.hashes) == [30 * second for second in range(int(RUN_FOR) + 1)]
    assert journal.end == "time"
    assert not journal.cut


def test_the_series_has_a_row_each_second_for_each_group_and_one_for_the_square(recorded):
    rows = list(csv.DictReader((recorded.folder / "series.csv").read_text().splitlines()))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 2 * (int(RUN_FOR) + 1)
    assert [row["group"] for row in rows[:2]] == ["massa", "*"]
    assert [row["flag"] for row in rows if row["t"] == "14" and row["group"] == "*"] == ["kuning"]
    assert all(0.0 <= float(row["anger"]) <= 1.0 for row in rows)
    assert all(float(row["density_max"]) < 12.0 for row in rows)
    assert {(row["missiles"], row["water"]) for row in rows} == {("", ""), ("0", "0")}
    assert {row["hurt"] for row in rows} == {"0"}


def test_the_events_are_told_in_order_with_their_causes(recorded):
    events = [json.loads(line) for line in (recorded.folder / "events.jsonl").read_text().splitlines()]
    (fields,) = zip(*(event.values() for event in events), strict=True)
    assert [event["id"] for event in fields] == list(range(len(fields)))
    assert any(event["because"] for event in fields)
    assert any("flag_raised" in event for event in events)


def test_the_summary_says_how_it_went(recorded):
    summary = json.loads((recorded.folder / "summary.json").read_text())
    assert summary == recorded.summary
    assert (summary["highest_flag"], summary["final_flag"]) == ("kuning", "hijau")
    assert 0 < summary["seconds_flag_differs"] < 10
    assert summary["hurt"] == {"civilians": 0, "officers": 0}
    assert summary["state_hash"] == read_journal(recorded.folder).hashes[int(RUN_FOR) * 30]
    assert summary["real_time_factor"] > 1.0
    assert sum(summary["seconds_of_flag"].values()) == int(RUN_FOR) + 1
    assert [line["code"] for line in summary["lines"]][:2] == ["harm_none", "custody_none"]
    assert len(summary["lines"]) == 10
    assert (summary["accounts"]["asked"], summary["accounts"]["given"]) == (2, 2)


def test_an_older_recording_makes_room(copy_of):
    make_room(copy_of)
    assert [entry.name for entry in copy_of.iterdir()] == ["checkpoints"]
    assert list((copy_of / "checkpoints").iterdir()) == []


def test_a_folder_that_holds_something_else_is_left_alone(copy_of):
    (copy_of / "skripsi.docx").touch()
    with pytest.raises(NotOurFolderError):
        make_room(copy_of)
    assert len(list(copy_of.iterdir())) == 7


def test_a_torn_last_line_is_left_out_and_said(copy_of, recorded):
    path = copy_of / "recording.jsonl"
    path.write_bytes(path.read_bytes()[:-20])
    journal = read_journal(copy_of)
    assert journal.cut
    assert journal.end is None
    assert journal.hashes == read_journal(recorded.folder).hashes


def spoil(header: bytes) -> bytes:
    plain = json.loads(header)
    plain["header"]["format"] = 99
    return json.dumps(plain).encode()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda lines: [b""], "recording.broken"),
        (lambda lines: [b"{}", *lines[1:]], "recording.broken"),
        (lambda lines: [lines[0], b"\x00\xff", *lines[1:]], "recording.broken"),
        (lambda lines: [lines[0], b"[1]", *lines[1:]], "recording.broken"),
        (lambda lines: [lines[0], b'{"tick": 1, "seat": "a", "do": {"fly": {}}}', *lines[1:]], "recording.broken"),
        (lambda lines: [b'{"header": {"format": 1}}', *lines[1:]], "recording.broken"),
        (lambda lines: [spoil(lines[0]), *lines[1:]], "recording.other_format"),
    ],
)
def test_a_recording_that_is_none_is_refused(copy_of, change, code):
    path = copy_of / "recording.jsonl"
    path.write_bytes(b"\n".join(change(path.read_bytes().split(b"\n"))))
    with pytest.raises(UnreadableRecordingError) as refused:
        read_journal(copy_of)
    assert refused.value.code == code


def test_a_folder_without_a_recording_is_refused(tmp_path):
    with pytest.raises(UnreadableRecordingError) as refused:
        read_journal(tmp_path)
    assert refused.value.code == "recording.missing"
