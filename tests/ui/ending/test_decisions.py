"""What the outcome says about each decision."""

import pygame
import pytest

from game.text import say
from game.ui.canvas import Area, Canvas
from game.ui.ending.decisions import draw_decisions

pytestmark = pytest.mark.usefixtures("shown")

STARTS = 14 * 3600.0  # s after midnight
RAISED = {"t": 61.0, "done": "flag_raised", "flag": "kuning", "by": "kapolres", "why": "crowd_changed", "note": ""}
SPRAYED = {"t": 90.0, "done": "force_used", "tool": "spray:jet", "by": "aw1", "faults": ["not_warned", "threat_below"]}
UNSAID, SAID = {"why": None, "note": ""}, {"why": "protect_life", "note": "batu terbang " * 30}


class Heard(Canvas):
    """A canvas that remembers what was written on it."""

    def __init__(self, size: tuple[int, int], language: str) -> None:
        super().__init__(pygame.Surface(size), language)
        self.written: list[str] = []

    def text(self, text: str, *args: object, **named: object) -> float:
        self.written.append(text)
        return super().text(text, *args, **named)


def drawn(decisions: list[dict[str, object]], size: tuple[int, int] = (1280, 720), language: str = "id") -> Heard:
    canvas = Heard(size, language)
    area = Area(48, 120, canvas.area.width - 96, canvas.area.height - 274)
    draw_decisions(canvas, area, {"accounts": {"decisions": decisions}}, STARTS)
    return canvas


def test_each_decision_stands_with_its_time_what_was_decided_and_why() -> None:
    told = " ".join(drawn([RAISED, SPRAYED | UNSAID]).written)
    tool, faults = (
        say("doing.spray.jet", language="id"),
        ", ".join(say(f"fault.{fault}", language="id") for fault in ("not_warned", "threat_below")),
    )
    assert told == (
        "14:01 Naik ke kuning perilaku massa berubah "
        f"14:01 AW1: {tool} ({faults}) tidak dijelaskan"
    )  # fmt: skip


def test_where_nothing_was_decided_nothing_is_to_be_explained() -> None:
    assert "nothing to account for" in " ".join(drawn([], language="en").written)


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("language", ["id", "en"])
def test_more_than_the_page_holds_are_counted_and_nothing_is_cut(size: tuple[int, int], language: str) -> None:
    canvas = drawn([RAISED, SPRAYED | SAID, SPRAYED | UNSAID] * 15, size, language)
    assert not canvas.overflowing
    rows = canvas.written.count("14:01")
    assert 0 < rows < 45
    assert str(45 - rows) in canvas.written[-1]
