"""What every test stands on: no screen, no sound, nobody's real files, the same examples each time."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from game.paths import LEVELS

os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")

# Orders → how the run is asked for; the second are those that the commander `buku` gave in the run of that seed.
FILES = {"all-wrong": ("--seconds", "120"), "talk-relieve-arrest": ("--seed", "2")}
Held = tuple[subprocess.Popen[bytes], Path]  # a run that goes on, and the folder of its recording

settings.register_profile("same", derandomize=True, deadline=None)  # a slow machine is not a failing one
settings.load_profile("same")


@pytest.fixture(scope="session", autouse=True)
def user_folder_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("user")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder))
        patch.setenv("APPDATA", str(folder))
        patch.delenv("SISPAMKOTA_DATA", raising=False)
        yield folder


@pytest.fixture(scope="session", autouse=True)
def afternoons(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Held]]:
    """File of orders → the run of the shipped afternoon under it, on the second core while the other tests go on."""
    asked = any(item.path.name == "test_orders.py" for item in request.session.items)
    runs = {name: _held(tmp_path_factory.mktemp(name) / "run", name, *more) for name, more in FILES.items() if asked}
    yield runs
    for process, _ in runs.values():
        process.kill()


def _held(folder: Path, name: str, *more: str) -> Held:
    orders = Path(__file__).parent / "orders" / f"{name}.jsonl"
    run = ["run", str(LEVELS / "pleno-kpu.yaml"), "--orders", str(orders), "--out", str(folder), "--frames-hz", "1"]
    return subprocess.Popen([sys.executable, "-m", "game", *run, *more], stderr=subprocess.DEVNULL), folder


@pytest.fixture
def house(tmp_path: Path) -> Callable[[str, str], Path]:
    """Builds a made-up checkout of one file, to see that a check finds what is wrong with it."""

    def build(file: str, text: str) -> Path:
        path = tmp_path / file
        path.parent.mkdir(parents=True)
        path.write_text(text)
        return tmp_path

    return build
