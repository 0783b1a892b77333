from collections.abc import Iterator

import pygame
import pytest

from game.app import Stage, stage, trainee
from game.level.read import read_level
from game.level.schema import Level
from game.paths import LEVELS
from game.session.session import Session
from game.ui.screens.exercise import Exercise
from tests.ui.by_hand import SIZE


@pytest.fixture(scope="module")
def shown() -> Iterator[Stage]:
    """A window, without which fonts and surfaces are not to be had."""
    with stage("id") as opened:
        yield opened


@pytest.fixture(scope="module")
def level() -> Level:
    """The shipped level."""
    return read_level(LEVELS / "kantor-kpu-pagi.yaml")


@pytest.fixture(scope="module")
def pleno() -> Level:
    """The shipped afternoon."""
    return read_level(LEVELS / "pleno-kpu.yaml")


@pytest.fixture
def page(pleno: Level) -> Iterator[Exercise]:
    """A window on the first moment of the afternoon, drawn once."""
    session = Session(pleno)
    opened = Exercise(pleno, session, trainee(pleno), session.view(trainee(pleno)), "id", SIZE)
    opened.draw(pygame.Surface(SIZE))
    yield opened
    pygame.key.set_mods(pygame.KMOD_NONE)
