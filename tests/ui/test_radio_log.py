"""The radio stays readable: one entry for one order, one for a crush, and what is repeated is counted."""

import pytest

from game.rules.commands.say import Said
from game.rules.force import ForceUsed
from game.rules.harm import Hurt
from game.rules.radio import OrderReceived, OrderSent
from game.rules.tasks.task import TaskDone
from game.text import LANGUAGES, say
from game.ui.hud.radio_log import RadioLog
from game.world.events import Event
from game.world.quantities import Text
from game.world.world import TICKS_PER_SECOND

pytestmark = pytest.mark.usefixtures("shown")


def heard(*events: Event) -> list[tuple[str, int]]:
    """Each entry that is left: the word of its event, and how often it was told."""
    log = RadioLog(lambda place: None)
    log.hear(events)
    return [(entry.event.word, entry.count) for entry in log.entries]


def at(seconds: float) -> int:
    return round(seconds * TICKS_PER_SECOND)


def test_the_answer_to_an_order_takes_its_place() -> None:
    sent = OrderSent(command="hold", doing="hold", unit="da1", call="DA1", actor="kapolres", tick=at(0))
    answer = OrderReceived(command="hold", doing="hold", call="DA1", actor="da1", tick=at(3))
    done = TaskDone(task="hold", doing="hold", result="done", in_place=30, of=30, call="DA1", actor="da1", tick=at(20))
    other = OrderReceived(command="face", doing="face", call="DA1", actor="da1", tick=at(21))
    assert [word for word, _ in heard(sent, answer, done, other)] == ["task_done", "order_received"]


def test_a_crush_is_one_entry_with_the_number_of_hurt_and_does_not_bury_words() -> None:
    plea = Said(text=Text("Tolong.", "Help."), to="all", actor="korlap", tick=at(1))
    hurt = [Hurt(person=row, by="crush", lies=True, place=(1.0, 1.0), tick=at(2 + row / 10)) for row in range(84)]
    assert heard(plea, *hurt) == [("said", 1), ("hurt", 84)]
    for language in LANGUAGES:
        assert "84" in say("ui.log.hurt", {"count": 84}, language)


def test_water_is_told_once_while_it_goes_on_and_anew_after_a_minute() -> None:
    used = [
        ForceUsed(tool="spray:diffuse", level=5, threat=4, call="AW1", ordered_by="kapolres", hit=hit, innocent=0,
                  faults=(), actor="aw1", tick=at(second))
        for second, hit in ((0, 3), (1, 8), (2, 9), (80, 4))
    ]  # fmt: skip
    assert heard(*used) == [("force_used", 3), ("force_used", 1)]


def test_what_is_said_again_is_counted_and_other_words_are_not() -> None:
    again = [Said(text=Text("Tenang.", "Calm."), to="all", actor="kapolres", tick=at(second)) for second in (0, 5)]
    other = Said(text=Text("Mundur.", "Back."), to="all", actor="kapolres", tick=at(6))
    assert heard(*again, other) == [("said", 2), ("said", 1)]
