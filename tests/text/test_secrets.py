"""What the radio must not give away: in which group of the level somebody stands, for that tells who agitates."""

import json

import pytest

from game.paths import ASSETS

CROWDS = ("thrown_at", "held_back", "fire_lit", "came_back", "group_left", "called_home", "news_spread", "rumour_began")


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_a_crowd_does_is_told_without_the_name_of_its_group(language: str) -> None:
    texts = json.loads((ASSETS / "text" / f"{language}.json").read_text(encoding="utf-8"))
    told = {code: text for code, text in texts.items() if code.startswith("event.")}
    assert [code for code, text in told.items() if "{group}" in text] == []
    assert [word for word in CROWDS if "{actor}" in told[f"event.{word}"]] == []
