"""The shipped exercise from its first minute to its end, under both stock commanders, as an instructor would run it."""

import itertools
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from game.level.read import read_level
from game.paths import LEVELS
from game.session.checkpoints import seconds_of
from game.session.journal import read_journal
from game.session.replay import Replay
from game.session.verify import again

LEVEL = LEVELS / "kantor-kpu-pagi.yaml"
SEEDS = (1,)  # more of them: make validate
RUNS = [(commander, seed) for commander in ("diam", "tenang") for seed in SEEDS]
AT_ONCE = 2  # processes, one per core of the smallest machine we promise
CONTINUED = 4  # recorded hashes compared after each checkpoint, one a second


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], Path]:
    """Folder of each run."""
    base = tmp_path_factory.mktemp("exercise")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip(RUNS, pool.map(lambda run: rehearse(base, *run), RUNS), strict=True))


def rehearse(base: Path, commander: str, seed: int) -> Path:
    folder = base / f"{commander}-{seed}"
    asked = ["run", str(LEVEL), "--commander", commander, "--seed", str(seed), "--out", str(folder)]
    done = subprocess.run([sys.executable, "-m", "game", *asked], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def summary(folder: Path) -> dict[str, object]:
    told: dict[str, object] = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
    return told


@pytest.mark.parametrize("run", RUNS, ids=lambda run: f"{run[0]}-{run[1]}")
def test_it_ends_in_bounded_time_and_its_record_opens(records, run):
    told, replay = summary(records[run]), Replay(records[run])
    assert told["end"] == "over"
    assert told["seconds"] <= read_level(LEVEL).limits.time + 1.0
    assert replay.length == pytest.approx(told["seconds"], abs=1.0)
    assert replay.view_at(replay.length / 2, "kapolres").present.sum() > 300


@pytest.mark.parametrize("seed", SEEDS)
def test_who_talks_first_sees_less_of_a_threat_than_who_does_nothing(records, seed):
    silent, talking = summary(records["diam", seed]), summary(records["tenang", seed])
    assert talking["highest_threat"] < silent["highest_threat"]
    assert talking["hurt"] == {"civilians": 0, "officers": 0}


@pytest.mark.parametrize("commander", ["diam", "tenang"])
def test_going_on_from_any_checkpoint_comes_to_the_same_state(records, commander):
    folder = records[commander, SEEDS[0]]
    journal = read_journal(folder)
    checkpoints = sorted(seconds_of(path) for path in (folder / "checkpoints").glob("*.npz"))
    assert len(checkpoints) > 5
    for second in checkpoints[1:]:
        gone_on = list(itertools.islice(again(folder, journal, second), CONTINUED))
        assert gone_on[0] == (second, True)
        assert all(same for _, same in gone_on)
