import pytest

from game.level.document import read_document
from game.level.syntax import CODES
from game.text import LANGUAGES, known

SLIPS = [
    ("a: @3", "start"),
    ("a:\n\tb: 1", "start"),
    ("a: b: c", "colon"),
    ("a: 1\n b: 2", "colon"),
    ("a: 1\nb\nc: 2", "no_colon"),
    ("a:\n   b: 1\n  c: 2", "indent"),
    ("- a\nb: 1", "indent"),
    ("a: [1, 2\nb: 3", "no_bracket"),
    ("a: {b: 1\nc: 3", "no_brace"),
    ("a: {b: 1, c: d: e}", "no_brace"),
    ("a: [1, }", "no_value"),
    ('a: "b', "no_quote"),
    ('a: "\\q"', "escape"),
]


@pytest.mark.parametrize(("text", "code"), SLIPS)
def test_the_usual_slips_are_told_in_our_words(text, code):
    (mistake,) = read_document("x.yaml", text.encode()).mistakes
    assert (mistake.code, mistake.values["problem"]) == ("syntax", code)
    assert mistake.tell("id") != mistake.tell("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slip_we_have_no_words_for_is_told_as_the_parser_does(language):
    (mistake,) = read_document("x.yaml", b"%YAML 9.9\n---\na: 1").mistakes
    assert "incompatible YAML document" in mistake.tell(language)


def test_every_code_has_words():
    assert all(known(f"level.yaml.{code}") for code in CODES.values())
