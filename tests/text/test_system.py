import errno

import pytest

from game.text import LANGUAGES, catalogue
from game.text.system import name_of, words_of

SAID = sorted(code.removeprefix("system.") for code in catalogue("id") if code.startswith("system."))


@pytest.mark.parametrize("name", SAID)
def test_what_we_have_words_for_is_a_name_of_the_system_and_said_in_both_languages(name):
    assert isinstance(getattr(errno, name), int)
    assert words_of(name, "id") != words_of(name, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_we_have_no_words_for_is_said_as_the_system_does(language):
    assert words_of("EXDEV", language) == "Invalid cross-device link"
    assert words_of("own words", language) == "own words"


def test_an_error_is_kept_by_its_name():
    assert name_of(OSError(errno.ENOSPC, "No space left on device")) == "ENOSPC"
    assert name_of(OSError("no home")) == "no home"
