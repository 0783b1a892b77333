"""The way of a trainee through the game, by hand: from the menu to the outcome, once more, and out again."""

from pathlib import Path

import pytest

from game.paths import user_folder
from game.session.replay import Replay
from tests.looks.fingers import Posted
from tests.looks.whole_exercise import Story, play

FIRST_MINUTE = 45.0  # s, as far as a minute of one's own goes with placing and outcome


def test_a_minute_by_hand_from_the_menu_to_the_outcome_and_the_same_beginning_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = set(user_folder("recordings").iterdir())
    play(Posted(), Story(tmp_path, tmp_path, FIRST_MINUTE))
    first, second = (Replay(folder) for folder in sorted(set(user_folder("recordings").iterdir()) - before))
    given = [next(iter(order.command.plain())) for order in first.journal.given]
    assert first.journal.end == "left"
    assert first.length >= FIRST_MINUTE
    assert given[:3] == ["stand_down", "deploy", "deploy"]
    assert {"form", "negotiate", "warn"} <= set(given)
    assert [order.command.plain() for order in second.journal.given] == [
        order.command.plain() for order in first.journal.given[:3]
    ]
    assert "refused" not in capsys.readouterr().out
