"""Whatever the rules say has words in both languages, and the words ask for nothing that is not said."""

import ast
import dataclasses
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.rules import commands, drill, kinds, tasks
from game.text import catalogue
from game.world.events import Event
from game.world.units import Formation
from game.world.world import Command
from tests.pictures import POSTURES

RULES = Path(drill.__file__).parent
UNTOLD = {"phase_entered"}  # the instructor's: it would give the author's plan away


GIVEN = ("delegation", "hearing", "time", "route")
TURNS = ("listen", "explain", *(f"{turn}_{what}" for turn in ("offer", "promise") for what in GIVEN))


def reasons() -> Iterator[tuple[str, set[str]]]:
    """Code and names of values of every Reason that the rules give."""
    for path in sorted(RULES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "reason":
                yield node.args[0].value, {keyword.arg for keyword in node.keywords}


def asked_for(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_refusal_has_words(language):
    texts, given = catalogue(language), list(reasons())
    assert len(given) > 15
    assert [code for code, _ in given if f"reason.{code}" not in texts] == []
    assert [code for code, values in given if not asked_for(texts[f"reason.{code}"]) <= values] == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_event_of_units_and_orders_has_words(language):
    texts = catalogue(language)
    homes = (tasks.__name__, commands.__name__, "game.rules.radio")
    events = [event for event in Event.words.values() if event.__module__.startswith(homes)]
    assert [event.word for event in events if f"event.{event.word}" not in texts] == sorted(UNTOLD)
    for event in events:
        fields = {field.name for field in dataclasses.fields(event)}
        assert asked_for(texts.get(f"event.{event.word}", "")) <= fields


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_order_can_be_said_on_the_radio(language):
    assert kinds.BASES
    details = {
        "form": Formation.words,
        "posture": POSTURES,
        "warn": ("1", "2", "3"),
        "raise_flag": ("kuning", "merah"),
        "lower_flag": ("hijau", "kuning"),
        "negotiate": TURNS,
        "spray": ("jet", "diffuse"),
    }
    ours = [word for word, kind in Command.words.items() if kind.__module__.startswith("game.")]
    said = [f"{word}.{detail}" for word in ours for detail in details.get(word, ()) if detail != "as_drawn"]
    said += [word for word in ours if word not in details]
    assert [doing for doing in said if f"doing.{doing}" not in catalogue(language)] == []
