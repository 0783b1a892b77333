"""The house rules a machine can hold: who may import whom, where each library lives, how long a file may be."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# A room imports itself and what stands on a lower step.
LADDER = (
    {"paths", "guard"},
    {"world", "text"},
    {"rules"},
    {"level"},
    {"session"},
    {"debrief", "batch", "export"},
    {"ui", "faults"},
    {"app", "bench"},
    {"cli"},
    {"__main__"},
)
STEP = {room: step for step, rooms in enumerate(LADDER) for room in rooms}

# Where a library may be imported: folders end in a slash.
HOMES = {
    "pygame": ("game/ui/", "game/app.py", "game/bench/window.py"),
    "pygame_gui": ("game/ui/", "game/app.py"),
    "yaml": ("game/level/",),
    "pymunk": ("game/world/bodies.py",),
}
CLOCKS_AND_CHANCE = {"time", "random", "datetime"}

LONGEST_FILE = 350  # lines
LONGEST_FUNCTION = 60  # lines


def sources(root: Path, folder: str) -> Iterator[tuple[str, str]]:
    """Every Python file below `folder`: its path from `root` and its text."""
    for path in sorted((root / folder).rglob("*.py")):
        yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def imported(file: str, text: str) -> Iterator[str]:
    """Dotted names that a file imports anywhere in it, relative ones made whole."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            here = file.removesuffix(".py").split("/")[: -node.level] if node.level else []
            yield from (".".join([*here, *filter(None, [node.module]), name.name]) for name in node.names)


def room(dotted: str) -> str:
    """`game.world.people` → `world`; a bare `game` is the picture, which holds no code."""
    return dotted.partition(".")[2].partition(".")[0]


def room_of(file: str) -> str:
    """`game/world/people.py` → `world`."""
    return room(file.removesuffix(".py").replace("/", "."))


def climbs(root: Path) -> list[str]:
    """Imports that go up the ladder or sideways into another room, and files that stand on no step."""
    wrong = []
    for file, text in sources(root, "game"):
        if file == "game/__init__.py":
            continue
        own = room_of(file)
        if own not in STEP:
            wrong.append(f"{file} stands on no step of the ladder")
            continue
        others = {room(name) for name in imported(file, text) if name.split(".")[0] == "game"} - {own}
        wrong += [f"{file} imports {other}" for other in sorted(others) if STEP.get(other, len(LADDER)) >= STEP[own]]
    return wrong


def strays(root: Path) -> list[str]:
    """Libraries imported outside their home."""
    return [
        f"{file} imports {name}"
        for file, text in sources(root, "game")
        for name in sorted({dotted.split(".")[0] for dotted in imported(file, text)} & HOMES.keys())
        if not file.startswith(HOMES[name])
    ]


def clocks(root: Path) -> list[str]:
    """Imports of the clock or of unseeded chance where a run must repeat bit for bit."""
    return [
        f"{file} imports {name}"
        for file, text in sources(root, "game")
        if STEP.get(room_of(file), len(LADDER)) <= STEP["session"]
        for name in sorted({dotted.split(".")[0] for dotted in imported(file, text)} & CLOCKS_AND_CHANCE)
    ]


def too_long(root: Path) -> list[str]:
    """Files and functions that want to be two."""
    wrong = []
    for folder in ("game", "tests"):
        for file, text in sources(root, folder):
            if (lines := len(text.splitlines())) > LONGEST_FILE:
                wrong.append(f"{file}: {lines} lines")
            for node in ast.walk(ast.parse(text)):
                if (
                    isinstance(node, ast.FunctionDef)
                    and (lines := node.end_lineno - node.lineno + 1) > LONGEST_FUNCTION
                ):
                    wrong.append(f"{file}:{node.lineno}: {node.name} has {lines} lines")
    return wrong


def test_imports_point_down_the_ladder():
    assert climbs(ROOT) == []


@pytest.mark.parametrize(
    "line",
    ["import game.session", "from game import session", "from ..session import view", "from game.text import say"],
)
def test_a_world_that_looks_upward_or_sideways_is_found(house, line):
    assert len(climbs(house("game/world/people.py", line))) == 1


def test_a_file_in_no_room_is_found(house):
    assert climbs(house("game/utils.py", "")) == ["game/utils.py stands on no step of the ladder"]


def test_each_library_stays_in_its_home():
    assert strays(ROOT) == []


def test_pygame_in_the_rules_is_found(house):
    assert strays(house("game/rules/mood.py", "def f():\n    from pygame import Rect")) == [
        "game/rules/mood.py imports pygame"
    ]


def test_the_clock_and_unseeded_chance_stay_above_the_session():
    assert clocks(ROOT) == []


def test_a_session_that_asks_the_time_is_found(house):
    assert clocks(house("game/session/session.py", "import time")) == ["game/session/session.py imports time"]


def test_files_and_functions_stay_small_enough_to_draw():
    assert too_long(ROOT) == []


def test_a_long_function_is_found(house):
    assert too_long(house("game/app.py", "def f():\n" + "    f()\n" * LONGEST_FUNCTION)) == [
        "game/app.py:1: f has 61 lines"
    ]


def test_nothing_is_left_for_later():
    owed = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    assert [file for folder in ("game", "tests") for file, text in sources(ROOT, folder) if owed.search(text)] == []
