"""What every test stands on: no screen, no sound, nobody's real files, the same examples each time."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")

LONG = ("test_orders.py", "test_polling.py", "test_exercise.py")  # minutes each: first, so that no core waits for them

settings.register_profile("same", derandomize=True, deadline=None)  # a slow machine is not a failing one
settings.load_profile("same")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: LONG.index(item.path.name) if item.path.name in LONG else len(LONG))


@pytest.fixture(scope="session", autouse=True)
def user_folder_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("user")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder))
        patch.setenv("APPDATA", str(folder))
        patch.delenv("SISPAMKOTA_DATA", raising=False)
        yield folder


@pytest.fixture
def house(tmp_path: Path) -> Callable[[str, str], Path]:
    """Builds a made-up checkout of one file, to see that a check finds what is wrong with it."""

    def build(file: str, text: str) -> Path:
        path = tmp_path / file
        path.parent.mkdir(parents=True)
        path.write_text(text)
        return tmp_path

    return build
