import pytest

from game.rules.commands.enter_phase import PhaseEntered
from game.rules.commands.mood import NewsSpread
from game.rules.commands.say import Said
from tests.parade import asked, block, ground, heard, let_pass, order


@pytest.fixture
def square():
    return ground(30, 30, c=block(10, 10, 5), b=block(20, 10, 5))


def test_words_reach_whom_they_are_meant_for(square):
    order(square, "say", "script", text={"id": "Kotak suara tiba.", "en": "The ballot boxes are here."}, to="kapolres")
    (said,) = heard(square, Said)
    assert (said.text.id, said.text.en, said.to) == ("Kotak suara tiba.", "The ballot boxes are here.", "kapolres")


def test_news_moves_one_group_and_is_booked(square):
    supporters, bystanders = (group.rows for group in square.groups)
    before = square.people.anger.copy()
    order(square, "mood", "script", group="supporter", anger=0.2, trust=-0.1)
    assert square.people.anger[supporters] - before[supporters] == pytest.approx(0.2)
    assert square.people.anger[bystanders].tolist() == before[bystanders].tolist()
    (news,) = heard(square, NewsSpread)
    assert square.causes.latest[supporters].max() == news.id


def test_news_for_a_group_that_is_not_there_is_refused(square):
    assert asked(square, "mood", "script", group="nelayan", anger=0.2).code == "unknown_group"


def test_a_phase_begins_when_it_is_entered(square):
    let_pass(square, 1.0)
    square.script.holding["x"] = 3
    order(square, "enter_phase", "script", phase="rawan")
    assert (square.script.phase, square.script.since, square.script.holding) == ("rawan", 30, {})
    assert heard(square, PhaseEntered)[0].before == "aman"
