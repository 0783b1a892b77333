"""What the first page says is so: its level checks clean, its orders are read, its keys are the game's."""

import re
from pathlib import Path

import pytest

from game.level.check import check
from game.level.read import read_level
from game.rules.radio import Refused
from game.session.commanders.commander import Commander
from game.session.orders import Orders, read_orders
from game.session.recording import OURS
from game.session.session import Session
from game.text import catalogue
from game.ui.offers import (
    AIMED,
    CANCEL_KEY,
    FORMATION_KEYS,
    GROUPS,
    HOLD_KEY,
    POSTURE_KEYS,
    REQUEST_KEY,
    TALK_KEY,
    WARN_KEYS,
    key_name,
)

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    """The first block of code in `language`."""
    return PAGE.partition(f"```{language}\n")[2].partition("```")[0]


def key_rows() -> list[str]:
    """The rows of the table of keys, as the ribbon has them."""
    names = catalogue("en")
    keys = {
        "formations": [(key, names[f"ui.order.{word}"]) for word, key in FORMATION_KEYS.items()],
        "postures": [(key, names[f"ui.order.{word}"]) for word, key in POSTURE_KEYS.items()],
        "moves": [(HOLD_KEY, names["ui.order.hold"]), (CANCEL_KEY, names["ui.order.cancel"])],
        "tasks": [(key, names["ui.order.warn"].format(level=level)) for level, key in enumerate(WARN_KEYS, start=1)],
    }
    keys["tasks"] += [(TALK_KEY, names["ui.order.negotiate"]), (REQUEST_KEY, names["ui.order.request"])]
    for each in AIMED:
        keys[each.group].append((each.key, names[f"ui.order.{each.code.rpartition('.')[2]}"]))
    told = {group: " · ".join(f"`{key_name(key)}` {name.lower()}" for key, name in keys[group]) for group in GROUPS}
    return [f"| {names[f'ui.group.{group}'].lower()} | {told[group]} |" for group in GROUPS]


@pytest.fixture
def level(tmp_path):
    path = tmp_path / "my-level.yaml"
    path.write_text(block("yaml"), encoding="utf-8")
    return path


def test_the_level_has_no_mistake_and_what_it_orders_can_be_done(level):
    assert [mistake.tell("en") for mistake in check([level])] == []
    session = Session(read_level(level))
    for _ in range(30):
        session.tick()
        assert [event for event in session.happened if isinstance(event, Refused)] == []


def test_the_orders_are_read_and_the_first_are_taken(level, tmp_path):
    path, exercise = tmp_path / "orders.jsonl", read_level(level)
    path.write_text(block("json"), encoding="utf-8")
    given = read_orders(path, exercise.seats)
    assert [order.tick for order in given] == [-1, 300, 900]
    session = Session(exercise)
    Orders(given).prepare(session)
    assert not session.world.people.present[session.world.units["dl1"].rows].any()
    assert [session.check(order.command, order.seat) for order in given[1:]] == [None, None]


def test_the_keys_are_those_of_the_game():
    for row in key_rows():
        assert row in PAGE


def test_what_it_names_is_there():
    linked = [path for path in re.findall(r"\]\(([^)#]+)\)", PAGE) if "://" not in path]
    assert linked
    assert [path for path in linked if not (ROOT / path).exists()] == []
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"`?make ([a-z]+)", PAGE)) <= {*targets}
    assert [name for name in OURS if name != "screenshot.png" and f"`{name}" not in PAGE] == []
    assert [word for word in Commander.words if f"`{word}`" not in PAGE] == []
