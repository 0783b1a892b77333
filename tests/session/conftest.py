"""One small run, recorded once for all tests that read recordings."""

import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from game.level.read import read_level
from game.level.schema import Level
from game.rules.commands.deploy import Deploy
from game.rules.commands.raise_flag import RaiseFlag
from game.session.commanders.commander import Commander
from game.session.headless import rehearse
from game.session.journal import Given
from game.session.orders import Orders
from game.session.recording import Recorder
from game.session.session import BEFORE, Session
from game.session.view import INSTRUCTOR, View
from tests import small_level
from tests.session.views import watcher

RUN_FOR = 63.0  # s: one checkpoint after the first
PLACED = Given(BEFORE, "kapolres", Deploy("da1", at="barat"))
ORDERS = [PLACED, Given(412, "kapolres", RaiseFlag(flag="kuning"))]


@dataclass
class Recorded:
    """A recording and what was seen while it was made."""

    folder: Path
    level: Level
    summary: dict[str, Any]
    views: dict[int, View]  # second → what the instructor saw


@pytest.fixture(scope="session")
def level(tmp_path_factory: pytest.TempPathFactory) -> Level:
    return read_level(small_level.write(tmp_path_factory.mktemp("levels"), small_level.LONGER))


@pytest.fixture(scope="session")
def recorded(level: Level, tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    folder = tmp_path_factory.mktemp("run") / "rekaman"
    session, orders, views = Session(level), Orders(ORDERS), {}
    orders.prepare(session)
    commander = Commander.words["tenang"]("kapolres")
    with Recorder(session, folder, time.perf_counter) as recorder:
        for second in rehearse(session, [commander], orders, recorder, RUN_FOR):
            views[round(second)] = session.view(INSTRUCTOR)
        summary = recorder.finish("time")
    return Recorded(folder, level, summary, views)


@pytest.fixture
def copy_of(recorded: Recorded, tmp_path: Path) -> Path:
    """A recording that a test may spoil."""
    return Path(shutil.copytree(recorded.folder, tmp_path / "salinan"))


@pytest.fixture
def look():
    """What the Kapolres sees of a square, at any second and threat: see :func:`watcher`."""
    return watcher()
