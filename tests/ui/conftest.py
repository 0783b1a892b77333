from collections.abc import Iterator

import pytest

from game.app import Stage, stage
from game.level.read import read_level
from game.level.schema import Level
from game.paths import LEVELS


@pytest.fixture(scope="module")
def shown() -> Iterator[Stage]:
    """A window, without which fonts and surfaces are not to be had."""
    with stage("id") as opened:
        yield opened


@pytest.fixture(scope="module")
def level() -> Level:
    """The shipped level."""
    return read_level(LEVELS / "kantor-kpu-pagi.yaml")
