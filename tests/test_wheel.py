"""The wheel, built and used outside the checkout, as someone who never saw the checkout would."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[1]
LEVEL = "kantor-kpu-pagi.yaml"
LONGEST = 120  # s for one program; guess

pytestmark = pytest.mark.slow

Run = Callable[..., subprocess.CompletedProcess[str]]


def python(*words: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run `python` with these words; neither index nor screen nor the user's own settings play a part."""
    env = os.environ | {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull} | variables
    return subprocess.run([sys.executable, *words], cwd=cwd, env=env, capture_output=True, text=True, timeout=LONGEST)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = python("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def site(wheel, tmp_path_factory) -> Path:
    """A folder with the installed wheel; what it depends on comes from the running Python."""
    folder = tmp_path_factory.mktemp("site")
    words = ("-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), str(wheel))
    installed = python(*words, cwd=folder.parent)
    assert installed.returncode == 0, installed.stderr
    return folder


@pytest.fixture
def outside(site, tmp_path) -> Run:
    """Runs `python` in an empty folder, where only the installed wheel answers to `game`."""

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return python(*words, cwd=tmp_path, PYTHONPATH=str(site))

    return run


def test_it_carries_every_asset_and_level_and_no_test(wheel):
    names = set(ZipFile(wheel).namelist())
    data = {
        f"game/_data/{path.relative_to(ROOT).as_posix()}"
        for folder in ("assets", "levels")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert data - names == set()
    assert [name for name in names if name.startswith("tests/") or name.endswith(".pyc")] == []


def test_it_finds_what_it_carries(outside, site):
    shown = outside("-c", "from game.paths import LEVELS; print(LEVELS)")
    assert Path(shown.stdout.strip()) == site.resolve() / "game" / "_data" / "levels"


def test_check_finds_no_mistake_in_it(outside):
    checked = outside("-m", "game", "check")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_short_run_leaves_a_record(outside, site, tmp_path):
    level = site / "game" / "_data" / "levels" / LEVEL
    ran = outside("-m", "game", "run", str(level), "--seconds", "2", "--out", str(tmp_path / "out"))
    assert ran.returncode == 0, ran.stdout + ran.stderr
    summary = json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))
    assert summary["state_hash"]
    assert (tmp_path / "out" / "recording.jsonl").stat().st_size > 0
