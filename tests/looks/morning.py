"""The morning before the election office in pictures: calm, tense, and afterwards."""

import tempfile
from pathlib import Path

import numpy as np

from game.level.read import read_level
from game.level.schema import Level
from game.paths import LEVELS
from game.session.recording import Recorder
from game.session.replay import Replay
from game.session.summary import summary_of
from game.session.tally import Tally
from game.ui.plan import Plan
from game.ui.screens.outcome import Outcome
from game.ui.screens.replay import Watch
from tests.looks.paper import draw, pointed
from tests.looks.rehearsal import Rehearsal
from tests.looks.scene import LARGE, NORMAL, SMALL

BEGIN = 8.0  # s
CALM = 40.0  # s
TENSE = 3  # class of threat
LATEST = 400.0  # s, when the tense picture is taken at the latest


class Morning(Rehearsal):
    """A rehearsal that is recorded and counted."""

    def __init__(self, level: Level, folder: Path) -> None:
        super().__init__(level)
        self.tally, self.recorder = Tally.of(self.session), Recorder(self.session, folder, lambda: 0.0)

    def after_tick(self) -> None:
        self.tally.tick(self.session)
        self.recorder.after_tick()

    def after_second(self) -> None:
        self.tally.second(self.session)
        super().after_second()


def morning(folder: Path) -> None:
    """All of them."""
    level = read_level(LEVELS / "kantor-kpu-pagi.yaml")
    with tempfile.TemporaryDirectory() as kept:
        recording = Path(kept) / "recording"
        rehearsal = Morning(level, recording)
        with rehearsal.recorder:
            calm(rehearsal, folder)
            tense(rehearsal, folder)
            afterwards(rehearsal, recording, folder)


def calm(rehearsal: Morning, folder: Path) -> None:
    """The first seconds; then a line being laid while paused; and the same in English, large and small."""
    rehearsal.pass_until(BEGIN)
    draw(rehearsal.page("en", NORMAL), NORMAL, folder / "screenshot-begin-en.png")
    rehearsal.pass_until(CALM)
    page = rehearsal.page("id", NORMAL, "dl1")
    page.desk.pace.toggle()
    place = np.array(next(unit.centre for unit in page.view.units if unit.name == "da1"))
    page.hands.plan = Plan(place + np.array([-2.5, 8.0]), place + np.array([-2.5, -8.0]))
    draw(page, NORMAL, folder / "screenshot-calm.png")
    draw(rehearsal.page("id", SMALL, "da1"), SMALL, folder / "screenshot-small.png")
    refused = rehearsal.page("en", LARGE, "ne1")
    pointed(refused, LARGE, "Appeal 2")
    draw(refused, LARGE, folder / "screenshot-refused-en.png")


def tense(rehearsal: Morning, folder: Path) -> None:
    """When the threat has risen because nobody spoke: the flag goes up, the line links arms, it is late to talk."""
    while rehearsal.session.world.threat < TENSE and rehearsal.seconds < LATEST:
        rehearsal.pass_until(rehearsal.seconds + 1.0)
    rehearsal.give({"raise_flag": {"flag": "kuning"}}, {"posture": {"unit": "da1", "posture": "tangan_berkait"}})
    rehearsal.give({"form": {"unit": "dl1", "formation": {"bersaf": {"ranks": 2}}}})
    rehearsal.give({"warn": {"unit": "ne1", "level": 1}})
    rehearsal.pass_until(rehearsal.seconds + 16.0)
    draw(rehearsal.page("id", NORMAL, "da1"), NORMAL, folder / "screenshot-tense.png")


def afterwards(rehearsal: Morning, recording: Path, folder: Path) -> None:
    """The end, as if it were left now, and the recording half way through."""
    rehearsal.recorder.finish("left")
    summary = summary_of(rehearsal.session, rehearsal.tally, "left", 0.0)
    page = Outcome(rehearsal.session.level, summary, rehearsal.tally.moments, "", "id")
    draw(page, NORMAL, folder / "screenshot-outcome.png")
    replay = Replay(recording)
    draw(Watch(replay, rehearsal.seat, "id", NORMAL, replay.length * 0.8), NORMAL, folder / "screenshot-replay.png")
