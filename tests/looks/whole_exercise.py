"""Plays one whole exercise by hand at the real window: ``python tests/looks/whole_exercise.py [FOLDER]``, in 10 min.

From the menu through briefing, exercise and outcome to a second beginning and back; then its recording is verified.
Mouse and keys are an X server's own where Xvfb and xdotool are there, else events in the window's queue.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.update(SDL_AUDIODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")

import numpy as np

from game.app import play_on, stage
from game.level.schema import Level
from game.paths import user_folder
from game.session.replay import Replay
from game.ui.canvas import Spot
from game.ui.screen import FIRST_SIZE
from game.ui.screens.briefing import Briefing
from game.ui.screens.exercise import Exercise
from game.ui.screens.menu import COLUMN, Menu
from game.ui.screens.outcome import Outcome
from game.ui.wording import reason_in_words, stopwatch
from tests.looks.afternoon import Afternoon
from tests.looks.fingers import Fingers, desk
from tests.looks.hand import Hand, Steps

LEVEL = "pleno-kpu.yaml"
DOCS = Path(__file__).resolve().parents[2] / "docs"


class Story:
    """The way of one trainee through the game; the exercise is left after `most` s.

    Pictures of briefing and outcome go to `folder`, those of the exercise to `aside`: they differ each time.
    """

    def __init__(self, folder: Path, aside: Path, most: float = np.inf) -> None:
        self.folder, self.aside, self.most = folder, aside, most

    def tell(self, hand: Hand) -> Steps:
        """All of it."""
        yield from self.choose(hand)
        yield from self.brief(hand)
        yield from Afternoon(hand, self.aside, self.most).play()
        if isinstance(hand.page, Exercise):
            yield from leave(hand)
        yield from self.judge(hand)
        yield from self.once_more(hand)

    def choose(self, hand: Hand) -> Steps:
        """Down to the level by keys, then a click on it."""
        menu = yield from hand.see(Menu)
        for _ in menu.levels:
            if isinstance(menu.level, Level) and Path(menu.level.path).name == LEVEL:
                break
            yield from hand.key("Down")
        cards = [spot for spot in hand.spots() if spot.press and spot.area.width == COLUMN]
        print(f"menu: chooses {menu.level.title.id if menu.level else None}")
        yield from hand.click_on(max(cards, key=lambda card: card.area.height), "the card of the level")

    def brief(self, hand: Hand) -> Steps:
        """Read all four pages; one unit too many is refused, so another stays at home; one is put elsewhere."""
        briefing = yield from hand.see(Briefing)
        hand.photo(self.folder / "screenshot-briefing.png")
        yield from hand.key("l", "Tab", "Tab")
        hand.photo(self.folder / "screenshot-briefing-en.png")
        yield from hand.key("l", "Tab")
        placing = briefing.placing
        yield from press_row(hand, "DA2", times=2)
        assert placing.refusal is not None
        print(f"briefing: DA2 is one too many – {reason_in_words(placing.refusal, 'id')}")
        yield from press_row(hand, "RM1", times=1)
        yield from hand.key("space")
        print(f"briefing: RM1 stays at its barracks, {placing.people} of {placing.most} deployed")
        yield from press_row(hand, "DA2", times=1)
        yield from hand.key("space")
        zone = hand.find(lambda spot: may_stand(hand, spot))
        yield from hand.click_on(zone, "a zone that takes DA2")
        print(f"briefing: DA2 at {placing.where}, {placing.people} of {placing.most} deployed")
        hand.photo(self.folder / "screenshot-briefing-placing.png")
        yield from hand.key("Return")

    def judge(self, hand: Hand) -> Steps:
        """Read the three pages of the outcome, in both languages."""
        outcome = yield from hand.see(Outcome)
        hand.photo(self.folder / "screenshot-afternoon-outcome.png")
        yield from hand.key("Tab", "l")
        hand.photo(self.folder / "screenshot-afternoon-course-en.png")
        yield from hand.key("l", "Tab")
        hand.photo(self.folder / "screenshot-afternoon-reasons.png")
        yield from hand.key("Tab")
        facts = outcome.facts
        print(f"outcome after {stopwatch(facts['seconds'])}: threat {facts['highest_threat']}, hurt {facts['hurt']}")

    def once_more(self, hand: Hand) -> Steps:
        """The same beginning again; a glance, and back to the menu and out."""
        yield from hand.key("Right", "Right", "Return")
        again = yield from hand.see(Exercise)
        deployed = {unit.name: len(unit.rows) for unit in again.view.units}
        assert deployed["rm1"] == 0
        assert deployed["da2"] > 0
        print("again: units stand as they were placed")
        yield from leave(hand)
        yield from hand.see(Outcome)
        yield from hand.key("Escape")
        yield from hand.see(Menu)
        yield from hand.key("Escape")


def leave(hand: Hand) -> Steps:
    """Esc, down to the menu, Enter; what is open closes first."""
    page = yield from hand.see(Exercise)
    while page.sheet != "pause":
        yield from hand.key("Escape")
    yield from hand.key("Down", "Down", "Return")


def press_row(hand: Hand, label: str, times: int) -> Steps:
    """Click on the row of a unit."""
    for _ in range(times):
        row = hand.find(lambda spot: spot.tip is not None and spot.tip.title.startswith(f"{label} · "))
        row = row or hand.find(lambda spot: spot.tip is not None and spot.tip.title.endswith(f" · {label}"))
        yield from hand.click_on(row, f"row of {label}")


def may_stand(hand: Hand, spot: Spot) -> bool:
    """Whether `spot` is a zone that takes the unit in hand, with nothing else over its middle."""
    page = hand.page
    assert page is not None
    assert page.canvas is not None
    takes = spot.tip is not None and spot.tip.allowed is True and spot.tip.lines[0][0] == "move"
    return takes and page.canvas.spot_at(hand.middle(spot)) is spot


def play(fingers: Fingers, story: Story, seed: int | None = None) -> None:
    """Open the window, let the hand play, and close it again."""
    with stage("id") as shown:
        hand = Hand(shown, fingers, story.tell)
        play_on(hand, seed=seed)
    if hand.stumbled is not None:
        raise hand.stumbled


def main(folder: Path) -> int:
    """Play it, then verify what was recorded."""
    aside = Path(tempfile.gettempdir()) / "sispamkota-by-hand"
    for each in (folder, aside):
        each.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as home, desk(FIRST_SIZE) as fingers:
        os.environ["HOME"] = home
        os.environ.pop("XDG_DATA_HOME", None)
        play(fingers, Story(folder, aside))
        first, _again = sorted(user_folder("recordings").iterdir())
        replay = Replay(first)
        print(
            f"played {stopwatch(replay.length)} in {time.monotonic() - began:.0f} s, {len(replay.journal.given)} orders"
        )
        return subprocess.run([sys.executable, "-m", "game", "replay", str(first), "--verify"], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS))
