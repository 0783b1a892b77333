"""The shipped levels: they read, run, and say everything in both languages."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from game.level.check import check
from game.level.read import read_level
from game.paths import LEVELS
from game.session.replay import Replay
from game.session.session import Session
from game.world.world import TICK

SHIPPED = sorted(LEVELS.glob("*.yaml"))
DAYS = [(commander, seed) for commander in ("diam", "tenang") for seed in (1, 2, 3)]


def test_no_shipped_file_has_a_mistake():
    assert [mistake.tell("en") for mistake in check([LEVELS])] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_level_runs_and_comes_to_the_same_twice(path):
    level = read_level(path)
    hashes = []
    for _ in range(2):
        session = Session(level)
        for _ in range(150):
            session.tick()
        hashes.append(session.state_hash())
    assert hashes[0] == hashes[1]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_level_ends_in_bounded_time_and_leads_up_and_down(path):
    level = read_level(path)
    ways = {(name, step.to) for name, phase in level.phases.items() for step in phase.next}
    assert level.limits.time is not None
    assert {("aman", "rawan"), ("rawan", "rusuh"), ("rawan", "aman")} <= ways


@pytest.mark.parametrize("district", sorted(path.stem for path in (LEVELS / "districts").glob("*.yaml")))
def test_a_level_can_be_played_in_any_district(tmp_path, district):
    text = SHIPPED[0].read_text(encoding="utf-8").replace("place:", f"district: {district}\nplace:", 1)
    path = tmp_path / "elsewhere.yaml"
    path.write_text(text, encoding="utf-8")
    level = read_level(path)
    assert {unit.agency for unit in level.units.values()} <= level.district.agencies.keys()
    assert set(level.ladder.ranks) == level.district.titles.keys()


def run(commander, seed, folder):
    """The shipped level played to its end by the command that users give."""
    command = [sys.executable, "-m", "game", "run", str(LEVELS / "kantor-kpu-pagi.yaml"), "--commander", commander]
    ran = subprocess.run([*command, "--seed", str(seed), "--out", str(folder)], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr


@pytest.fixture(scope="module")
def days(tmp_path_factory):
    """(commander, seed) → the folder of its recording; as many at once as there are cores."""
    folders = {day: tmp_path_factory.mktemp("days") / f"{day[0]}-{day[1]}" for day in DAYS}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda day: run(*day, folders[day]), DAYS))
    return folders


@pytest.mark.slow
@pytest.mark.parametrize(("commander", "seed"), DAYS)
def test_a_day_comes_to_its_end_in_bounded_time_and_its_record_opens(days, commander, seed):
    summary = json.loads((days[commander, seed] / "summary.json").read_text(encoding="utf-8"))
    replay = Replay(days[commander, seed])
    assert summary["final_phase"] == "end"
    assert summary["seconds"] <= replay.level.limits.time + TICK  # the tick in which the end is said
    last = replay.view_at(summary["seconds"], "instructor")
    assert last.present.any()
    assert len(last.position) == len(replay.view_at(0.0, "instructor").position)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_who_talks_first_keeps_the_morning_as_calm_as_the_level_says_is_possible(days, seed):
    summary = json.loads((days["tenang", seed] / "summary.json").read_text(encoding="utf-8"))
    assert summary["highest_threat"] <= summary["best_threat"]
    assert sum(summary["hurt"].values()) == 0
