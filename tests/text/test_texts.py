"""Texts take values as words: numbers come written in the language already."""

import string

import pytest

from game.text import LANGUAGES, catalogue


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_asks_for_a_number_in_a_format_of_its_own(language):
    parts = {code: list(string.Formatter().parse(text)) for code, text in catalogue(language).items()}
    assert [code for code, each in parts.items() if any(spec for _, name, spec, _ in each if name)] == []
