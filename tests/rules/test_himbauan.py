import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.himbauan import NAMED, REQUIRED, content_of
from game.rules.tasks.warn import HimbauanGiven, HimbauanIncomplete
from game.text import LANGUAGES, say
from game.world.causes import NO_EVENT
from game.world.quantities import Text
from tests.parade import block, ground, heard, let_pass, order
from tests.pictures import picture


@pytest.fixture
def square():
    """Negotiators before forty people who can hear them."""
    return ground(80, 40, N=block(15, 18, 4), c=block(20, 15, 10, 4))


def through_all(square, third: str = "", **third_fields):
    """Give all three, a minute apart, the last in the words `third`."""
    for level in (1, 2, 3):
        last = {"text": third, **third_fields} if level == 3 else {}
        order(square, "warn", unit="n", level=level, **last)
        let_pass(square, 25.0)
        square.tick += 62 * 30
    return heard(square, HimbauanGiven)[-1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", [1, 2, 3])
@pytest.mark.parametrize("tool", sorted(NAMED))
def test_the_standard_wording_says_all_it_must(square, language, level, tool):
    who = {"id": "Polres Arunika", "en": "Arunika District Police"}[language]
    values = {"who": who, "way_out": "Jalan Timur", "tool": say(f"himbauan.tool.{tool}", {}, language)}
    content = content_of(square, level, say(f"himbauan.{level}", values, language), ())
    assert content.missing == ()
    assert content.parts == REQUIRED[level]
    assert content.tools == ((tool,) if level == 3 else ())


def test_words_of_ones_own_are_read_for_their_parts(square):
    content = content_of(square, 2, "Pulang sekarang juga! Kalau tidak, kami akan semprot.", ())
    assert content.missing == ("speaker", "reason", "law", "way_out")
    assert content.tools == ("spray",)
    assert content.clarity == 0.0


def test_an_exit_named_by_its_label_is_a_way_out():
    square = picture("c..X\n...X")
    label = square.ground.exits["keluar"]
    square.ground.exits["keluar"] = type(label)("keluar", label.shape, Text("Jalan Melati", "Melati Street"))
    assert "way_out" in content_of(square, 2, "Silakan pulang, Jalan Melati sudah dibuka.", ()).parts


def test_who_is_not_told_what_is_asked_hears_but_does_not_understand(square):
    order(square, "warn", unit="n", level=1, text="Mundur! Mundur semua! Cepat mundur dari sini!")
    let_pass(square, 12.0)
    (told,) = heard(square, HimbauanGiven)
    assert told.heard > 30
    assert (told.understood, told.clear) == (0, 0)
    assert heard(square, HimbauanIncomplete)[0].missing == ("speaker", "reason")
    assert not square.people.understood.any()
    assert np.all(square.causes.latest == NO_EVENT)


def test_only_a_third_that_is_whole_warns_of_the_tool_it_names(square):
    assert through_all(square, names=["spray"]).tools == ("spray",)
    assert square.warned_of.keys() == {"spray"}


def test_a_third_that_leaves_out_the_law_warns_of_nothing(square):
    through_all(square, "Kami polisi. Supaya aman, keluar lewat timur. Jika tidak, kami akan semprot dengan AWC.")
    assert heard(square, HimbauanIncomplete)[-1].missing == ("law",)
    assert square.warned_of == {}


def test_longer_words_take_longer_to_say(square):
    order(square, "warn", unit="n", level=1, text="kami polisi supaya aman " * 12)
    let_pass(square, 18.0)
    assert heard(square, HimbauanGiven) == []
    let_pass(square, 3.0)
    assert len(heard(square, HimbauanGiven)) == 1


@given(st.text(max_size=600), st.sampled_from([1, 2, 3]))
def test_any_words_can_be_said(text, level):
    content = content_of(picture("c..X"), level, text.strip(), ())
    assert {*content.parts, *content.missing} == set(REQUIRED[level])
    assert 0.0 <= content.clarity <= 1.0
