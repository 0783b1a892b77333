"""Runs as processes of their own: what the system does to them costs no more than a second of the record."""

import itertools
import json
import os
import resource
import signal
import subprocess
import sys
import time

import pytest

from game.cli.outcome import Exit
from game.session.journal import read_journal
from game.session.replay import Replay
from game.session.verify import again
from tests import small_level

RUN = [sys.executable, "-m", "game", "run"]
PATIENCE = 60.0  # s for a busy machine


@pytest.fixture
def level(tmp_path):
    return small_level.write(tmp_path, small_level.LONGER)


def start(level, folder, *more, **how):
    return subprocess.Popen([*RUN, level, "--out", folder, *more], stderr=subprocess.PIPE, text=True, **how)


def wait_for_seconds(run, folder, count):
    """Until that many simulated seconds lie on the disk."""
    path = folder / "recording.jsonl"
    while not path.exists() or path.read_bytes().count(b'"hash"') <= count:
        assert run.poll() is None, run.stderr.read()
        time.sleep(0.02)


def same_so_far(folder):
    """Whether the first two seconds come out the same again."""
    return [same for _, same in itertools.islice(again(folder, read_journal(folder)), 3)]


def test_the_same_seed_gives_the_same_run_in_two_processes(level, tmp_path):
    runs = [
        start(
            level, tmp_path / name, "--seconds", "8", "--commander", "tenang", env=os.environ | {"PYTHONHASHSEED": salt}
        )
        for name, salt in (("a", "1"), ("b", "2"))
    ]
    assert [run.wait(PATIENCE) for run in runs] == [Exit.DONE, Exit.DONE]
    assert read_journal(tmp_path / "a").hashes == read_journal(tmp_path / "b").hashes
    assert (tmp_path / "a" / "frames.bin").read_bytes() == (tmp_path / "b" / "frames.bin").read_bytes()


def test_ctrl_c_closes_the_recording_whole(level, tmp_path):
    run = start(level, tmp_path / "a")
    wait_for_seconds(run, tmp_path / "a", 2)
    run.send_signal(signal.SIGINT)
    said = run.communicate(timeout=PATIENCE)[1]
    assert run.returncode == Exit.CTRL_C
    assert "Traceback" not in said
    journal = read_journal(tmp_path / "a")
    assert (journal.end, journal.cut) == ("interrupted", False)
    assert json.loads((tmp_path / "a" / "summary.json").read_text())["end"] == "interrupted"
    assert all(same_so_far(tmp_path / "a"))


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP])
def test_a_shutdown_closes_the_recording_whole(level, tmp_path, told):
    run = start(level, tmp_path / "a")
    wait_for_seconds(run, tmp_path / "a", 2)
    run.send_signal(told)
    said = run.communicate(timeout=PATIENCE)[1]
    assert run.returncode == Exit.CUT_SHORT
    assert said == "Dihentikan oleh sistem. Yang sudah terekam tetap utuh.\n"
    assert read_journal(tmp_path / "a").end == "interrupted"


ANNOUNCED = "from game.__main__ import main; print(flush=True); main()"  # what Python does before is not ours


@pytest.mark.parametrize("after", [0.05, 0.4, 1.0])
def test_ctrl_c_while_it_starts_shows_no_traceback(level, tmp_path, after):
    code = [sys.executable, "-c", ANNOUNCED, "run", level, "--out", tmp_path / "a"]
    run = subprocess.Popen(code, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    run.stdout.readline()
    time.sleep(after)
    run.send_signal(signal.SIGINT)
    said = run.communicate(timeout=PATIENCE)[1]
    assert (run.returncode, said) == (Exit.CTRL_C, "")


SWALLOWING = """
import os, signal, sys
class Careless:
    def find_spec(self, name, path=None, target=None):
        if name == "scipy":
            try:
                os.kill(os.getpid(), signal.SIGINT)
                for _ in range(1000): pass
            except BaseException:
                pass
sys.meta_path.insert(0, Careless())
from game.__main__ import main
main()
"""


def test_ctrl_c_is_not_lost_in_a_library_that_swallows_it(level, tmp_path):
    code = [sys.executable, "-c", SWALLOWING, "run", level, "--out", tmp_path / "a"]
    run = subprocess.run(code, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (Exit.CTRL_C, "", "")


def test_ctrl_c_leaves_no_half_an_export(level, tmp_path):
    assert start(level, tmp_path / "a", "--seconds", "20").wait(PATIENCE) == Exit.DONE
    export = subprocess.Popen([*RUN[:-1], "export", tmp_path / "a", "--to", "jupedsim", "--hz", "30"])
    half = tmp_path / ".a.sqlite"
    while not half.exists():
        assert export.poll() is None
        time.sleep(0.001)
    export.send_signal(signal.SIGINT)
    assert export.wait(PATIENCE) == Exit.CTRL_C
    assert sorted(path.name for path in tmp_path.iterdir() if "sqlite" in path.name) == []


def test_an_answer_that_cannot_be_written_is_told(level):
    with open("/dev/full", "w") as full:
        check = subprocess.run([*RUN[:-1], "check", level], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (check.returncode, check.stderr) == (Exit.CUT_SHORT, "Jawaban tidak dapat ditulis: disk penuh.\n")


def test_a_data_folder_that_is_none_is_told_in_both_languages(tmp_path):
    environment = os.environ | {"SISPAMKOTA_DATA": str(tmp_path)}
    check = subprocess.run([*RUN[:-1], "check"], stderr=subprocess.PIPE, text=True, env=environment, check=False)
    assert check.returncode == Exit.WRONG_INPUT
    assert [line.split(".")[0] for line in check.stderr.splitlines()] == [
        f"Berkas Sispamkota tidak ada di {tmp_path}",
        f"The files of Sispamkota are not in {tmp_path}",
    ]


def test_a_run_needs_no_place_for_errors(level, tmp_path):
    run = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" 2>&-', "sh", *RUN, level, "--seconds", "1", "--out", tmp_path / "a"], check=False
    )
    assert run.returncode == Exit.DONE


def test_a_killed_run_loses_no_more_than_its_last_second(level, tmp_path):
    run = start(level, tmp_path / "a")
    wait_for_seconds(run, tmp_path / "a", 3)
    run.kill()
    run.wait(PATIENCE)
    journal, replay = read_journal(tmp_path / "a"), Replay(tmp_path / "a")
    assert journal.end is None
    assert replay.cut
    assert len(journal.hashes) >= 3
    assert replay.length >= max(journal.hashes) / 30 - 1.0
    assert all(same_so_far(tmp_path / "a"))


def test_a_full_disk_stops_the_run_and_leaves_what_was_recorded_whole(level, tmp_path):
    most = 60_000  # bytes of a file: the header and first checkpoint fit, not the whole run

    def narrow():
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    run = start(level, tmp_path / "a", "--frames-hz", "30", preexec_fn=narrow)
    said = run.communicate(timeout=PATIENCE)[1]
    assert run.returncode == Exit.CUT_SHORT, said
    assert said.startswith("Rekaman terhenti:")
    assert said.count("\n") == 1
    journal, replay = read_journal(tmp_path / "a"), Replay(tmp_path / "a")
    assert not journal.cut
    assert replay.length > 0.5
    assert all(same_so_far(tmp_path / "a"))
